// A TOML file as a tree of plain values, each with its place; no type of the TOML library is seen here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/diagnostic.hpp"

namespace bevlogen {

enum class TomlKind { text, whole_number, number, truth, date, array, table };

struct TomlEntry;

// One value. Which members count follows from `kind`; a whole number also stands in `number`.
struct TomlValue {
    TomlKind kind = TomlKind::table;
    std::string text{};
    std::int64_t whole = 0;
    double number = 0.0;
    bool truth = false;
    std::vector<TomlValue> items;    // of an array
    std::vector<TomlEntry> entries;  // of a table, in the order of the file
    Place place{};

    bool is(TomlKind wanted) const { return kind == wanted; }
    // The value under a key of a table; null where there is none.
    const TomlValue* find(std::string_view key) const;
    // The same with the key's own place.
    const TomlEntry* find_entry(std::string_view key) const;
    // Adds an entry to a table, or replaces the one with the same key.
    void put(TomlEntry entry);
    // Takes an entry out of a table, if it is there.
    void remove(std::string_view key);
};

struct TomlEntry {
    std::string key;
    Place place;  // of the key
    TomlValue value;
};

TomlValue empty_table(const Place& place);
TomlValue text_value(std::string text, const Place& place);

// "a string", "a whole number", "a table": the kind in a sentence.
std::string_view in_words(TomlKind kind);

}  // namespace bevlogen
