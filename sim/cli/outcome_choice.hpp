// Which outcomes a table shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

// Indices into Model::outcomes(): those named, in the order of the names, each once; else all with `all`; else the headline outcomes, or
// all where a model declares none. Throws InputError, with the nearest name, for names that are no outcome of the model.
std::vector<std::size_t> chosen_outcomes(const Model& model, const std::vector<std::string>& names, bool all);

}  // namespace bevlogen
