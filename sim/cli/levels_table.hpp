// What `run` prints, levels with intervals by phase, and what `run` and `compare` tell machines.
#pragma once

#include <string>

#include "sim/cli/comparison_table.hpp"
#include "sim/engine/model.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// Levels of the headline outcomes in one year, with 95 % intervals over replicates.
std::string levels_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year);

// Levels of both, and of alternatives differences, intervals and standardised effects, as JSON. NaN becomes null.
std::string levels_json(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view);

}  // namespace bevlogen
