// The only file that includes toml++: copies its tree into ours.
#include "sim/scenario/toml_parser.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <tuple>

#include "sim/core/utf8.hpp"
#include "sim/scenario/toml_depth.hpp"
#include "sim/scenario/toml_mistake.hpp"

namespace bevlogen {
namespace {

std::string too_deep_words() { return "tables or arrays are nested deeper than " + std::to_string(kDeepestTables); }

class TreeCopier {
  public:
    TreeCopier(std::string file, Diagnostics& mistakes) : file_(std::move(file)), diagnostics_(mistakes) {}

    TomlValue copy(const toml::node& node, int depth = 0) const {
        TomlValue value;
        value.place = place_of(node.source().begin);
        if (depth > kDeepestTables) {
            diagnostics_.error(value.place, too_deep_words());
            return value;
        }
        if (const auto* table = node.as_table()) {
            value.kind = TomlKind::table;
            for (const auto& [key, child] : *table) {
                require_shown(key.str(), place_of(key.source().begin));
                value.entries.push_back({std::string(key.str()), place_of(key.source().begin), copy(child, depth + 1)});
            }
            std::stable_sort(value.entries.begin(), value.entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
                return std::tuple(a.place.line, a.place.column) < std::tuple(b.place.line, b.place.column);
            });
        } else if (const auto* array = node.as_array()) {
            value.kind = TomlKind::array;
            for (const toml::node& item : *array) value.items.push_back(copy(item, depth + 1));
        } else {
            copy_scalar(node, value);
            require_shown(value.text, value.place);
        }
        return value;
    }

  private:
    // Texts of a file stand in tables on a terminal, which must not take them for commands.
    void require_shown(std::string_view text, const Place& place) const {
        const auto letter = control_letter_in(text);
        if (!letter) return;
        std::array<char, 16> code{};
        std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(*letter));
        diagnostics_.error(place,
                           std::string("the text has ") + code.data() + ", which is no letter but controls a terminal; leave it out");
    }

    static void copy_scalar(const toml::node& node, TomlValue& value) {
        if (const auto* text = node.as_string()) {
            value.kind = TomlKind::text;
            value.text = text->get();
        } else if (const auto* whole = node.as_integer()) {
            value.kind = TomlKind::whole_number;
            value.whole = whole->get();
            value.number = static_cast<double>(value.whole);
        } else if (const auto* number = node.as_floating_point()) {
            value.kind = TomlKind::number;
            value.number = number->get();
        } else if (const auto* truth = node.as_boolean()) {
            value.kind = TomlKind::truth;
            value.truth = truth->get();
        } else {
            value.kind = TomlKind::date;
        }
    }

    Place place_of(const toml::source_position& position) const { return {file_, position.line, position.column}; }

    std::string file_;
    Diagnostics& diagnostics_;
};

// toml++ may point one line past the end; a place lies inside the file.
std::uint32_t line_within(std::uint32_t line, std::string_view text) {
    auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    if (text.empty() || text.back() != '\n') ++lines;
    return std::clamp<std::uint32_t>(line, 1, lines);
}

std::optional<TomlValue> copied(const toml::table& root, const std::string& file, Diagnostics& diagnostics) {
    Diagnostics mistakes;
    TomlValue tree = TreeCopier(file, mistakes).copy(root);
    for (const Diagnostic& error : mistakes.sorted()) diagnostics.error(error.place, error.message);
    if (!mistakes.empty()) return std::nullopt;
    tree.place = {file, 0, 0};
    return tree;
}

void put_place_everywhere(TomlValue& value, const Place& place) {
    value.place = place;
    for (TomlValue& item : value.items) put_place_everywhere(item, place);
    for (TomlEntry& entry : value.entries) {
        entry.place = place;
        put_place_everywhere(entry.value, place);
    }
}

}  // namespace

std::optional<TomlValue> parse_toml(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
    if (const auto too_long = too_long_key(text)) {
        diagnostics.error({file, too_long->line, too_long->column}, too_deep_words());
        return std::nullopt;
    }
    try {
        return copied(toml::parse(text), file, diagnostics);
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        const Place place{file, line_within(at.line, text), std::max<std::uint32_t>(at.column, 1)};
        const Diagnostic mistake = worded_toml_mistake(text, place, error.description());
        diagnostics.error(mistake.place, mistake.message);
        return std::nullopt;
    }
}

std::optional<TomlValue> toml_tree_of(std::string_view text, const std::string& file) {
    if (too_long_key(text)) return std::nullopt;
    try {
        Diagnostics unused;
        return copied(toml::parse(text), file, unused);
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

std::optional<TomlValue> parse_toml_value(std::string_view text, const Place& place) {
    if (text.find('#') != std::string_view::npos && !text.starts_with('"') && !text.starts_with('\'')) return std::nullopt;
    auto root = toml_tree_of("value = " + std::string(text), place.file);
    if (!root || root->entries.size() != 1 || root->entries[0].key != "value") return std::nullopt;
    TomlValue value = std::move(root->entries[0].value);
    put_place_everywhere(value, place);
    return value;
}

}  // namespace bevlogen
