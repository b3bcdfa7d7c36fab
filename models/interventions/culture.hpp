// The lever `culture`: stigma of asking for help, how visible help is, psychological safety.
#pragma once

#include <span>

#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Three changes: `culture = { stigma = -0.6, visibility = 0.5, safety = 0.1 }`.
LeverDecl culture_lever();

// Adds them to the conditions kStigmaShift, kVisibility and kSafetyShift of whoever takes part.
void change_culture(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts, Scratch& scratch);

}  // namespace bevlogen::interventions
