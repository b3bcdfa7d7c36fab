// Where in a block somebody is, in runs of whole groups of lanes: seats of pools are mostly empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"
#include "sim/population/block.hpp"

namespace bevlogen {

// The posts [at, at + count); none where count is 0.
struct OccupiedRun {
    std::size_t at = 0, count = 0;
};

// The first run at or after `from` whose groups of kColumnPadding posts all hold somebody, of at most `most` posts. `filled`: 1 where
// somebody is, else 0, to the end of the padding; `padded`, `from` and `most` are multiples of kColumnPadding.
BEVLOGEN_INLINE OccupiedRun next_occupied(const std::uint8_t* filled, std::size_t padded, std::size_t from, std::size_t most) noexcept {
    const auto is_empty = [&](std::size_t at) {
        std::uint64_t posts[kColumnPadding / sizeof(std::uint64_t)];
        std::memcpy(posts, filled + at, sizeof posts);
        static_assert(sizeof posts == 2 * sizeof(std::uint64_t));
        return (posts[0] | posts[1]) == 0;
    };
    while (from < padded && is_empty(from)) from += kColumnPadding;
    std::size_t end = from;
    while (end < padded && end - from < most && !is_empty(end)) end += kColumnPadding;
    return {from, end - from};
}

}  // namespace bevlogen
