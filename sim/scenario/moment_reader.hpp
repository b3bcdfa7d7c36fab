// Reads a point or span of time as a scenario writes it.
#pragma once

#include <optional>

#include "sim/core/diagnostic.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/strict_table.hpp"

namespace bevlogen {

// Weeks from { week = 26 } or { year = 0.5 } under a key of `owner`; nothing where it is missing or, after an error, wrong.
std::optional<Week> read_moment(StrictTable& owner, const KeyDecl& moment, Diagnostics& diagnostics);

}  // namespace bevlogen
