// The table `set` of a plan or trial: values of a scenario by path, as after --set.
#pragma once

#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/read.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

// Nested or with dots in quotes: the path is the same.
std::vector<Override> read_settings(const TomlValue& table, Diagnostics& diagnostics);

}  // namespace bevlogen
