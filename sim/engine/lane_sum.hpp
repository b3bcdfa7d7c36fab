// Sums over a team with eight virtual lanes and one fixed combination: the same bits whatever the hardware's width.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kSumLanes = 8;

// Half of the lanes: as many doubles as fit a vector of the narrow kind.
inline constexpr std::size_t kHalfLanes = kSumLanes / 2;
using HalfFloats = float __attribute__((vector_size(kHalfLanes * sizeof(float))));
using HalfIntegers = std::int32_t __attribute__((vector_size(kHalfLanes * sizeof(std::int32_t))));
using HalfDoubles = double __attribute__((vector_size(kHalfLanes * sizeof(double))));

BEVLOGEN_INLINE HalfFloats load_lanes(const float* from) noexcept {
    HalfFloats four;
    std::memcpy(&four, from, sizeof four);
    return four;
}

// Eight lanes that add up.
struct LaneSums {
    HalfDoubles low = {}, high = {};

    BEVLOGEN_INLINE void add(const HalfDoubles& to_low, const HalfDoubles& to_high) noexcept {
        low += to_low;
        high += to_high;
    }
    // ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7))
    BEVLOGEN_INLINE double total() const noexcept {
        const HalfDoubles sum = low + high;
        return (sum[0] + sum[2]) + (sum[1] + sum[3]);
    }
};

BEVLOGEN_INLINE HalfDoubles in_double(const HalfFloats& four) noexcept { return __builtin_convertvector(four, HalfDoubles); }

// The values of x[i] to x[end - 1], fewer than eight, and zeros.
struct LastLanes {
    BEVLOGEN_INLINE LastLanes(const float* x, std::size_t i, std::size_t end) noexcept {
        for (std::size_t l = 0; l < kSumLanes; ++l) value[l] = i + l < end ? x[i + l] : 0.0f;
    }
    float value[kSumLanes];
};

// Sum of x[i] weight[i] for i in [begin, end), in float64. Post i of the team is in lane i mod 8 of the team.
BEVLOGEN_INLINE double lane_sum(const float* x, const float* weight, std::size_t begin, std::size_t end) noexcept {
    LaneSums sum;
    const auto add = [&sum](const float* of, const float* weights) __attribute__((always_inline)) {
        sum.add(in_double(load_lanes(of)) * in_double(load_lanes(weights)),
                in_double(load_lanes(of + kHalfLanes)) * in_double(load_lanes(weights + kHalfLanes)));
    };
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) add(x + i, weight + i);
    if (i < end) add(LastLanes(x, i, end).value, LastLanes(weight, i, end).value);
    return sum.total();
}

template <std::size_t kSums>
struct SumsOfPresent {
    float count;
    std::array<double, kSums> sums;
};

// How many of a team are `present` (1, else 0), and sums of several columns over those, as lane_sum gives them.
template <std::size_t kSums>
BEVLOGEN_INLINE SumsOfPresent<kSums> lane_sums_of_present(const std::array<const float*, kSums>& x, const float* present, std::size_t begin,
                                                          std::size_t end) noexcept {
    HalfIntegers absent = {};  // less one for each who is present
    LaneSums lane[kSums];
    const auto count = [&absent](const float* from) __attribute__((always_inline)) {
        const HalfIntegers counts = load_lanes(from) > 0.0f;
        absent += counts;
        return counts;
    };
    const auto of_those = [](const float* from, const HalfIntegers& counts) __attribute__((always_inline)) {
        return in_double((HalfFloats)((HalfIntegers)load_lanes(from) & counts));
    };
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        const HalfIntegers low = count(present + i), high = count(present + i + kHalfLanes);
        for (std::size_t k = 0; k < kSums; ++k) lane[k].add(of_those(x[k] + i, low), of_those(x[k] + i + kHalfLanes, high));
    }
    if (i < end) {
        const LastLanes last(present, i, end);
        const HalfIntegers low = count(last.value), high = count(last.value + kHalfLanes);
        for (std::size_t k = 0; k < kSums; ++k) {
            const LastLanes of(x[k], i, end);
            lane[k].add(of_those(of.value, low), of_those(of.value + kHalfLanes, high));
        }
    }
    SumsOfPresent<kSums> of;
    of.count = static_cast<float>(-(absent[0] + absent[1] + absent[2] + absent[3]));
    for (std::size_t k = 0; k < kSums; ++k) of.sums[k] = lane[k].total();
    return of;
}

}  // namespace bevlogen
