// Looks up what a phase has for many persons at once, without reading memory for each.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "models/workforce/phases.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/core/widen.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::workforce {

inline constexpr std::size_t kPhaseLanes = 8;
static_assert(kPhases <= kPhaseLanes && kColumnPadding % kPhaseLanes == 0 && kPhaseLanes == kWidenedLanes);

// What each phase has, as wide as the vector from which lanes are picked.
struct PhaseTable {
    PhaseTable() = default;
    explicit PhaseTable(const std::array<float, kPhases>& of_phase) { std::ranges::copy(of_phase, value); }

    alignas(32) float value[kPhaseLanes] = {};
};

#ifdef BEVLOGEN_WIDENS_VECTORS
#define BEVLOGEN_PICKS_LANES 1
using PhaseFloats = float __attribute__((vector_size(kPhaseLanes * sizeof(float))));
#endif

// The phases of kColumnPadding posts, below kPhases.
struct PhasesOfGroup {
    BEVLOGEN_INLINE explicit PhasesOfGroup(const std::uint8_t* phase) {
#ifdef BEVLOGEN_PICKS_LANES
        for (std::size_t k = 0; k < kColumnPadding / kPhaseLanes; ++k) lanes[k] = widen_eight(phase + k * kPhaseLanes);
#else
        std::copy_n(phase, kColumnPadding, lanes);
#endif
    }

#ifdef BEVLOGEN_PICKS_LANES
    EightIntegers lanes[kColumnPadding / kPhaseLanes];
#else
    std::uint8_t lanes[kColumnPadding];
#endif
};

// What each of them has, and what `change` makes of it, a function of a float or of a vector of them.
template <VectorWidth kWidth = VectorWidth::narrow, class Change>
BEVLOGEN_INLINE void look_up(const PhaseTable& table, const PhasesOfGroup& phases, float* out, const Change& change) noexcept {
#ifdef BEVLOGEN_PICKS_LANES
    static_assert(kColumnPadding == 2 * kPhaseLanes);
    PhaseFloats values;
    std::memcpy(&values, table.value, sizeof values);
    const PhaseFloats low = change(__builtin_shuffle(values, phases.lanes[0])), high = change(__builtin_shuffle(values, phases.lanes[1]));
    store_both<kWidth>(low, high, out);
#else
    for (std::size_t i = 0; i < kColumnPadding; ++i) out[i] = change(table.value[phases.lanes[i]]);
#endif
}
template <VectorWidth kWidth = VectorWidth::narrow>
BEVLOGEN_INLINE void look_up(const PhaseTable& table, const PhasesOfGroup& phases, float* out) noexcept {
    look_up<kWidth>(
        table, phases, out, [](const auto& of_phase) __attribute__((always_inline)) { return of_phase; });
}

// What each of the posts [0, n) has; n is a multiple of the padding of columns.
inline void spread_by_phase(const std::array<float, kPhases>& value, const std::uint8_t* __restrict phase, float* __restrict out,
                            std::size_t n) noexcept {
    const PhaseTable table(value);
    for (std::size_t at = 0; at < n; at += kColumnPadding) look_up(table, PhasesOfGroup(phase + at), out + at);
}

}  // namespace bevlogen::workforce
