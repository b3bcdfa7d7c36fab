// Declares the BAT-12 with units and bounds, and puts the scales together.
#include "models/interventions/monitoring_reading.hpp"

#include <cmath>

namespace bevlogen::interventions {

ParameterGroup<BatParameters> declare_bat_parameters() {
    using P = BatParameters;
    ParameterGroup<P> group;
    group.number({"instruments.bat.mean", "points", 1, 5, {"mean of the BAT-12", "gemiddelde van de BAT-12"}},
                 [](P& p) -> float& { return p.mean; });
    group.number({"instruments.bat.sd", "points", 0.01, 4, {"SD of the BAT-12", "SD van de BAT-12"}}, [](P& p) -> float& { return p.sd; });
    group.number({"instruments.bat.reliability", "1", 0, 1, {"reliability of the BAT-12", "betrouwbaarheid van de BAT-12"}},
                 [](P& p) -> float& { return p.reliability; });
    group.number({"instruments.bat.at_risk", "points", 1, 5, {"at risk: BAT-12 at least", "risico: BAT-12 ten minste"}},
                 [](P& p) -> float& { return p.at_risk; });
    return group;
}

MonitoringReading monitoring_reading(const BatParameters& bat, const instruments::InstrumentParameters& instruments) {
    constexpr float kItems = 12.0f, kLow = 1.0f, kHigh = 5.0f;
    const instruments::Scale scale{bat.mean, bat.sd, std::sqrt(bat.reliability), std::sqrt(1.0f - bat.reliability), kItems, kLow, kHigh};
    return {scale, instruments.ubos_exhaustion.scale(), bat.at_risk, instruments.exhaustion_cutoff};
}

}  // namespace bevlogen::interventions
