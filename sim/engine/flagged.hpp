// Walks over the few posts to which something happens.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kFlagsAtOnce = sizeof(std::uint64_t);

// Bit k says whether flags[k] is 1: the product gathers the lowest bits of eight bytes in the highest byte.
BEVLOGEN_INLINE std::uint64_t bits_of_flags(const std::uint8_t* flags) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t eight = 0;
    std::memcpy(&eight, flags, sizeof eight);
    return eight * 0x0102040810204080u >> 56;
}

// Calls each(i) for every i with flags[i] == 1, in ascending order; all others are 0. `count` is a multiple of kFlagsAtOnce. Up to 64 flags
// at a time, so that the end of the inner loop, which no processor foresees, comes seldom.
template <class Each>
BEVLOGEN_INLINE void for_each_flagged(const std::uint8_t* flags, std::size_t count, const Each& each) {
    constexpr std::size_t kBits = 64;
    for (std::size_t at = 0; at < count; at += kBits) {
        const std::size_t end = count - at < kBits ? count - at : kBits;
        std::uint64_t flagged = 0;
        for (std::size_t k = 0; k < end; k += kFlagsAtOnce) flagged |= bits_of_flags(flags + at + k) << k;
        for (; flagged != 0; flagged &= flagged - 1) each(at + static_cast<std::size_t>(std::countr_zero(flagged)));
    }
}

// How many of `kCount` flags are 1; all others are 0.
template <std::size_t kCount>
BEVLOGEN_INLINE std::uint32_t count_flags(const std::uint8_t (&flags)[kCount]) {
    static_assert(kCount % kFlagsAtOnce == 0 && kCount / kFlagsAtOnce < 32);  // a byte of the sum holds what eight of them add up to
    std::uint64_t words[kCount / kFlagsAtOnce], sum = 0;
    std::memcpy(words, flags, sizeof words);
    for (const std::uint64_t word : words) sum += word;
    return static_cast<std::uint32_t>(sum * 0x0101010101010101u >> 56);
}

}  // namespace bevlogen
