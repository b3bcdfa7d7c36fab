// Walks over the few posts to which something happens.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kFlagsAtOnce = sizeof(std::uint64_t);

// Calls each(i) for every i with flags[i] == 1, in ascending order; all others are 0. Eight flags at a time, most of which are 0: `count`
// is a multiple of that.
template <class Each>
BEVLOGEN_INLINE void for_each_flagged(const std::uint8_t* flags, std::size_t count, const Each& each) {
    static_assert(std::endian::native == std::endian::little);
    for (std::size_t at = 0; at < count; at += kFlagsAtOnce) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, flags + at, sizeof eight);
        for (; eight != 0; eight &= eight - 1) each(at + static_cast<std::size_t>(std::countr_zero(eight)) / 8);
    }
}

}  // namespace bevlogen
