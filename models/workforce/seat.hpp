// Where somebody sits.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/population/block.hpp"

namespace bevlogen::workforce {

// A post somewhere in the population.
struct Seat {
    std::uint32_t block = 0;
    std::uint32_t post = 0;  // in the block

    auto operator<=>(const Seat&) const = default;
};

// All posts of a block, which stands alone.
inline std::vector<Seat> seats_of(const Block& block) {
    std::vector<Seat> seats(block.posts());
    for (std::size_t post = 0; post < seats.size(); ++post) seats[post].post = static_cast<std::uint32_t>(post);
    return seats;
}

}  // namespace bevlogen::workforce
