// Looks up what a snapshot has.
#include "viewer/scene/scene.hpp"

#include <algorithm>

namespace bevlogen {

std::optional<std::size_t> Scene::curve_of(std::size_t outcome) const {
    const auto& curves = now->wants.curves;
    const auto found = std::find(curves.begin(), curves.end(), outcome);
    return found == curves.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - curves.begin()));
}

}  // namespace bevlogen
