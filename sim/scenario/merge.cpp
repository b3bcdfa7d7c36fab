// Merges trees of TOML values.
#include "sim/scenario/merge.hpp"

#include <algorithm>
#include <vector>

namespace bevlogen {

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
    std::vector<std::string_view> inside = {"scope", "costs"};
    for (const LeverDecl& lever : vocabulary.levers) inside.emplace_back(lever.name);
    lay_over(base, over, inside);
    if (over.place.line > 0) base.place = over.place;
}

}  // namespace bevlogen
