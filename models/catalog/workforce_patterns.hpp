// What the workforce model is held to in its baseline: published figures, aims, and that nothing drifts.
#pragma once

#include <vector>

#include "sim/engine/outcome.hpp"
#include "sim/engine/pattern.hpp"

namespace bevlogen {

// Of the work and well-being of the baseline; a drift for each of `outcomes` but those that cost money.
std::vector<PatternDecl> workforce_patterns(const std::vector<OutcomeDecl>& outcomes);

}  // namespace bevlogen
