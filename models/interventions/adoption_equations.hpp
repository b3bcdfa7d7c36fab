// Adoption of policies by hospitals: one pure function an equation, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::interventions {

// N1 Hazard, per week, with which a hospital begins to carry a policy out: that of the policy's level, less for each further party that
// must agree, more with ownership (in [0, 1]) and with the share of the region's hospitals that have begun.
inline float adoption_hazard(float of_level, float per_party, int parties, float on_ownership, float ownership, float on_examples,
                             float share_in_region) noexcept {
    float hazard = of_level * (1.0f + on_ownership * ownership) * (1.0f + on_examples * share_in_region);
    for (int further = 1; further < parties; ++further) hazard *= per_party;
    return hazard;
}

// N2 Chance of a hazard per week in so many weeks.
inline float chance_of_adopting(float hazard, float weeks) noexcept { return 1.0f - portable_exp(-hazard * weeks); }

// N3 Fidelity: how much of a policy is carried out. That of its level, rising to the highest as ownership rises from what is usual to 1.
inline float fidelity(float of_level, float highest, float ownership, float usual) noexcept {
    const float rise = usual < 1.0f ? (ownership - usual) / (1.0f - usual) : 0.0f;
    const float bounded = rise < 0.0f ? 0.0f : (rise > 1.0f ? 1.0f : rise);
    return of_level + (highest - of_level) * bounded;
}

// N4 Ownership a clearing on: held up by what is active now, else falling back to the usual. left = e^(-weeks/tau).
inline float ownership_after(float ownership, float usual, float active, float left) noexcept {
    const float faded = usual + (ownership - usual) * left;
    const float held = active > faded ? active : faded;
    return held < 1.0f ? held : 1.0f;
}

}  // namespace bevlogen::interventions
