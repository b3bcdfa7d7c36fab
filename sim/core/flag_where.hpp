// Flags, a byte a post, from conditions on numbers as wide as floats. GCC leaves loops that narrow a comparison to bytes as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kFlagsAtOnce = 16;

// to[i] = from[i] for kFlagsAtOnce values, of which none is more than 255.
BEVLOGEN_INLINE void narrow(const std::int32_t* from, std::uint8_t* to) noexcept {
#if defined(__AVX2__) && defined(__GNUC__) && !defined(__clang__)
    using Integers = std::int32_t __attribute__((vector_size(32)));
    using Words = long long __attribute__((vector_size(32)));
    using Half = short __attribute__((vector_size(16)));
    Integers low, high;
    std::memcpy(&low, from, sizeof low);
    std::memcpy(&high, from + sizeof low / sizeof *from, sizeof high);
    const auto mixed = (Words)__builtin_ia32_packssdw256(low, high);  // a quarter of each in turn
    const Words words = __builtin_shufflevector(mixed, mixed, 0, 2, 1, 3);
    Half halves[2];
    std::memcpy(halves, &words, sizeof words);
    const auto bytes = __builtin_ia32_packuswb128(halves[0], halves[1]);
    std::memcpy(to, &bytes, sizeof bytes);
#else
    for (std::size_t i = 0; i < kFlagsAtOnce; ++i) to[i] = static_cast<std::uint8_t>(from[i]);
#endif
}

// to[i] = 1 where holds(i), else 0, for whole groups of kFlagsAtOnce that hold n posts.
template <class Holds>
BEVLOGEN_INLINE void flag_where(std::uint8_t* to, std::size_t n, const Holds& holds) noexcept {
    for (std::size_t at = 0; at < n; at += kFlagsAtOnce) {
        alignas(64) std::int32_t ones[kFlagsAtOnce];
        for (std::size_t l = 0; l < kFlagsAtOnce; ++l) ones[l] = holds(at + l) ? 1 : 0;
        narrow(ones, to + at);
    }
}

}  // namespace bevlogen
