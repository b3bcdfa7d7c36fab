// The paths of a resolved scenario that --set and the axes of a sweep may name.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// title, question, time.*, run.*, population.*
std::vector<KeyPath> fixed_paths();

// The path of every parameter.
std::vector<KeyPath> parameter_paths(const Vocabulary& vocabulary);

// All of them, with intervention.NAME.* for each name.
std::vector<KeyPath> scenario_paths(const Vocabulary& vocabulary, std::span<const std::string> interventions);

}  // namespace bevlogen
