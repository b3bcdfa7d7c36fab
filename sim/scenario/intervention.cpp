// Strength and settings of an intervention over time.
#include "sim/scenario/intervention.hpp"

namespace bevlogen {

double Schedule::dose(Week week) const {
    if (week < start || (end && week >= *end)) return 0.0;
    if (ramp.value <= 0) return 1.0;
    const double done = static_cast<double>(week.value - start.value + 1) / static_cast<double>(ramp.value);
    return done < 1.0 ? done : 1.0;
}

const std::vector<LeverSetting>& Intervention::levers_at(Week week) const {
    const std::vector<LeverSetting>* current = &levers;
    for (const InterventionChange& change : changes) {
        if (change.at <= week) current = &change.levers;
    }
    return *current;
}

}  // namespace bevlogen
