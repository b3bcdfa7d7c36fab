// Looks names up in what a model declares.
#include "sim/study/quantity.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

template <class Decl>
std::optional<std::size_t> place_of(const std::vector<Decl>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Decl& one) { return one.name == name; });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::optional<Quantity> find_quantity(const Model& model, std::string_view name) {
    if (const auto outcome = place_of(model.outcomes(), name)) return Quantity{Quantity::Kind::outcome, *outcome};
    if (const auto instrument = place_of(model.instruments(), name)) return Quantity{Quantity::Kind::instrument, *instrument};
    if (const auto variable = place_of(model.variables(), name)) return Quantity{Quantity::Kind::variable, *variable};
    return std::nullopt;
}

std::vector<std::string> quantity_names(const Model& model) {
    std::vector<std::string> names;
    const auto add = [&](const auto& all) {
        for (const auto& one : all) {
            if (std::find(names.begin(), names.end(), one.name) == names.end()) names.push_back(one.name);
        }
    };
    add(model.outcomes());
    add(model.instruments());
    add(model.variables());
    return names;
}

QuantityWords words_of(const Model& model, const Quantity& quantity) {
    const auto words = [](const auto& decl) { return QuantityWords{decl.name, decl.label, decl.unit}; };
    switch (quantity.kind) {
        case Quantity::Kind::outcome: return words(model.outcomes()[quantity.index]);
        case Quantity::Kind::instrument: return words(model.instruments()[quantity.index]);
        case Quantity::Kind::variable: break;
    }
    return words(model.variables()[quantity.index]);
}

}  // namespace bevlogen
