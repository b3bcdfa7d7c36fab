// Reads the part of a scenario that every model has: title, time, run and population.
#pragma once

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

struct FixedPart {
    Scenario scenario;         // with these keys filled in, and nothing else
    bool knows_years = false;  // false where `years` was written and is wrong
};

// Also checks the types of the other keys at the top of the file.
FixedPart read_fixed_part(const TomlValue& tree, Completeness completeness, Diagnostics& diagnostics);

// The tree with these keys only: what a file says on top of the one it extends. Title and question are a file's own.
TomlValue fixed_part_of(const TomlValue& tree);

}  // namespace bevlogen
