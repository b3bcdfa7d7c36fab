// Who gets which opening: a matching that no order decides, and that a change somewhere disturbs only nearby.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace bevlogen::careers {

// Somebody or something that waits to be matched. `position`: where on a ring, by a draw of its own; `identity`: unequal for any two, and
// decides between equal positions; `index`: what the caller calls it.
struct RingPlace {
    std::uint64_t position = 0;
    std::uint64_t identity = 0;
    std::uint32_t index = 0;
};

std::vector<RingPlace> in_order_of_ring(std::span<const RingPlace> places);

// Pairs (index of opening, index of seeker): each opening takes the seeker that follows it on the ring, of those that no opening in between
// takes (as brackets match). All are taken on the shorter side. The order of the arguments does not matter; one more opening or seeker
// changes pairs between it and the next that is free only. Pairs are in no particular order but a fixed one.
std::vector<std::pair<std::uint32_t, std::uint32_t>> match_on_ring(std::span<const RingPlace> openings, std::span<const RingPlace> seekers);

}  // namespace bevlogen::careers
