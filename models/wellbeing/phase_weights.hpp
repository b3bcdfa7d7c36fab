// What weighs more or less in some phases, and the columns that say so of each post.
#pragma once

#include <array>

#include "models/workforce/fields.hpp"
#include "sim/engine/scratch.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::wellbeing {

// On exhaustion in the Job Demands-Resources theory, and in the needs, which every theory reports (order from Solms 2019, Alleyne 2021).
struct PhaseWeights {
    std::array<float, workforce::kPhases> capital_on_strain{}, flexibility_on_strain{}, colleagues_need{}, autonomy_need{}, content_need{};
};

// Into kCapitalOnStrain ... kContentNeed.
void spread_weights(const PhaseWeights& weights, const workforce::WorkforceFields& fields, const Block& block, Scratch& scratch);

}  // namespace bevlogen::wellbeing
