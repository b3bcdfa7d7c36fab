// What monitoring reads: a BAT-12 or the exhaustion scale of the UBOS, with the cut-off of each.
#pragma once

#include "models/instruments/instrument_parameters.hpp"

namespace bevlogen::interventions {

enum class MonitoringInstrument : std::uint8_t { bat, ubos };

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

inline MonitoringReading monitoring_reading(const instruments::InstrumentParameters& instruments) {
    return {instruments.bat.scale(1.0f, 5.0f), instruments.ubos_exhaustion.scale(), instruments.bat_at_risk, instruments.exhaustion_cutoff};
}

}  // namespace bevlogen::interventions
