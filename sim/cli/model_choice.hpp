// Finds the model that a --model option names.
#pragma once

#include <string>

#include "sim/cli/context.hpp"

namespace bevlogen {

// Throws InputError with the nearest name where there is no such model.
const Model& chosen_model(const Context& context, const std::string& name);

// The scenario beside the program that holds the model's own values, with their sources; nothing where it is not there.
std::optional<Scenario> baseline_of(const Context& context, const std::string& model);

}  // namespace bevlogen
