// Leaders: who sits on the first filled specialist post of each team. Their quality falls with their span and their own burnout.
#pragma once

#include <functional>
#include <limits>

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"

namespace bevlogen::workforce {

// The quality of a leader now, in SD: quality - span_cost log2(max(span / span_free, 1)) - burnout_cost z. `span`: persons who are led.
float leader_quality_now(const World& world, float quality, float span, float z_burnout) noexcept;

// What programmes do for one leader now.
struct LeaderSupport {
    float quality = 0.0f;                                         // SD that they hold the gain at
    float left = 1.0f;                                            // of a gain, from one clearing to the next, where nothing holds it
    float most_persons = std::numeric_limits<float>::infinity();  // whom one leads
    float span_share = 0.0f;                                      // how far the span is brought down to that, in [0, 1]
};
using SupportOfLeader = std::function<LeaderSupport(std::size_t post)>;

// Sets leader_now of each team: at the start and at each clearing. `z_burnout`: a value a post, or nullptr for 0 everywhere. Where no
// specialist post is filled, somebody stands in: the same quality, burnout 0. Whoever is new as a leader has a quality of their own, drawn
// once a person; the first of a team has the team's. `support` (none where nothing is done for leaders) is asked of the post of each
// leader; what programmes have added, leader_gain, is the person's: who is new as a leader begins without.
void set_leaders(const World& world, const WorkforceFields& fields, const Chance& chance, Block& block, const float* z_burnout,
                 const SupportOfLeader& support = {});

}  // namespace bevlogen::workforce
