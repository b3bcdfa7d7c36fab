// Persons change posts: every column that is theirs goes along, and so do their rows of ledgers.
#pragma once

#include <cstdint>
#include <span>

#include "models/workforce/seat.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::workforce {

inline constexpr std::uint32_t kNobody = ~std::uint32_t{0};

// Puts whoever sits at seats[from[k]] on seats[k], for all k at once; a vacant seat's emptiness moves like a person. `seats` ascend, in
// `from` no index occurs twice. Where nobody comes, from[k] = kNobody, the seat is vacant from then on; where somebody comes, whoever sits
// there goes elsewhere, or nobody does. What stays with the post or lasts no longer than the week stays where it is.
void relocate(const Fields& fields, std::span<Block> blocks, std::span<const Seat> seats, std::span<const std::uint32_t> from);

// Whoever sits on these seats, in ascending order, leaves the population: the seats are vacant, their rows of ledgers are gone.
void remove_persons(const Fields& fields, std::span<Block> blocks, std::span<const Seat> seats);

}  // namespace bevlogen::workforce
