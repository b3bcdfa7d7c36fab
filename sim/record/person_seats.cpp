// Compares who sits in each post with who sat there before, and searches for newcomers.
#include "sim/record/person_seats.hpp"

#include <algorithm>
#include <utility>

namespace bevlogen {
namespace {

constexpr std::uint32_t kNotFollowed = ~std::uint32_t{0};
constexpr std::uint64_t kNobody = ~std::uint64_t{0};  // a vacant post; no PersonId

}  // namespace

PersonSeats::PersonSeats(std::vector<std::uint64_t> persons, std::size_t blocks) : persons_(std::move(persons)), blocks_(blocks) {}

std::uint32_t PersonSeats::index_of(std::uint64_t person, std::size_t expected) const {
    if (expected < persons_.size() && persons_[expected] == person) return static_cast<std::uint32_t>(expected);
    const auto found = std::lower_bound(persons_.begin(), persons_.end(), person);
    return found != persons_.end() && *found == person ? static_cast<std::uint32_t>(found - persons_.begin()) : kNotFollowed;
}

std::span<const Seat> PersonSeats::look_at(const Block& block, std::size_t block_index, const EngineFields& engine) {
    BlockSeats& here = blocks_[block_index];
    const std::size_t n = block.posts();
    here.sits_here.resize(n, kNobody);
    here.index.resize(n, kNotFollowed);
    const std::uint32_t* low = block.person(engine.id_low).data();
    const std::uint32_t* high = block.person(engine.id_high).data();
    const std::uint8_t* filled = block.person(engine.filled).data();
    here.seats.clear();
    std::size_t expected = 0;
    for (std::size_t post = 0; post < n; ++post) {
        const std::uint64_t person = filled[post] ? PersonId::from_halves(low[post], high[post]).value : kNobody;
        if (person != here.sits_here[post]) {
            here.sits_here[post] = person;
            here.index[post] = person == kNobody ? kNotFollowed : index_of(person, expected);
        }
        if (here.index[post] == kNotFollowed) continue;
        here.seats.push_back({static_cast<std::uint32_t>(post), here.index[post]});
        expected = std::size_t{here.index[post]} + 1;
    }
    return here.seats;
}

}  // namespace bevlogen
