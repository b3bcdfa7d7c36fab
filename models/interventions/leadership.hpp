// The lever `leaders`: what programmes for leaders do to their quality, and how many persons one leads.
#pragma once

#include <span>

#include "models/workforce/leaders.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `leaders = { quality = 0.4, half_life = 208 }`.
LeverDecl leaders_lever();

// What the interventions do for who leads from `post`. What a programme has added is held while it runs and fades afterwards with the
// longest half-life of those that have begun and have the leader in reach, also of those that have ended.
workforce::LeaderSupport support_of_leader(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t post);

}  // namespace bevlogen::interventions
