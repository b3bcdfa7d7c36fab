// Reads values of parameters, each checked against its declaration.
#include "sim/scenario/parameter_reader.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/path_suggestion.hpp"
#include "sim/scenario/strict_table.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMissingNamed = 8;

std::string below(const std::string& prefix, const std::string& key) { return prefix.empty() ? key : prefix + "." + key; }

// An entry has a key of one, or nothing at all; any other table is the start of longer paths.
bool looks_like_entry(const TomlValue& table) {
    const auto is_key_of_entry = [](const TomlEntry& entry) {
        return std::any_of(parameter_entry_keys().begin(), parameter_entry_keys().end(),
                           [&](const KeyDecl& key) { return key.name == entry.key; });
    };
    return table.entries.empty() || std::any_of(table.entries.begin(), table.entries.end(), is_key_of_entry);
}

}  // namespace

KeyDecl parameter_key_decl(const ParameterDecl& decl) {
    KeyDecl key{.name = decl.path, .doc = decl.meaning.en, .unit = decl.unit, .min = decl.min, .max = decl.max};
    switch (decl.kind) {
        case ParameterKind::number: key.type = KeyType::number; break;
        case ParameterKind::whole_number: key.type = KeyType::whole_number; break;
        case ParameterKind::choice:
            key.type = KeyType::word;
            key.words.assign(decl.choices.begin(), decl.choices.end());
            break;
    }
    return key;
}

ParameterReader::ParameterReader(const Vocabulary& vocabulary, SharedFiles shared, Diagnostics& diagnostics)
    : table_(&vocabulary.parameters),
      rows_(vocabulary.rows),
      passed_over_(shared == SharedFiles::passed_over ? std::span<const std::string>(vocabulary.paths_elsewhere)
                                                      : std::span<const std::string>()),
      diagnostics_(&diagnostics),
      is_given_(table_->decls().size()),
      has_range_(table_->decls().size()),
      is_in_file_(table_->decls().size()) {
    result_.values.resize(table_->decls().size());
    result_.origins.resize(table_->decls().size());
}

void ParameterReader::read_file(const TomlValue& tree) {
    is_in_file_.assign(is_in_file_.size(), false);
    is_file_ = true;
    read_prefix(tree, "");
    is_file_ = false;
}

void ParameterReader::read_prefix(const TomlValue& table, const std::string& prefix) {
    for (const TomlEntry& entry : table.entries) {
        const std::string path = below(prefix, entry.key);
        const bool is_rows = std::any_of(rows_.begin(), rows_.end(), [&](const RowsDecl& decl) { return decl.path == path; });
        if (is_rows) continue;  // read by another reader
        if (!rows_.empty() && entry.value.is(TomlKind::array)) {
            std::vector<std::string> valid;
            for (const RowsDecl& decl : rows_) valid.push_back(decl.path);
            diagnostics_->error(entry.place, "unknown table of rows \"" + path + "\"" + path_suggestion(path, valid));
        } else if (!entry.value.is(TomlKind::table)) {
            diagnostics_->error(entry.place, "\"" + path + "\" must be a table with value, unit, source and range, not " +
                                                 std::string(in_words(entry.value.kind)));
        } else if (looks_like_entry(entry.value) || table_->find(path)) {
            read_entry(entry.value, entry.place, path);
        } else {
            read_prefix(entry.value, path);
        }
    }
}

void ParameterReader::read_entry(const TomlValue& entry, const Place& key_place, const std::string& path) {
    StrictTable table(entry, "[" + toml_string(path) + "]", *diagnostics_);
    const auto key = [](std::string_view name) -> const KeyDecl& { return key_named(parameter_entry_keys(), name); };
    const TomlValue* value = table.any(key("value"));
    const auto unit = table.text(key("unit"));
    const auto source = table.text(key("source"));
    const auto range = table.range(key("range"));
    table.text(key("note"));
    table.finish();

    if (source && (source->empty() || source->find_first_not_of(" \t\n") == std::string::npos)) {
        diagnostics_->error(table.place_of("source"), "source is empty: " + std::string(key("source").doc));
    } else if (source && source->starts_with("assumed") && (source->size() < 10 || !source->starts_with("assumed: "))) {
        diagnostics_->error(table.place_of("source"), "an assumed value says why: source = \"assumed: ...\"");
    }
    std::vector<std::pair<std::size_t, const TomlValue*>> found;
    if (value) read_values(*value, key_place, path, found);

    bool needs_range = false;
    for (const auto& [parameter, own] : found) {
        needs_range |= table_->decls()[parameter].kind != ParameterKind::choice;
        if (unit) check_unit(*unit, table.place_of("unit"), parameter);
        const auto number = check(parameter, *own);
        const NumberRange plausible = range.value_or(NumberRange{number.value_or(0.0), number.value_or(0.0)});
        if (range) check_plausible(parameter, number, *range, own->place, table.place_of("range"));
        if (number) result_.values[parameter] = *number;
        has_range_[parameter] = range.has_value();
        result_.origins[parameter] = {source.value_or(""), plausible.low, plausible.high, own->place};
    }
    if (needs_range && !table.has("range")) {
        diagnostics_->error(entry.place, "\"range\" is missing in [" + toml_string(path) + "]: " + std::string(key("range").doc));
    }
}

