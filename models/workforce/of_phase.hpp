// Looks up what a phase has for many persons at once: a choice between six values, which vector loops make without reading memory.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "models/workforce/phases.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {

static_assert(kPhases == 6);

// `phase` is below kPhases. Written with masks: of a chain of conditions the compiler makes jumps.
BEVLOGEN_INLINE float of_phase(const std::array<float, kPhases>& value, std::int32_t phase) noexcept {
    const auto if_phase = [&](std::int32_t k) {
        const std::uint32_t mask = 0u - static_cast<std::uint32_t>(phase == k);
        return std::bit_cast<std::uint32_t>(value[static_cast<std::size_t>(k)]) & mask;
    };
    return std::bit_cast<float>(if_phase(0) | if_phase(1) | if_phase(2) | if_phase(3) | if_phase(4) | if_phase(5));
}

// What each of the posts [0, n) has; n is a multiple of the padding of columns.
inline void spread_by_phase(const std::array<float, kPhases>& value, const std::uint8_t* __restrict phase, float* __restrict out,
                            std::size_t n) noexcept {
    const std::array<float, kPhases> copy = value;
    constexpr std::size_t kGroup = 16;
    for (std::size_t at = 0; at < n; at += kGroup) {
        std::int32_t wide[kGroup];  // as wide as floats
        for (std::size_t i = 0; i < kGroup; ++i) wide[i] = phase[at + i];
        for (std::size_t i = 0; i < kGroup; ++i) out[at + i] = of_phase(copy, wide[i]);
    }
}

}  // namespace bevlogen::workforce
