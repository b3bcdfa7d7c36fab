// Wording of bounds and look-up of declared keys.
#include "sim/scenario/key.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {

std::string bounds_text(const KeyDecl& key) {
    std::string text = (key.is_min_open ? "(" : "[") + shortest_number(key.min) + ", " + shortest_number(key.max) + "]";
    if (!key.unit.empty() && key.unit != "1") text += " " + std::string(key.unit);
    return text;
}

const KeyDecl& key_named(std::span<const KeyDecl> keys, std::string_view name) {
    const auto it = std::find_if(keys.begin(), keys.end(), [&](const KeyDecl& key) { return key.name == name; });
    expect(it != keys.end(), "a key that is read is declared");
    return *it;
}

double default_number(const KeyDecl& key) {
    const double* number = std::get_if<double>(&key.fallback);
    expect(number != nullptr, "a key whose default is used has one");
    return *number;
}

std::string default_text(const KeyDecl& key) {
    const auto* text = std::get_if<std::string_view>(&key.fallback);
    expect(text != nullptr, "a key whose default is used has one");
    return std::string(*text);
}

}  // namespace bevlogen
