// Merges trees of TOML values.
#include "sim/scenario/merge.hpp"

#include <algorithm>
#include <vector>

namespace bevlogen {

namespace {

// The values of a lever's key by the names of its axis: those of `over`, and for names that it leaves out what stands below.
TomlValue by_name(const TomlValue& below, const TomlValue& over, const ScopeAxis& axis) {
    TomlValue merged = empty_table(over.place);
    if (over.entries.empty()) return merged;  // a mistake, and stays one
    if (below.is(TomlKind::table)) {
        merged.entries = below.entries;
    } else {
        for (const std::string& name : axis.values) merged.put({name, below.place, below});
    }
    for (const TomlEntry& entry : over.entries) merged.put(entry);
    return merged;
}

TomlValue lever_over(const TomlValue& below, const TomlValue& over, const LeverDecl& lever, std::span<const ScopeAxis> axes) {
    TomlValue merged = below;
    merged.place = over.place;
    for (const TomlEntry& entry : over.entries) {
        const auto key = std::find_if(lever.keys.begin(), lever.keys.end(), [&](const LeverKey& other) { return other.name == entry.key; });
        const TomlValue* value = below.find(entry.key);
        const bool is_by_name = value && key != lever.keys.end() && key->axis && entry.value.is(TomlKind::table);
        merged.put(is_by_name ? TomlEntry{entry.key, entry.place, by_name(*value, entry.value, axes[*key->axis])} : entry);
    }
    return merged;
}

}  // namespace

void lay_over(TomlValue& base, const TomlValue& over, std::span<const std::string_view> inside) {
    for (const TomlEntry& entry : over.entries) {
        const bool is_inside = std::find(inside.begin(), inside.end(), entry.key) != inside.end();
        const TomlValue* below = base.find(entry.key);
        if (is_inside && below && below->is(TomlKind::table) && entry.value.is(TomlKind::table)) {
            TomlEntry merged{entry.key, entry.place, *below};
            merged.value.place = entry.value.place;
            lay_over(merged.value, entry.value, {});
            base.put(std::move(merged));
        } else {
            base.put(entry);
        }
    }
}

void lay_over_scenario(TomlValue& base, const TomlValue& over) {
    const std::vector<std::string_view> inside = {"time", "run", "population"};
    lay_over(base, over, inside);
}

void lay_over_intervention(TomlValue& base, const TomlValue& over, const Vocabulary& vocabulary) {
    TomlValue others = over;
    for (const LeverDecl& lever : vocabulary.levers) {
        const TomlEntry* entry = over.find_entry(lever.name);
        const TomlValue* below = base.find(lever.name);
        if (!entry || !below || !entry->value.is(TomlKind::table) || !below->is(TomlKind::table)) continue;
        base.put({entry->key, entry->place, lever_over(*below, entry->value, lever, vocabulary.scope_axes)});
        others.remove(lever.name);
    }
    const std::vector<std::string_view> inside = {"scope", "costs"};
    lay_over(base, others, inside);
    if (over.place.line > 0) base.place = over.place;
}

}  // namespace bevlogen
