// Reads the axes of a plan against the scenario whose paths they name.
#pragma once

#include <string>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"
#include "sim/sweep/axis.hpp"

namespace bevlogen {

// The axes of one [[axis]]: one, or one for each parameter that a path with a star fits. What is wrong is reported at its place.
std::vector<Axis> read_axis(const TomlValue& table, const Scenario& base, const Vocabulary& vocabulary, Diagnostics& diagnostics);

// As one would write them, every range and value in full.
std::string axis_text(const Axis& axis);

}  // namespace bevlogen
