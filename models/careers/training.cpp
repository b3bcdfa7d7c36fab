// Hands out training places, region by region, then all over the country.
#include "models/careers/training.hpp"

#include <algorithm>
#include <cmath>

#include "models/careers/market_equations.hpp"
#include "models/workforce/purposes.hpp"

namespace bevlogen::careers {

using workforce::Arrival;
using workforce::index_of;
using workforce::Notice;
using workforce::Phase;

namespace {

constexpr std::uint32_t kDrawChosen = 2;  // of kGraduation

bool applies(const Seeker& seeker) { return seeker.notice == Notice::applies_for_training; }

bool is_training_post(const Opening& opening) { return opening.kind == PostKind::aios; }

// As many of the free training posts as there are places, those that come first on the ring. Returns how many are filled.
std::size_t train(PostMatching& matching, std::span<const RingPlace> free, std::span<const RingPlace> applicants, double places) {
    std::vector<RingPlace> openings = in_order_of_ring(free);
    openings.resize(std::min(openings.size(), static_cast<std::size_t>(std::max(places, 0.0))));
    const auto pairs = match_on_ring(openings, applicants);
    for (const auto& [opening, seeker] : pairs)
        matching.place(matching.view().openings[opening], matching.view().seekers[seeker], Arrival::began_training, Phase::aios);
    return pairs.size();
}

}  // namespace

void fill_training(float places_a_year, const workforce::WorkforceFields& fields, std::span<Block> blocks,
                   std::span<const RegionPool> pools, const RegionFlows& flows, PostMatching& matching) {
    const auto places_left = [&](const RegionPool& pool) -> float& {
        return blocks[pool.block].team(fields.training_places_left)[pool.team];
    };
    double all_left = 0.0;
    const PlacesByRegion free = matching.openings_by_region(is_training_post), applicants = matching.seekers_by_region(applies);
    for (const RegionPool& pool : pools) {
        float& left = places_left(pool);
        left += static_cast<float>(flows.in_epoch(static_cast<double>(places_a_year), PostKind::aios, pool.region));
        left -= static_cast<float>(train(matching, free.of(pool.region), applicants.of(pool.region), static_cast<double>(left)));
        all_left += static_cast<double>(left);
    }
    auto taken = static_cast<float>(train(matching, matching.openings(is_training_post), matching.seekers(applies), all_left));
    for (const RegionPool& pool : pools) {  // whole places of regions that have some, in order
        const float given = std::min(taken, std::floor(std::max(places_left(pool), 0.0f)));
        places_left(pool) -= given;
        taken -= given;
    }
    if (taken > 0.0f && !pools.empty()) places_left(pools.front()) -= taken;
}

std::vector<Seat> train_here_or_elsewhere(const MarketParameters& market, float places_a_year, const workforce::World& world,
                                          const Now& now, PostMatching& matching) {
    const auto anios = static_cast<float>(workforce::usual_posts(world, PostKind::anios)) * world.filled[index_of(PostKind::anios)];
    const float chosen = chance_of_being_chosen(places_a_year, market.applies_a_year, anios);
    const auto lucky = matching.seekers([&](const Seeker& s) {
        return applies(s) && now.chance.uniform(s.person.value, now.week, workforce::kGraduation, kDrawChosen) < chosen;
    });
    for (const auto& [opening, seeker] : match_on_ring(matching.openings(is_training_post), lucky))
        matching.place(matching.view().openings[opening], matching.view().seekers[seeker], Arrival::began_training, Phase::aios);
    std::vector<Seat> elsewhere;
    for (const RingPlace& place : lucky) {
        Seeker& seeker = matching.view().seekers[place.index];
        if (seeker.is_placed) continue;
        seeker.is_placed = true;
        elsewhere.push_back(seeker.seat);
    }
    return elsewhere;
}

}  // namespace bevlogen::careers
