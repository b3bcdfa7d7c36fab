// Compares who sits in each post with who sat there before, many posts at a time, and searches for newcomers.
#include "sim/record/person_seats.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace bevlogen {
namespace {

constexpr std::uint32_t kNotFollowed = ~std::uint32_t{0};
constexpr std::uint32_t kNobody = ~std::uint32_t{0};  // both halves of a vacant post; no PersonId

// Whether somebody else sits in one of kColumnPadding posts. Without branches and not unrolled, so that it becomes vectors.
bool has_changed(const std::uint8_t* filled, const std::uint32_t* low, const std::uint32_t* high, const std::uint32_t* low_before,
                 const std::uint32_t* high_before) {
    std::uint32_t differ = 0;
#pragma GCC unroll 1
    for (std::size_t i = 0; i < kColumnPadding; ++i) {
        const std::uint32_t vacant = filled[i] != 0 ? 0 : kNobody;
        differ |= ((low[i] | vacant) ^ low_before[i]) | ((high[i] | vacant) ^ high_before[i]);
    }
    return differ != 0;
}

}  // namespace

// Sixteen bits a person: of those who are not followed one in sixteen has the bit of somebody who is.
PersonSeats::PersonSeats(std::vector<std::uint64_t> persons, std::size_t blocks)
    : persons_(std::move(persons)), may_be_followed_(std::bit_ceil(persons_.size() * 16 + 1)), blocks_(blocks) {
    for (const std::uint64_t person : persons_) may_be_followed_[bit_of(person)] = true;
}

// The upper bits of a product with 2^64 over the golden ratio: numbers that are near lie far apart.
std::size_t PersonSeats::bit_of(std::uint64_t person) const { return (person * 0x9E3779B97F4A7C15u >> 32) & (may_be_followed_.size() - 1); }

std::uint32_t PersonSeats::index_of(std::uint64_t person, std::size_t expected) const {
    if (!may_be_followed_[bit_of(person)]) return kNotFollowed;
    if (expected < persons_.size() && persons_[expected] == person) return static_cast<std::uint32_t>(expected);
    const auto found = std::lower_bound(persons_.begin(), persons_.end(), person);
    return found != persons_.end() && *found == person ? static_cast<std::uint32_t>(found - persons_.begin()) : kNotFollowed;
}

std::span<const Seat> PersonSeats::look_at(const Block& block, std::size_t block_index, const EngineFields& engine) {
    BlockSeats& here = blocks_[block_index];
    here.low.resize(block.padded_posts(), kNobody);
    here.high.resize(block.padded_posts(), kNobody);
    const std::uint32_t* low = block.person(engine.id_low).data();
    const std::uint32_t* high = block.person(engine.id_high).data();
    const std::uint8_t* filled = block.person(engine.filled).data();
    here.changed.clear();
    std::size_t expected = 0;
    for (std::size_t first = 0; first < block.posts(); first += kColumnPadding) {
        if (!has_changed(filled + first, low + first, high + first, here.low.data() + first, here.high.data() + first)) continue;
        for (std::size_t post = first; post < std::min(first + kColumnPadding, block.posts()); ++post) {
            const std::uint32_t new_low = filled[post] ? low[post] : kNobody, new_high = filled[post] ? high[post] : kNobody;
            if (std::exchange(here.low[post], new_low) == new_low && here.high[post] == new_high) continue;
            here.high[post] = new_high;
            const std::uint32_t index = filled[post] ? index_of(PersonId::from_halves(new_low, new_high).value, expected) : kNotFollowed;
            if (index != kNotFollowed) expected = std::size_t{index} + 1;
            here.changed.push_back({static_cast<std::uint32_t>(post), index});
        }
    }
    if (!here.changed.empty()) here.take_over();
    return here.seats;
}

void PersonSeats::BlockSeats::take_over() {
    before.swap(seats);
    seats.clear();
    auto old = before.begin();
    for (const Seat& seat : changed) {
        for (; old != before.end() && old->post < seat.post; ++old) seats.push_back(*old);
        if (old != before.end() && old->post == seat.post) ++old;
        if (seat.index != kNotFollowed) seats.push_back(seat);
    }
    seats.insert(seats.end(), old, before.end());
}

}  // namespace bevlogen
