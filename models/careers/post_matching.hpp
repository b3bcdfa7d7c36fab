// Openings and seekers of one clearing, and the rounds in which they meet.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "models/careers/market_parameters.hpp"
#include "models/careers/market_view.hpp"
#include "models/careers/placement.hpp"

namespace bevlogen::careers {

// Places on the ring, those of a region together and in their order.
class PlacesByRegion {
  public:
    // `region_of` tells it of a place.
    template <class RegionOf>
    PlacesByRegion(std::span<const RingPlace> places, std::size_t regions, const RegionOf& region_of)
        : begin_(regions + 1, 0), places_(places.size()) {
        for (const RingPlace& place : places) ++begin_[region_of(place) + 1];
        for (std::size_t r = 1; r < begin_.size(); ++r) begin_[r] += begin_[r - 1];
        std::vector<std::uint32_t> next = begin_;
        for (const RingPlace& place : places) places_[next[region_of(place)]++] = place;
    }

    bool empty() const { return places_.empty(); }
    std::span<const RingPlace> of(std::uint32_t region) const {
        return std::span(places_).subspan(begin_[region], begin_[region + 1] - begin_[region]);
    }

  private:
    std::vector<std::uint32_t> begin_;
    std::vector<RingPlace> places_;
};

class PostMatching {
  public:
    // `search`: time to fill a post over the usual, by kind.
    PostMatching(const MarketParameters& market, const workforce::World& world, MarketView view,
                 const std::array<float, kPostKinds>& search);

    MarketView& view() { return view_; }
    const std::vector<Move>& moves() const { return moves_; }
    void add_move(const Move& move) { moves_.push_back(move); }

    // The search for somebody has come to its end.
    bool is_ready(const Opening& opening) const {
        return !opening.is_taken && opening.readiness < is_found_[workforce::index_of(opening.kind)];
    }
    void place(Opening& opening, Seeker& seeker, workforce::Arrival arrival, workforce::Phase phase);

    // Fills ready posts of a kind with those who look for them: within regions first, then all over the country, for who has to move or
    // wants to leave. `looks` is asked of each seeker who has nothing yet.
    template <class Looks>
    void fill(PostKind kind, const Looks& looks) {
        const auto is_free = [&](const Opening& o) { return o.kind == kind && is_ready(o); };
        const PlacesByRegion open = openings_by_region(is_free);
        if (open.empty()) return;
        const PlacesByRegion lookers = seekers_by_region(looks);
        for (std::uint32_t region = 0; region < static_cast<std::uint32_t>(world_.regions); ++region) {
            match(open.of(region), lookers.of(region));
        }
        match(openings(is_free),
              seekers([&](const Seeker& s) { return (s.is_in_pool() || s.notice != workforce::Notice::none) && looks(s); }));
    }

    // Openings and seekers as places on the ring.
    template <class Holds>
    std::vector<RingPlace> openings(const Holds& holds) const {
        std::vector<RingPlace> places;
        for (std::uint32_t i = 0; i < view_.openings.size(); ++i) {
            const Opening& o = view_.openings[i];
            if (!o.is_taken && holds(o)) places.push_back({o.position, PersonId::of(o.team, o.slot, 0).value, i});
        }
        return places;
    }
    template <class Holds>
    std::vector<RingPlace> seekers(const Holds& holds) const {
        std::vector<RingPlace> places;
        for (std::uint32_t i = 0; i < view_.seekers.size(); ++i) {
            const Seeker& s = view_.seekers[i];
            if (!s.is_placed && holds(s)) places.push_back({s.position, s.person.value, i});
        }
        return places;
    }

    template <class Holds>
    PlacesByRegion openings_by_region(const Holds& holds) const {
        const auto region_of = [this](const RingPlace& place) { return view_.openings[place.index].region; };
        return PlacesByRegion(openings(holds), static_cast<std::size_t>(world_.regions), region_of);
    }
    template <class Holds>
    PlacesByRegion seekers_by_region(const Holds& holds) const {
        const auto region_of = [this](const RingPlace& place) { return view_.seekers[place.index].region; };
        return PlacesByRegion(seekers(holds), static_cast<std::size_t>(world_.regions), region_of);
    }

  private:
    void match(std::span<const RingPlace> openings, std::span<const RingPlace> seekers);
    // A pair becomes a move, unless the person wants or has to leave this employer.
    void meet(Opening& opening, Seeker& seeker);

    const workforce::World& world_;
    MarketView view_;
    std::vector<Move> moves_;
    std::array<float, kPostKinds> is_found_{};
};

// Who the person will be: the next phase where this one has come to its end.
workforce::Phase next_phase(const Seeker& seeker);

}  // namespace bevlogen::careers
