// Finds the model that a --model option names.
#pragma once

#include <string>

#include "sim/cli/context.hpp"

namespace bevlogen {

// Throws InputError with the nearest name where there is no such model.
const Model& chosen_model(const Context& context, const std::string& name);

}  // namespace bevlogen
