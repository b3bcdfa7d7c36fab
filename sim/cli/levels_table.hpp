// The tables that `run` and `compare` print: levels, paired differences and intervals, by phase and in all.
#pragma once

#include <string>

#include "sim/engine/model.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// Levels of the headline outcomes in one year, with 95 % intervals over replicates.
std::string levels_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year);

// For each alternative: level of the base, level of the alternative, paired difference with 95 % interval.
std::string comparison_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year);

// The same numbers as JSON.
std::string levels_json(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year);

}  // namespace bevlogen
