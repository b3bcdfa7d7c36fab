// What there is at a clearing: posts that may be filled, and people who leave, look for a post or have to move.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/careers/matching.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/relocation.hpp"
#include "models/workforce/world.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::careers {

using workforce::PostKind;
using workforce::Seat;

inline constexpr std::uint32_t kNoEmployer = ~std::uint32_t{0};

// A post that nobody sits on, or that somebody leaves for sure at this clearing.
struct Opening {
    Seat seat;
    TeamId team;
    std::uint32_t slot = 0;
    std::uint32_t region = 0;
    PostKind kind{};
    std::uint64_t position = 0;  // on the ring
    float readiness = 0.0f;      // uniform: the search is over where it is below the chance of that
    bool is_taken = false;
};

// Somebody who may get another post.
struct Seeker {
    Seat seat;
    PersonId person;
    TeamId team;                 // where the person is now, also a pool
    std::uint32_t employer = 0;  // number of the hospital; kNoEmployer in a pool
    std::uint32_t region = 0;
    workforce::Phase phase{};
    workforce::Notice notice{};
    bool is_temporary = false;  // a specialist on a temporary contract
    std::uint64_t position = 0;
    bool is_placed = false;

    bool is_in_pool() const { return employer == kNoEmployer; }
    // Leaves the post at this clearing, whether there is another or not.
    bool has_to_move() const {
        using workforce::Notice;
        return notice == Notice::graduates || notice == Notice::registers || notice == Notice::contract_ends ||
               notice == Notice::stops_training;
    }
};

struct MarketView {
    std::vector<Opening> openings;           // in order of seats
    std::vector<Seeker> seekers;             // in order of seats
    std::vector<Seat> pool_seats;            // vacant, in order
    std::vector<std::uint32_t> pool_region;  // of each of them
    std::vector<Seat> leavers;               // in order of seats: leave the hospitals for sure
    std::size_t applicants = 0;              // for training
    std::size_t persons = 0;
};

// `notice` is as Departure and Progress left it. Draws positions on rings and readiness, a call a seat or person.
MarketView look_at_market(const workforce::World& world, const workforce::WorkforceFields& fields, std::span<const Block> blocks,
                          const Now& now);

std::size_t count_persons(const Block& block, const workforce::WorkforceFields& fields);

// The opening of a seat that somebody leaves.
Opening opening_of(const workforce::World& world, const workforce::WorkforceFields& fields, const Block& block, Seat seat, TeamId team,
                   std::uint32_t slot, const Now& now);

}  // namespace bevlogen::careers
