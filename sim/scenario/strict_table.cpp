// Asks a table for its keys and reports what is missing, wrong or unknown.
#include "sim/scenario/strict_table.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/nearest_name.hpp"
#include "sim/scenario/keys.hpp"

namespace bevlogen {

StrictTable::StrictTable(const TomlValue& table, std::string name, Diagnostics& diagnostics, Completeness completeness)
    : table_(&table), name_(std::move(name)), diagnostics_(&diagnostics), completeness_(completeness) {
    expect(table.is(TomlKind::table), "a strict table reads a table");
}

const Place& StrictTable::place_of(std::string_view key) const {
    const TomlValue* value = table_->find(key);
    return value ? value->place : table_->place;
}

const TomlValue* StrictTable::any(const KeyDecl& key) {
    asked_.emplace_back(key.name);
    const TomlValue* value = table_->find(key.name);
    if (!value && key.need == Need::required && completeness_ == Completeness::complete) {
        diagnostics_->error(table_->place, "\"" + std::string(key.name) + "\" is missing" + whereabouts() + ": " + std::string(key.doc));
    }
    return value;
}

std::optional<double> StrictTable::number(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_number(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<std::int64_t> StrictTable::whole_number(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_whole_number(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<bool> StrictTable::flag(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_flag(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<std::string> StrictTable::text(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_text(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<std::string> StrictTable::word(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_word(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<std::vector<std::string>> StrictTable::texts(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_texts(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<NumberRange> StrictTable::range(const KeyDecl& key) {
    const TomlValue* value = any(key);
    return value ? check_range(*value, key, *diagnostics_) : std::nullopt;
}

std::optional<Label> StrictTable::label(const KeyDecl& key) {
    const TomlValue* value = any(key);
    if (!value) return std::nullopt;
    if (key.type == KeyType::title && value->is(TomlKind::text)) return Label{value->text, value->text};
    if (key.type == KeyType::title && !value->is(TomlKind::table)) {
        diagnostics_->error(value->place, std::string(key.name) + " must be a string, or { en = \"...\", nl = \"...\" }, not " +
                                              std::string(in_words(value->kind)));
        return std::nullopt;
    }
    if (!check_kind(*value, TomlKind::table, key.name, *diagnostics_)) return std::nullopt;
    StrictTable languages(*value, std::string(key.name), *diagnostics_);
    for (const auto& [one, other] : {std::pair{"en", "nl"}, std::pair{"nl", "en"}}) {
        if (key.type != KeyType::title || !languages.has(one) || languages.has(other)) continue;
        const auto text = languages.text(key_named(label_keys(), one));  // for both
        languages.finish();
        return text ? std::optional(Label::same(*text)) : std::nullopt;
    }
    const auto en = languages.text(key_named(label_keys(), "en"));
    const auto nl = languages.text(key_named(label_keys(), "nl"));
    languages.finish();
    if (!en || !nl) return std::nullopt;
    return Label{*en, *nl};
}

const TomlValue* StrictTable::table(const KeyDecl& key) {
    const TomlValue* value = any(key);
    if (!value || !check_kind(*value, TomlKind::table, key.name, *diagnostics_)) return nullptr;
    return value;
}

std::vector<const TomlValue*> StrictTable::tables(const KeyDecl& key) {
    const TomlValue* value = any(key);
    std::vector<const TomlValue*> found;
    if (!value) return found;
    if (!value->is(TomlKind::array)) {
        diagnostics_->error(value->place, std::string(key.name) + " must be an array of tables (written [[" + std::string(key.name) +
                                              "]]), not " + std::string(in_words(value->kind)));
        return found;
    }
    for (const TomlValue& item : value->items) {
        if (check_kind(item, TomlKind::table, "each value of " + std::string(key.name), *diagnostics_)) found.push_back(&item);
    }
    return found;
}

bool StrictTable::finish() {
    bool knows_all = true;
    for (const TomlEntry& entry : table_->entries) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
        diagnostics_->error(entry.place, "unknown key \"" + entry.key + "\"" + whereabouts() + suggestion(entry.key, asked_));
        knows_all = false;
    }
    return knows_all;
}

}  // namespace bevlogen
