// Checks one value against the declaration of its key and words what is wrong with it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/diagnostic.hpp"
#include "sim/scenario/key.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

// Each returns the value, or nothing after an error at the value's place. Bounds and words are those of `key`.
std::optional<double> check_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
std::optional<std::int64_t> check_whole_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
std::optional<bool> check_flag(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
std::optional<std::string> check_text(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
std::optional<std::string> check_word(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
// An array of strings without duplicates; it may be empty.
std::optional<std::vector<std::string>> check_texts(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
// A number, a whole number, a flag as 0 or 1, or a word as its index: what models read.
std::optional<double> check_as_number(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);
// [low, high] in order and within the bounds.
struct NumberRange {
    double low = 0.0;
    double high = 0.0;
};
std::optional<NumberRange> check_range(const TomlValue& value, const KeyDecl& key, Diagnostics& diagnostics);

// Whether it is of that kind; an error "uptake must be a number, not a string" if not.
bool check_kind(const TomlValue& value, TomlKind wanted, std::string_view name, Diagnostics& diagnostics);

// "uptake must be a number, not a string"
std::string wrong_kind(std::string_view name, TomlKind wanted, const TomlValue& value);

// `level = "nationl" (must be one of individual, organisational, national); did you mean "national"?`
std::string wrong_word(std::string_view name, std::string_view written, std::span<const std::string_view> words);

}  // namespace bevlogen
