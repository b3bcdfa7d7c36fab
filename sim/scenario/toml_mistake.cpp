// Recognises strings that are not closed and keys that stand twice.
#include "sim/scenario/toml_mistake.hpp"

#include <algorithm>
#include <optional>

#include "sim/scenario/toml_parser.hpp"

namespace bevlogen {
namespace {

// Of a line with many commas; a key of an inline table stands close to its value.
constexpr int kMostBeginnings = 64;
// No key of ours, to find the table that a line stands in.
constexpr std::string_view kHere = "which table is this";

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t start_of_line(std::string_view text, std::uint32_t line) {
    std::size_t start = 0;
    for (std::uint32_t i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) return text.size();
        start = end + 1;
    }
    return start;
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    std::string_view rest = text.substr(start_of_line(text, line));
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

bool is_first_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xc0u) != 0x80u; }

std::uint32_t letters(std::string_view text) { return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_first_byte)); }

// The bytes of a line before a column.
std::string_view before_column(std::string_view line, std::uint32_t column) {
    std::size_t byte = 0;
    for (std::uint32_t seen = 0; byte < line.size(); ++byte) {
        if (is_first_byte(line[byte]) && ++seen == column) break;
    }
    return line.substr(0, byte);
}

std::string usual(std::string_view description) {
    constexpr std::string_view kUsualStart = "Error while parsing ";
    if (description.starts_with(kUsualStart)) return "cannot read " + std::string(description.substr(kUsualStart.size()));
    return std::string(description);
}

std::optional<std::string> open_string(std::string_view text, const Place& place, std::string_view description) {
    if (!description.starts_with("Error while parsing string:") && !description.starts_with("Error while parsing literal string:"))
        return std::nullopt;
    if (contains(description, "end-of-file")) {
        const bool may_have_lines = contains(text, "\"\"\"") || contains(text, "'''");
        return may_have_lines ? "the string is not closed" : "the string is not closed on its line";
    }
    if (place.column <= letters(line_of(text, place.line))) return std::nullopt;
    return "the string is not closed on its line";
}

// A key as its line says it: its parts, and where the first of them stands.
struct WrittenKey {
    std::vector<std::string> parts;
    std::uint32_t column = 1;
    bool is_header = false;
    bool is_inline = false;  // of an inline table
};

// The one path of a text that says one thing.
WrittenKey key_in(const TomlValue& tree) {
    WrittenKey key;
    key.column = tree.entries.front().place.column;
    for (const TomlValue* at = &tree; at != nullptr;) {
        if (at->is(TomlKind::array)) {
            at = at->items.empty() ? nullptr : &at->items.back();
        } else if (at->entries.empty()) {
            at = nullptr;
        } else {
            key.parts.push_back(at->entries.front().key);
            at = &at->entries.front().value;
        }
    }
    return key;
}

// The key that the library complains about: of a table header as it stands, else what ends before the value at `place`.
std::optional<WrittenKey> second_key(std::string_view text, const Place& place, bool is_header) {
    const std::string_view line = line_of(text, place.line);
    if (is_header) {
        const auto tree = toml_tree_of(line, place.file);
        if (!tree || tree->entries.size() != 1) return std::nullopt;
        WrittenKey key = key_in(*tree);
        key.is_header = true;
        return key;
    }
    const std::string_view written = before_column(line, place.column);
    std::size_t begin = written.size();
    for (int i = 0; i < kMostBeginnings && begin > 0; ++i) {
        const std::size_t border = written.find_last_of("{,", begin - 1);
        begin = border == std::string_view::npos ? 0 : border + 1;
        const auto tree = toml_tree_of(std::string(written.substr(begin)) + "0", place.file);
        if (tree && tree->entries.size() == 1) {
            WrittenKey key = key_in(*tree);
            key.column += letters(written.substr(0, begin));
            key.is_inline = begin > 0;
            return key;
        }
        if (begin > 0) begin = border;
    }
    return std::nullopt;
}

// The table that holds kHere, of all in the tree.
const TomlValue* table_of_here(const TomlValue& tree) {
    if (tree.find(kHere) != nullptr) return &tree;
    for (const TomlEntry& entry : tree.entries) {
        if (const TomlValue* found = table_of_here(entry.value)) return found;
    }
    for (const TomlValue& item : tree.items) {
        if (const TomlValue* found = table_of_here(item)) return found;
    }
    return nullptr;
}

// The part of the key that stands already, and the line where it does.
struct FirstKey {
    std::string path;
    std::uint32_t line = 0;
};

std::optional<FirstKey> first_key(std::string_view text, const Place& place, const WrittenKey& key) {
    std::string before(text.substr(0, start_of_line(text, place.line)));
    if (!key.is_header) before += "\"" + std::string(kHere) + "\" = 0\n";
    const auto tree = toml_tree_of(before, place.file);
    const TomlValue* at = !tree ? nullptr : key.is_header ? &*tree : table_of_here(*tree);
    if (at == nullptr) return std::nullopt;
    FirstKey first;
    for (const std::string& part : key.parts) {
        while (at->is(TomlKind::array) && !at->items.empty()) at = &at->items.back();
        const TomlEntry* entry = at->find_entry(part);
        if (entry == nullptr) break;
        first.path += (first.path.empty() ? "" : ".") + part;
        first.line = entry->place.line;
        at = &entry->value;
    }
    return first.path.empty() ? std::nullopt : std::optional(first);
}

std::optional<Diagnostic> key_twice(std::string_view text, const Place& place, std::string_view description) {
    if (!contains(description, "cannot redefine existing")) return std::nullopt;
    const bool is_header = description.starts_with("Error while parsing table header:");
    // Of a dotted key that goes through a value, the library points at the beginning.
    const std::string_view line = line_of(text, place.line);
    const std::size_t equals = line.find('=');
    const bool is_at_key = contains(description, "dotted key-value pair") && equals != std::string_view::npos;
    const Place value = is_at_key ? Place{place.file, place.line, letters(line.substr(0, equals + 1)) + 1} : place;
    const auto key = second_key(text, value, is_header);
    if (!key) return std::nullopt;
    const Place second{place.file, place.line, key->column};
    if (key->is_inline) return Diagnostic{second, key->parts.back() + " stands twice in one table"};
    const auto first = first_key(text, place, *key);
    if (!first) return std::nullopt;
    return Diagnostic{second, first->path + " stands twice; first in line " + std::to_string(first->line)};
}

}  // namespace

Diagnostic worded_toml_mistake(std::string_view text, const Place& place, std::string_view description) {
    if (const auto message = open_string(text, place, description)) {
        const std::uint32_t behind_line = letters(line_of(text, place.line)) + 1;
        return {{place.file, place.line, std::min(place.column, behind_line)}, *message};
    }
    if (const auto twice = key_twice(text, place, description)) return *twice;
    return {place, usual(description)};
}

}  // namespace bevlogen
