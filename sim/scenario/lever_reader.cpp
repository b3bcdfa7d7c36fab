// Reads numbers, flags and words of a lever, one value a key or one for each value of an axis.
#include "sim/scenario/lever_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "sim/core/contract.hpp"
#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "sim/scenario/strict_table.hpp"

namespace bevlogen {
namespace {

TomlKind kind_of(const KeyDecl& key) {
    return key.type == KeyType::flag ? TomlKind::truth : key.type == KeyType::word ? TomlKind::text : TomlKind::number;
}

// What a key with an axis takes beside a table: one value for all.
std::optional<double> check_one_for_all(const TomlValue& value, const KeyDecl& key, const ScopeAxis& axis, Diagnostics& diagnostics) {
    const TomlKind wanted = kind_of(key);
    const bool is_one = value.is(wanted) || (wanted == TomlKind::number && value.is(TomlKind::whole_number));
    if (is_one) return check_as_number(value, key, diagnostics);
    diagnostics.error(value.place, std::string(key.name) + " must be " + std::string(in_words(wanted)) + " or a table by " + axis.key +
                                       ", not " + std::string(in_words(value.kind)));
    return std::nullopt;
}

// { anios = 0.1, aios = 0.2 }
void read_by_name(const TomlValue& table, const KeyDecl& key, const ScopeAxis& axis, std::span<double> values, Diagnostics& diagnostics) {
    StrictTable reader(table, std::string(key.name), diagnostics);
    for (std::size_t v = 0; v < axis.values.size(); ++v) {
        const TomlValue* value = reader.any({.name = axis.values[v]});
        if (!value) continue;
        const std::string path = std::string(key.name) + "." + axis.values[v];
        KeyDecl of_value = key;
        of_value.name = path;
        if (const auto number = check_as_number(*value, of_value, diagnostics)) values[v] = *number;
    }
    reader.finish();
    if (table.entries.empty()) {
        diagnostics.error(table.place, std::string(key.name) + " = {} gives no values (name one of " + axis.key + " at least)");
    }
}

}  // namespace

void read_lever(const TomlValue& table, const LeverDecl& lever, std::span<const ScopeAxis> axes, LeverSetting& setting,
                Diagnostics& diagnostics) {
    expect(setting.values.size() == lever_slots(axes, lever), "a setting has the values of its lever");
    StrictTable reader(table, lever.name, diagnostics);
    std::span<double> rest = setting.values;
    for (const LeverKey& key : lever.keys) {
        const std::span<double> values = rest.first(key_slots(axes, key));
        rest = rest.subspan(values.size());
        const KeyDecl decl = lever_key_decl(key);
        const TomlValue* value = reader.any(decl);
        if (!value) continue;
        if (key.axis && value->is(TomlKind::table)) {
            read_by_name(*value, decl, axes[*key.axis], values, diagnostics);
            continue;
        }
        const auto number =
            key.axis ? check_one_for_all(*value, decl, axes[*key.axis], diagnostics) : check_as_number(*value, decl, diagnostics);
        if (number) std::fill(values.begin(), values.end(), *number);
    }
    reader.finish();
}

}  // namespace bevlogen
