// Leaders: who sits on the first filled specialist post of each team. Their quality falls with their span and their own burnout.
#pragma once

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"

namespace bevlogen::workforce {

// The quality of a leader now, in SD: quality - span_cost log2(max(span / span_free, 1)) - burnout_cost z. `span`: persons who are led.
float leader_quality_now(const World& world, float quality, float span, float z_burnout) noexcept;

// Sets leader_now of each team: at the start and at each clearing. `z_burnout`: a value a post, or nullptr for 0 everywhere. Where no
// specialist post is filled, somebody stands in: the same quality, burnout 0. Whoever is new as a leader has a quality of their own, drawn
// once a person; the first of a team has the team's.
void set_leaders(const World& world, const WorkforceFields& fields, const Chance& chance, Block& block, const float* z_burnout);

}  // namespace bevlogen::workforce
