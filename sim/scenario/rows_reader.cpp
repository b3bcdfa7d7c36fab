// Reads tables of named rows, each with a name of its own and the numbers of its declaration.
#include "sim/scenario/rows_reader.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/strict_table.hpp"

namespace bevlogen {
namespace {

std::string below(const std::string& prefix, const std::string& key) { return prefix.empty() ? key : prefix + "." + key; }

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

// "departments" of "world.departments"
std::string_view name_in_world(const RowsDecl& decl) {
    const std::string start = std::string(kWorld) + ".";
    expect(decl.path.starts_with(start) && decl.path.find('.', start.size()) == std::string::npos,
           "a table of rows is one key below the world");
    return std::string_view(decl.path).substr(start.size());
}

}  // namespace

KeyDecl row_key_decl(const LeverKey& key) {
    expect((key.kind == LeverKeyKind::number || key.kind == LeverKeyKind::whole_number) && !key.axis, "rows hold single numbers");
    KeyDecl decl = lever_key_decl(key);
    if (!is_set(key.fallback)) decl.need = Need::required;
    return decl;
}

RowsReader::RowsReader(std::span<const RowsDecl> decls, Diagnostics& diagnostics)
    : decls_(decls), diagnostics_(&diagnostics), rows_(decls.size()), is_in_file_(decls.size()) {}

void RowsReader::read_file(const TomlValue& tree) {
    is_in_file_.assign(decls_.size(), false);
    find_below(tree, "");
}

void RowsReader::find_below(const TomlValue& table, const std::string& prefix) {
    for (const TomlEntry& entry : table.entries) {
        const std::string path = below(prefix, entry.key);
        const auto it = std::find_if(decls_.begin(), decls_.end(), [&](const RowsDecl& decl) { return decl.path == path; });
        if (it == decls_.end()) {
            if (entry.value.is(TomlKind::table)) find_below(entry.value, path);
            continue;
        }
        const auto decl = static_cast<std::size_t>(it - decls_.begin());
        if (is_in_file_[decl]) diagnostics_->error(entry.place, "\"" + path + "\" is given twice in this file");
        is_in_file_[decl] = true;
        read_table(decl, entry.value);
    }
}

void RowsReader::read_world(const TomlValue& world) {
    if (decls_.empty()) {
        check_kind(world, TomlKind::text, kWorld, *diagnostics_);
        return;
    }
    StrictTable reader(world, "[world]", *diagnostics_);
    for (std::size_t d = 0; d < decls_.size(); ++d) {
        if (const TomlValue* value = reader.any({.name = name_in_world(decls_[d])})) read_table(d, *value);
    }
    reader.finish();
}

void RowsReader::read_table(std::size_t decl, const TomlValue& value) {
    const RowsDecl& rows = decls_[decl];
    const bool is_list = value.is(TomlKind::array) && std::all_of(value.items.begin(), value.items.end(),
                                                                  [](const TomlValue& item) { return item.is(TomlKind::table); });
    if (!is_list) {
        const std::string found = value.is(TomlKind::array) ? "an array of other values" : std::string(in_words(value.kind));
        diagnostics_->error(value.place, rows.path + " must be an array of tables (written [[" + rows.path + "]]), not " + found);
        return;
    }
    std::vector<NamedRow> read;
    for (const TomlValue& item : value.items) read.push_back(read_row(rows, item, read));
    rows_[decl] = std::move(read);
}

NamedRow RowsReader::read_row(const RowsDecl& decl, const TomlValue& table, std::span<const NamedRow> before) const {
    StrictTable reader(table, "[[" + decl.path + "]]", *diagnostics_);
    NamedRow row;
    row.place = table.place;
    if (const auto name = reader.text(key_named(row_keys(), "name"))) {
        row.name = *name;
        const auto same = std::find_if(before.begin(), before.end(), [&](const NamedRow& other) { return other.name == *name; });
        if (is_blank(*name)) {
            diagnostics_->error(reader.place_of("name"), "name is empty: " + std::string(key_named(row_keys(), "name").doc));
        } else if (same != before.end()) {
            diagnostics_->error(reader.place_of("name"), "two rows of " + decl.path + " are named \"" + *name + "\", the other in line " +
                                                             std::to_string(same->place.line));
        }
    }
    reader.text(key_named(row_keys(), "source"));
    for (const LeverKey& key : decl.keys) {
        const KeyDecl number = row_key_decl(key);
        const TomlValue* value = reader.any(number);
        row.values.push_back(value ? check_as_number(*value, number, *diagnostics_).value_or(key.fallback) : key.fallback);
    }
    reader.finish();
    return row;
}

}  // namespace bevlogen
