// Numbers, strings and keys as TOML, so that reading gives back the same bits.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bevlogen {

// The shortest decimal number that reads back as `value`: "1.4", "2", "1e-07". For messages.
std::string shortest_number(double value);

// The same as a TOML float: "1.4", "2.0", "1e-07".
std::string toml_number(double value);

// A TOML basic string, quoted and escaped.
std::string toml_string(std::string_view text);

// ["anios", "aios"]
std::string toml_strings(std::span<const std::string> texts);

// A key: bare where TOML allows it, quoted elsewhere.
std::string toml_key(std::string_view key);

}  // namespace bevlogen
