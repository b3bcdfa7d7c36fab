// Turns the words of a scope into bits of its axes.
#include "sim/scenario/scope_reader.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/strict_table.hpp"

namespace bevlogen {
namespace {

std::uint32_t all_bits(const ScopeAxis& axis) {
    expect(!axis.values.empty() && axis.values.size() <= 32, "an axis of a scope has 1 to 32 values");
    return axis.values.size() == 32 ? 0xffffffffu : (1u << axis.values.size()) - 1;
}

std::optional<std::uint32_t> read_axis(const TomlValue& value, const ScopeAxis& axis, Diagnostics& diagnostics) {
    const KeyDecl key = scope_axis_decl(axis);
    const auto bit_of = [&](const std::string& word) {
        return 1u << (std::find(axis.values.begin(), axis.values.end(), word) - axis.values.begin());
    };
    if (!value.is(TomlKind::array) && !value.is(TomlKind::text)) {
        diagnostics.error(value.place, axis.key + " must be a string or an array of strings, not " + std::string(in_words(value.kind)));
        return std::nullopt;
    }
    if (value.is(TomlKind::text)) {
        if (value.text == kEverybody) return all_bits(axis);
        const auto word = check_word(value, key, diagnostics);
        return word ? std::optional(bit_of(*word)) : std::nullopt;
    }
    const auto words = check_texts(value, key, diagnostics);
    if (!words) return std::nullopt;
    if (words->empty()) {
        diagnostics.error(value.place, axis.key + " = [] selects nobody (leave it out, or \"all\", for everybody)");
        return std::nullopt;
    }
    std::uint32_t bits = 0;
    bool is_right = true;
    for (const TomlValue& item : value.items) {
        const auto word = check_word(item, key, diagnostics);
        if (word) bits |= bit_of(*word);
        is_right = is_right && word.has_value();
    }
    return is_right ? std::optional(bits) : std::nullopt;
}

}  // namespace

Scope scope_of_everybody(const Vocabulary& vocabulary) {
    Scope scope;
    for (const ScopeAxis& axis : vocabulary.scope_axes) scope.axes.push_back(all_bits(axis));
    return scope;
}

Scope read_scope(const TomlValue& table, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    Scope scope = scope_of_everybody(vocabulary);
    StrictTable reader(table, "scope", diagnostics);
    for (std::size_t i = 0; i < vocabulary.scope_axes.size(); ++i) {
        const ScopeAxis& axis = vocabulary.scope_axes[i];
        const TomlValue* value = reader.any(scope_axis_decl(axis));
        if (!value) continue;
        if (const auto bits = read_axis(*value, axis, diagnostics)) scope.axes[i] = *bits;
    }
    const auto share = [&](std::string_view name) {
        const KeyDecl& key = key_named(scope_keys(), name);
        return reader.number(key).value_or(default_number(key));
    };
    scope.team_share = share("team_share");
    scope.coverage = share("coverage");
    if (const auto arm = reader.whole_number(key_named(scope_keys(), "arm"))) scope.arm = static_cast<int>(*arm);
    if (const auto where = reader.word(predicate_decl(vocabulary))) {
        const auto it = std::find_if(vocabulary.predicates.begin(), vocabulary.predicates.end(),
                                     [&](const PredicateDecl& predicate) { return predicate.name == *where; });
        scope.where = static_cast<std::size_t>(it - vocabulary.predicates.begin());
    }
    reader.finish();
    return scope;
}

}  // namespace bevlogen
