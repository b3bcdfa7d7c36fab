// Walks through the teams of a cell twice: counts the vectors of each set, then writes them.
#include "sim/record/cell_masks.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

// Calls `member(post, set, begins)` for everybody who is in a set; `begins`: a vector begins with them, else they are in the last of the
// set.
template <class Member>
void for_each_member(std::span<const std::uint8_t> set_of_post, std::span<const std::uint32_t> team_begin, std::size_t sets,
                     Member member) {
    std::array<std::uint32_t, 256> first;  // post of the last vector of each set
    for (std::size_t t = 0; t + 1 < team_begin.size(); ++t) {
        std::fill_n(first.begin(), sets, kNone);
        for (std::uint32_t post = team_begin[t]; post < team_begin[t + 1]; ++post) {
            const std::uint8_t set = set_of_post[post];
            if (set >= sets) continue;
            const bool begins = first[set] == kNone || post - first[set] >= CellMasks::kLanes;
            if (begins) first[set] = post;
            member(post, set, begins);
        }
    }
}

}  // namespace

void CellMasks::assign(std::span<const std::uint8_t> set_of_post, std::span<const std::uint32_t> team_begin, std::size_t column_length,
                       std::size_t sets) {
    expect(sets < kNoCategory, "a set has a number of its own");
    column_length_ = column_length;
    ends_.assign(sets, 0);
    for_each_member(set_of_post, team_begin, sets, [&](std::uint32_t, std::uint8_t set, bool begins) { ends_[set] += begins; });
    for (std::size_t set = 1; set < sets; ++set) ends_[set] += ends_[set - 1];
    first_.resize(sets == 0 ? 0 : ends_.back());
    masks_.assign(first_.size(), 0);
    std::vector<std::size_t> next(sets);  // vector of each set
    for (std::size_t set = 1; set < sets; ++set) next[set] = ends_[set - 1];
    for_each_member(set_of_post, team_begin, sets, [&](std::uint32_t post, std::uint8_t set, bool begins) {
        if (begins) first_[next[set]++] = post;
        const std::size_t vector = next[set] - 1;
        masks_[vector] = static_cast<std::uint8_t>(masks_[vector] | 1u << (post - first_[vector]));
    });
}

}  // namespace bevlogen
