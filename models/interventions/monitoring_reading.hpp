// What monitoring reads: a BAT-12 or the exhaustion scale of the UBOS, with the cut-off of each.
#pragma once

#include "models/instruments/instrument_parameters.hpp"

namespace bevlogen::interventions {

enum class MonitoringInstrument : std::uint8_t { bat, ubos };

// The BAT-12: the mean of twelve whole-numbered items from 1 to 5.
struct BatParameters {
    float mean = 0.0f, sd = 1.0f, reliability = 1.0f;
    float at_risk = 0.0f;  // points
};

ParameterGroup<BatParameters> declare_bat_parameters();

struct MonitoringReading {
    instruments::Scale bat, ubos;
    float bat_at_risk = 0.0f, ubos_exhausted = 0.0f;

    // In points; `error` is a standard normal of this reading. The BAT reads burnout, the scale of the UBOS exhaustion.
    float read(MonitoringInstrument instrument, float z_exhaustion, float z_burnout, float error) const noexcept {
        return instrument == MonitoringInstrument::bat ? bat.read(z_burnout, error) : ubos.read(z_exhaustion, error);
    }
    float cut_off(MonitoringInstrument instrument) const noexcept {
        return instrument == MonitoringInstrument::bat ? bat_at_risk : ubos_exhausted;
    }
};

MonitoringReading monitoring_reading(const BatParameters& bat, const instruments::InstrumentParameters& instruments);

}  // namespace bevlogen::interventions
