// What studies may ask of a doctor beside outcomes and instruments.
#pragma once

#include <span>
#include <vector>

#include "models/wellbeing/scores.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/outcome.hpp"

namespace bevlogen {

// In the order of read_variable().
std::vector<VariableDecl> workforce_variables();

void read_workforce_variable(const wellbeing::Scores& scores, const workforce::WorkParameters& work, std::size_t variable,
                             const Block& block, std::span<float> values);

}  // namespace bevlogen
