// Parses TOML text into a tree of plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

// The root table; a syntax error is reported at its line and column, and nothing is returned. `file` stands in every place.
std::optional<TomlValue> parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics);

// The same without a report; nothing where it is not valid.
std::optional<TomlValue> toml_tree_of(std::string_view text, const std::string& file);

// One value as it stands behind an equals sign; nothing where `text` is not exactly one valid value. `place` is given to every part.
std::optional<TomlValue> parse_toml_value(std::string_view text, const Place& place);

}  // namespace bevlogen