void ParameterReader::check_plausible(std::size_t parameter, std::optional<double> number, const NumberRange& range, const Place& value,
                                      const Place& range_place) const {
    const ParameterDecl& decl = table_->decls()[parameter];
    const KeyDecl bounds = parameter_key_decl(decl);
    const std::string worded = "[" + shortest_number(range.low) + ", " + shortest_number(range.high) + "]";
    if (!bounds.holds(range.low) || !bounds.holds(range.high)) {
        diagnostics_->error(
            range_place, "range = " + worded + " of " + decl.path + " (must lie in " + bounds_text(bounds) + ": " + decl.meaning.en + ")");
    } else if (number && (*number < range.low || *number > range.high)) {
        diagnostics_->error(value, decl.path + " = " + shortest_number(*number) + " (must lie in its own range, " + worded + ")");
    }
}

void ParameterReader::read_values(const TomlValue& value, const Place& key_place, const std::string& path,
                                  std::vector<std::pair<std::size_t, const TomlValue*>>& found) {
    if (value.is(TomlKind::table)) {
        for (const TomlEntry& entry : value.entries) read_values(entry.value, entry.place, below(path, entry.key), found);
        if (value.entries.empty()) diagnostics_->error(value.place, "\"" + path + "\" gives no values");
        return;
    }
    if (is_passed_over(path)) return;
    if (const auto parameter = find_new(path, key_place)) found.emplace_back(*parameter, &value);
}

void ParameterReader::check_unit(const std::string& unit, const Place& place, std::size_t parameter) const {
    const ParameterDecl& decl = table_->decls()[parameter];
    if (unit == decl.unit) return;
    diagnostics_->error(place, "unit = " + toml_string(unit) + " (must be " + toml_string(decl.unit) + ", the unit of " + decl.path + ")");
}

std::optional<std::size_t> ParameterReader::find_new(const std::string& path, const Place& place) {
    const auto parameter = table_->find(path);
    if (!parameter) {
        // A suggestion looks through all paths: after some, the file is of another model.
        constexpr std::size_t kMostSuggestions = 100;
        const bool is_suggested = diagnostics_->size() < kMostSuggestions;
        diagnostics_->error(place,
                            "unknown parameter \"" + path + "\"" + (is_suggested ? path_suggestion(path, table_->paths()) : std::string()));
        return std::nullopt;
    }
    if (is_in_file_[*parameter]) {
        diagnostics_->error(place, "\"" + path + "\" is given twice in this file");
        return std::nullopt;
    }
    is_in_file_[*parameter] = true;
    is_given_[*parameter] = true;
    return parameter;
}

bool ParameterReader::is_passed_over(const std::string& path) const {
    return is_file_ && std::binary_search(passed_over_.begin(), passed_over_.end(), path);
}

std::optional<double> ParameterReader::check(std::size_t parameter, const TomlValue& value) const {
    return check_as_number(value, parameter_key_decl(table_->decls()[parameter]), *diagnostics_);
}

void ParameterReader::read_settings(const TomlValue& settings, const std::string& source) {
    is_in_file_.assign(is_in_file_.size(), false);
    for (const TomlEntry& entry : settings.entries) {
        std::vector<std::pair<std::size_t, const TomlValue*>> found;
        read_values(entry.value, entry.place, entry.key, found);
        for (const auto& [parameter, value] : found) set(parameter, *value, source);
    }
}

void ParameterReader::set(std::size_t parameter, const TomlValue& value, const std::string& source) {
    is_given_[parameter] = true;
    const auto number = check(parameter, value);
    if (!number) return;
    ParameterOrigin& origin = result_.origins[parameter];
    if (!has_range_[parameter]) origin.low = origin.high = *number;
    result_.values[parameter] = *number;
    origin.source = source;
    origin.place = value.place;
}

std::vector<std::size_t> ParameterReader::given() const {
    std::vector<std::size_t> parameters;
    for (std::size_t p = 0; p < is_given_.size(); ++p) {
        if (is_given_[p]) parameters.push_back(p);
    }
    return parameters;
}

void ParameterReader::report_missing(const Place& scenario) const {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < is_given_.size(); ++i) {
        if (is_given_[i]) continue;
        const ParameterDecl& decl = table_->decls()[i];
        missing.push_back("\"" + decl.path + "\" (unit " + decl.unit + ")");
    }
    if (missing.size() <= kMissingNamed) {
        for (const std::string& name : missing) diagnostics_->error(scenario, "the parameter " + name + " has no value");
        return;
    }
    std::string names;
    for (std::size_t i = 0; i < kMissingNamed; ++i) names += (i > 0 ? ", " : "") + missing[i];
    diagnostics_->error(scenario, std::to_string(missing.size()) + " parameters have no value: " + names + " and " +
                                      std::to_string(missing.size() - kMissingNamed) + " more");
}

}  // namespace bevlogen
