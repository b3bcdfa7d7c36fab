// The lever `shift`: moves what a factor of the work environment tends to, by so many SD, for whoever takes part.
#pragma once

#include "models/workforce/scratch_layout.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// One key a factor: `shift = { administration = -1.0 }`; and `physical`, which shifts recovery by so much times the weight of physical
// surroundings.
LeverDecl shift_lever();

// Adds dose x shift x reach of every intervention that has the lever (number `lever` of the vocabulary) to the targets, in name order.
void add_shifts(std::span<const InterventionNow> interventions, std::size_t lever, float physical_weight, std::size_t posts,
                Scratch& scratch);

}  // namespace bevlogen::interventions
