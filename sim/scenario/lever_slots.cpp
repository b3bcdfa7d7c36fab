// Counts the values of a lever's keys.
#include "sim/scenario/lever_slots.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace bevlogen {

std::size_t key_slots(std::span<const ScopeAxis> axes, const LeverKey& key) {
    if (!key.axis) return 1;
    expect(*key.axis < axes.size() && !axes[*key.axis].values.empty(), "the axis of a lever's key is one of the vocabulary");
    return axes[*key.axis].values.size();
}

std::size_t lever_slots(std::span<const ScopeAxis> axes, const LeverDecl& lever) { return lever_slot(axes, lever, lever.keys.size()); }

std::size_t lever_slot(std::span<const ScopeAxis> axes, const LeverDecl& lever, std::size_t key) {
    expect(key <= lever.keys.size(), "a lever has the key whose values are looked for");
    std::size_t slot = 0;
    for (std::size_t k = 0; k < key; ++k) slot += key_slots(axes, lever.keys[k]);
    return slot;
}

std::size_t lever_slot_named(std::span<const ScopeAxis> axes, const LeverDecl& lever, std::string_view name) {
    const auto it = std::find_if(lever.keys.begin(), lever.keys.end(), [&](const LeverKey& key) { return key.name == name; });
    expect(it != lever.keys.end(), "a lever has the key that is looked for by name");
    return lever_slot(axes, lever, static_cast<std::size_t>(it - lever.keys.begin()));
}

std::vector<double> unwritten_values(std::span<const ScopeAxis> axes, const LeverDecl& lever) {
    std::vector<double> values;
    for (const LeverKey& key : lever.keys) values.insert(values.end(), key_slots(axes, key), key.fallback);
    return values;
}

}  // namespace bevlogen
