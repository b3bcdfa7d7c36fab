// Who gets a training place: as many as the country pays for, in posts that are free.
#pragma once

#include "models/careers/post_matching.hpp"
#include "models/careers/region_flows.hpp"

namespace bevlogen::careers {

// `places_a_year`: of the whole country at scale 1. Places are a region's, by its training posts; what it cannot fill goes to others, and
// what nobody can fill waits (training_places_left, kept with the pools). Who of those who apply gets one is a matter of chance.
void fill_training(float places_a_year, const workforce::WorkforceFields& fields, std::span<Block> blocks,
                   std::span<const RegionPool> pools, const RegionFlows& flows, PostMatching& matching);

// A part of the country: as many of those who apply are chosen as in the whole; who finds no place here trains elsewhere. Returns the seats
// of those.
std::vector<Seat> train_here_or_elsewhere(const MarketParameters& market, float places_a_year, const workforce::World& world,
                                          const Now& now, PostMatching& matching);

}  // namespace bevlogen::careers
