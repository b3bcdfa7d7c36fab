// Openings and seekers of one clearing, and the rounds in which they meet.
#pragma once

#include <array>
#include <vector>

#include "models/careers/market_parameters.hpp"
#include "models/careers/market_view.hpp"
#include "models/careers/placement.hpp"

namespace bevlogen::careers {

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
        for (std::uint32_t region = 0; region < static_cast<std::uint32_t>(world_.regions); ++region) {
            match(kind, looks, [region](std::uint32_t of) { return of == region; });
        }
        const auto moves_house = [&](const Seeker& s) { return looks(s) && (s.is_in_pool() || s.notice != workforce::Notice::none); };
        match(kind, moves_house, [](std::uint32_t) { return true; });
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

  private:
    template <class Looks, class Group>
    void match(PostKind kind, const Looks& looks, const Group& group) {
        const auto open = openings([&](const Opening& o) { return o.kind == kind && is_ready(o) && group(o.region); });
        if (open.empty()) return;
        for (const auto& [opening, seeker] : match_on_ring(open, seekers([&](const Seeker& s) { return group(s.region) && looks(s); }))) {
            meet(view_.openings[opening], view_.seekers[seeker]);
        }
    }
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
