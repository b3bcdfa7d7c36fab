// A key of a file, declared once as data for the reader, the overrides and the JSON Schema.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bevlogen {

enum class KeyType {
    text,
    word,   // one of `words`
    words,  // one of `words`, an array of them, or "all"
    number,
    whole_number,
    flag,   // true or false
    texts,  // array of strings
    path,   // of a file, relative to the file that names it
    paths,
    label,   // { en = "...", nl = "..." }
    title,   // a string or a label
    moment,  // { week = 26 } or { year = 0.5 }
    range,   // [low, high]
    any,     // depends on what it is a value of
    table,
    tables,
};

enum class Need { optional, required };

// Views point to constants, or into a Vocabulary, which outlives the reading.
struct KeyDecl {
    std::string_view name;
    KeyType type = KeyType::text;
    std::string_view doc{};  // one sentence
    Need need = Need::optional;
    // The value where nothing is written; 0 or 1 of a flag.
    std::variant<std::monostate, double, std::string_view> fallback{};
    std::string_view unit{};  // empty where it has none
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    bool is_min_open = false;  // the smallest value itself is not allowed
    std::vector<std::string_view> words{};

    bool holds(double value) const { return (is_min_open ? value > min : value >= min) && value <= max; }
};

// "[0, 1]", "(0, 1000] years"
std::string bounds_text(const KeyDecl& key);

// The key of that name; one that is not declared is a bug.
const KeyDecl& key_named(std::span<const KeyDecl> keys, std::string_view name);

double default_number(const KeyDecl& key);
std::string default_text(const KeyDecl& key);

}  // namespace bevlogen
