// Reads the table of one lever.
#pragma once

#include <span>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/toml_value.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen {

// Writes what stands in `table` over the values of `setting`. A key with an axis takes one value for all, or a table by the axis's
// names; names that are not written keep what `setting` holds. What is wrong is reported and changes nothing.
void read_lever(const TomlValue& table, const LeverDecl& lever, std::span<const ScopeAxis> axes, LeverSetting& setting,
                Diagnostics& diagnostics);

}  // namespace bevlogen
