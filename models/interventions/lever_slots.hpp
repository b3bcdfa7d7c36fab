// Where the values of a lever's keys stand in its setting.
#pragma once

#include <string_view>

#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::interventions {

// First slot of key `name` in LeverSetting::values: a key with an axis takes one slot for each phase, another takes one. A name that the
// lever does not have is a bug.
std::size_t slot_of(const LeverDecl& lever, std::string_view name);

}  // namespace bevlogen::interventions
