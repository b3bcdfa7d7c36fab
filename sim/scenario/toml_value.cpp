// Look-up in and changes to a tree of TOML values.
#include "sim/scenario/toml_value.hpp"

#include <algorithm>

namespace bevlogen {

const TomlEntry* TomlValue::find_entry(std::string_view key) const {
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& entry) { return entry.key == key; });
    return it == entries.end() ? nullptr : &*it;
}

const TomlValue* TomlValue::find(std::string_view key) const {
    const TomlEntry* entry = find_entry(key);
    return entry ? &entry->value : nullptr;
}

void TomlValue::put(TomlEntry entry) {
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& other) { return other.key == entry.key; });
    if (it == entries.end()) {
        entries.push_back(std::move(entry));
    } else {
        *it = std::move(entry);
    }
}

void TomlValue::remove(std::string_view key) {
    std::erase_if(entries, [&](const TomlEntry& entry) { return entry.key == key; });
}

TomlValue empty_table(const Place& place) {
    TomlValue table;
    table.place = place;
    return table;
}

TomlValue text_value(std::string text, const Place& place) {
    TomlValue value;
    value.kind = TomlKind::text;
    value.text = std::move(text);
    value.place = place;
    return value;
}

std::string_view in_words(TomlKind kind) {
    switch (kind) {
        case TomlKind::text: return "a string";
        case TomlKind::whole_number: return "a whole number";
        case TomlKind::number: return "a number";
        case TomlKind::truth: return "a boolean";
        case TomlKind::date: return "a date or time";
        case TomlKind::array: return "an array";
        case TomlKind::table: return "a table";
    }
    return "a value";
}

}  // namespace bevlogen
