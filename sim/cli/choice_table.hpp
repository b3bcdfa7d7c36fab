// The table of `compare --over`: whether the sign and the place of each policy's effect survive another theory, or any other choice.
#pragma once

#include <string>

#include "sim/experiment/choice_effects.hpp"

namespace bevlogen {

// A block for each outcome: a row a policy, a column a word with difference, half of the interval and place; then what becomes of the sign.
std::string choice_table(const Model& model, const Experiment& experiment, const ChoiceEffects& effects);

// The same for machines.
std::string choice_json(const Model& model, const Experiment& experiment, const ChoiceEffects& effects);

}  // namespace bevlogen
