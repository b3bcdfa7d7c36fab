// Turns pairs into moves.
#include "models/careers/post_matching.hpp"

#include "models/careers/market_equations.hpp"

namespace bevlogen::careers {

using workforce::Arrival;
using workforce::Notice;
using workforce::Phase;

namespace {

Arrival arrival_of(const Seeker& seeker, const Opening& opening) {
    if (seeker.notice == Notice::graduates) return Arrival::graduated;
    if (seeker.notice == Notice::stops_training) return Arrival::stopped_training;
    if (seeker.notice == Notice::registers) return Arrival::registered;
    if (seeker.is_in_pool() || seeker.notice == Notice::contract_ends) return Arrival::found_post;
    const bool becomes_permanent = opening.kind == PostKind::specialist_permanent && seeker.is_temporary;
    return becomes_permanent && seeker.employer == opening.team.hospital() ? Arrival::became_permanent : Arrival::changed_employer;
}

}  // namespace

Phase next_phase(const Seeker& seeker) {
    if (seeker.notice == Notice::graduates || seeker.notice == Notice::stops_training) return Phase::anios;
    return seeker.notice == Notice::registers ? Phase::jonge_klare : seeker.phase;
}

PostMatching::PostMatching(const MarketParameters& market, const workforce::World& world, MarketView view,
                           const std::array<float, kPostKinds>& search)
    : world_(world), view_(std::move(view)) {
    for (std::size_t k = 0; k < kPostKinds; ++k) is_found_[k] = chance_that_search_ends(market.search_weeks[k] * search[k]);
}

void PostMatching::place(Opening& opening, Seeker& seeker, Arrival arrival, Phase phase) {
    opening.is_taken = true;
    seeker.is_placed = true;
    moves_.push_back({.from = seeker.seat,
                      .to = opening.seat,
                      .arrival = arrival,
                      .phase = phase,
                      .is_new_team = seeker.team != opening.team,
                      .is_new_employer = seeker.employer != opening.team.hospital(),
                      .is_new_region = seeker.region != opening.region});
}

void PostMatching::match(std::span<const RingPlace> openings, std::span<const RingPlace> seekers) {
    if (openings.empty() || seekers.empty()) return;
    for (const auto& [opening, seeker] : match_on_ring(openings, seekers)) meet(view_.openings[opening], view_.seekers[seeker]);
}

void PostMatching::meet(Opening& opening, Seeker& seeker) {
    const bool leaves_employer = seeker.notice == Notice::seeks_employer || seeker.notice == Notice::contract_ends;
    if (leaves_employer && seeker.employer == opening.team.hospital()) return;
    place(opening, seeker, arrival_of(seeker, opening), next_phase(seeker));
}

}  // namespace bevlogen::careers
