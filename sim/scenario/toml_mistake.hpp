// Words syntax errors of TOML for people who do not know its grammar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/core/diagnostic.hpp"

namespace bevlogen {

// What the TOML library says of the first mistake in `text`, better worded and placed where it is one of the usual two: a string that is
// not closed, and a key that stands twice. Lines and columns count from 1, columns in letters.
Diagnostic worded_toml_mistake(std::string_view text, const Place& place, std::string_view description);

}  // namespace bevlogen
