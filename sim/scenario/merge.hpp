// Lays one table over another: what a scenario, an intervention or an override says on top of what it starts from.
#pragma once

#include <span>

#include "sim/scenario/key.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Keys of `over` replace those of `base`; tables named in `inside` are merged key by key, all others replaced as a whole.
void lay_over(TomlValue& base, const TomlValue& over, std::span<const std::string_view> inside);

// The fixed part of a scenario: [time], [run] and [population] key by key.
void lay_over_scenario(TomlValue& base, const TomlValue& over);

// An intervention: scope, costs and levers key by key; moments, labels, knobs, numbers and changes as a whole. In a lever, a table by the
// names of an axis is merged name by name; over one value for all of them, the names that it leaves out keep that value.
void lay_over_intervention(TomlValue& base, const TomlValue& over, const Vocabulary& vocabulary);

}  // namespace bevlogen
