// Takes eight posts at a time from the bits of each set in each team.
#include "sim/record/cell_masks.hpp"

#include <algorithm>
#include <bit>

namespace bevlogen {

// An entry is always stored, and the index goes on only where somebody is in it: most teams have at most one vector of a set, and whether
// it is one or none cannot be foretold by a branch. The highest bit stands in where there is no member.
void CellMasks::assign(const ClassBits& members, std::span<const std::uint32_t> team_begin, std::size_t column_length) {
    column_length_ = column_length;
    const std::size_t posts = team_begin.back() - team_begin.front();
    ends_.assign(members.classes(), 0);
    first_.resize(posts + 1);  // as many as there could be, and what does not count
    masks_.resize(posts + 1);
    std::size_t vectors = 0;
    for (std::size_t set = 0; set < members.classes(); ++set) {
        for (std::size_t team = 0; team + 1 < team_begin.size(); ++team) {
            const std::size_t end = team_begin[team + 1];
            for (std::size_t at = team_begin[team]; at < end;) {
                std::uint64_t bits = members.from(set, at, end);
                std::size_t next = at + kWordPosts;
                do {
                    const auto lane = static_cast<std::size_t>(std::countr_zero(bits | std::uint64_t{1} << (kWordPosts - 1)));
                    if (next < end && lane + kLanes > kWordPosts) {  // the vector goes on beyond these bits
                        next = at + lane;
                        break;
                    }
                    first_[vectors] = static_cast<std::uint32_t>(at + lane);
                    masks_[vectors] = static_cast<std::uint8_t>(bits >> lane);
                    vectors += bits != 0 ? 1 : 0;
                    bits &= ~(std::uint64_t{0xff} << lane);
                } while (bits != 0);
                at = next;
            }
        }
        ends_[set] = vectors;
    }
}

}  // namespace bevlogen
