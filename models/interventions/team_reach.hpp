// How far an intervention reaches a team: what is of a team and not of a person changes as far as its members are reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Dose x mean reach over who is in team `t`, in [0, 1]; 0 where nobody is.
inline float team_reach(const InterventionNow& intervention, const Block& block, std::span<const std::uint8_t> filled, std::size_t t) {
    float reached = 0.0f, persons = 0.0f;
    for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
        if (filled[i] == 0) continue;
        reached += intervention.reach[i];
        persons += 1.0f;
    }
    return persons > 0.0f ? intervention.dose * (reached / persons) : 0.0f;
}

}  // namespace bevlogen::interventions
