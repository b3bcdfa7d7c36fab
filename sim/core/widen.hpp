// Eight bytes or weeks as whole numbers as wide as floats, so that a loop over posts knows one width only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/instruction_set.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kWidenedLanes = 8;

#if defined(__GNUC__) && !defined(__clang__)
#define BEVLOGEN_WIDENS_VECTORS 1
using EightIntegers = std::int32_t __attribute__((vector_size(kWidenedLanes * sizeof(std::int32_t))));

BEVLOGEN_INLINE EightIntegers widen_eight(const std::uint8_t* from) noexcept {
#ifdef __AVX2__
    // One instruction; GCC 12 converts a vector of eight bytes one by one.
    long long words __attribute__((vector_size(16))) = {};
    std::memcpy(&words, from, kWidenedLanes);
    return (EightIntegers)__builtin_ia32_pmovzxbd256((char __attribute__((vector_size(16))))words);
#else
    std::uint8_t eight __attribute__((vector_size(kWidenedLanes)));
    std::memcpy(&eight, from, sizeof eight);
    return __builtin_convertvector(eight, EightIntegers);
#endif
}
BEVLOGEN_INLINE EightIntegers widen_eight(const std::uint16_t* from) noexcept {
#ifdef __AVX2__
    short eight __attribute__((vector_size(16)));
    std::memcpy(&eight, from, sizeof eight);
    return (EightIntegers)__builtin_ia32_pmovzxwd256(eight);
#else
    std::uint16_t eight __attribute__((vector_size(16)));
    std::memcpy(&eight, from, sizeof eight);
    return __builtin_convertvector(eight, EightIntegers);
#endif
}
#endif

#ifdef BEVLOGEN_WIDENS_VECTORS
// Two vectors one behind the other. In a wide copy of a kernel in one store: what is read as one soon after would have to wait for two.
template <VectorWidth kWidth, class Eight>
BEVLOGEN_INLINE void store_both(const Eight& low, const Eight& high, void* to) noexcept {
    if constexpr (kWidth == VectorWidth::wide) {
        const auto both = __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        std::memcpy(to, &both, sizeof both);
    } else {
        std::memcpy(to, &low, sizeof low);
        std::memcpy(static_cast<char*>(to) + sizeof low, &high, sizeof high);
    }
}
#endif

// to[i] = from[i] for 2 kWidenedLanes values. GCC leaves loops that widen few values as they are.
template <VectorWidth kWidth, class From>
BEVLOGEN_INLINE void widen(const From* from, std::int32_t* to) noexcept {
#ifdef BEVLOGEN_WIDENS_VECTORS
    store_both<kWidth>(widen_eight(from), widen_eight(from + kWidenedLanes), to);
#else
    for (std::size_t k = 0; k < 2 * kWidenedLanes; ++k) to[k] = from[k];
#endif
}

}  // namespace bevlogen
