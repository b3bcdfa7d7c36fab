// Counts those of a team for whom a column of ones and zeros has a one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

// Of the posts [begin, end) of a team. `ones` has room for `room` values, of which none is more than 1. Reads groups of eight.
BEVLOGEN_INLINE int count_of_team(const std::uint8_t* ones, std::size_t begin, std::size_t end, std::size_t room) {
    static_assert(std::endian::native == std::endian::little);
    constexpr std::size_t kGroup = sizeof(std::uint64_t);
    int count = 0;
    std::size_t i = begin;
    for (; i < end && i + kGroup <= room; i += kGroup) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, ones + i, kGroup);
        if (end - i < kGroup) eight &= (std::uint64_t{1} << 8 * (end - i)) - 1;
        count += std::popcount(eight);
    }
    for (; i < end; ++i) count += ones[i];
    return count;
}

}  // namespace bevlogen
