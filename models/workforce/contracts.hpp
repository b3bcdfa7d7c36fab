// Who has a temporary contract in the world as it is.
#pragma once

#include <span>

#include "models/workforce/world.hpp"

namespace bevlogen::workforce {

// Share of each phase on temporary contracts, from the posts of the world: what makes the effect of a contract zero on average in a phase.
std::array<float, kPhases> temporary_shares(const World& world, std::span<const Department> departments);

}  // namespace bevlogen::workforce
