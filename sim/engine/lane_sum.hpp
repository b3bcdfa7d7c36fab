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
using QuarterDoubles = double __attribute__((vector_size(kHalfLanes / 2 * sizeof(double))));

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
        const QuarterDoubles pair = __builtin_shufflevector(sum, sum, 0, 1) + __builtin_shufflevector(sum, sum, 2, 3);
        return pair[0] + pair[1];
    }
};

// Written out, since g++ 12 converts with one instruction only so: __builtin_convertvector goes through two halves.
BEVLOGEN_INLINE HalfDoubles in_double(const HalfFloats& four) noexcept { return HalfDoubles{four[0], four[1], four[2], four[3]}; }

// All bits set for the first `values` of four lanes.
BEVLOGEN_INLINE HalfIntegers first_lanes(std::int32_t values) noexcept { return HalfIntegers{0, 1, 2, 3} < values; }

BEVLOGEN_INLINE HalfDoubles those_of(const float* from, const HalfIntegers& counts) noexcept {
    return in_double((HalfFloats)((HalfIntegers)load_lanes(from) & counts));
}

// Sum of x[i] weight[i] for i in [begin, end), in float64. Post i of the team is in lane i mod 8 of the team.
// Reads whole groups of eight: up to seven values beyond `end`, for which columns have room, and which do not count.
BEVLOGEN_INLINE double lane_sum(const float* x, const float* weight, std::size_t begin, std::size_t end) noexcept {
    LaneSums sum;
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        sum.add(in_double(load_lanes(x + i)) * in_double(load_lanes(weight + i)),
                in_double(load_lanes(x + i + kHalfLanes)) * in_double(load_lanes(weight + i + kHalfLanes)));
    }
    if (i < end) {
        const auto left = static_cast<std::int32_t>(end - i);
        const HalfIntegers low = first_lanes(left), high = first_lanes(left - static_cast<std::int32_t>(kHalfLanes));
        sum.add(those_of(x + i, low) * those_of(weight + i, low),
                those_of(x + i + kHalfLanes, high) * those_of(weight + i + kHalfLanes, high));
    }
    return sum.total();
}

// Sums of several columns over all of a team, for models without vacant posts; as lane_sum gives them with a weight of 1, and reads them.
template <std::size_t kSums>
BEVLOGEN_INLINE std::array<double, kSums> lane_sums(const std::array<const float*, kSums>& x, std::size_t begin, std::size_t end) noexcept {
    LaneSums lane[kSums];
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        for (std::size_t k = 0; k < kSums; ++k) lane[k].add(in_double(load_lanes(x[k] + i)), in_double(load_lanes(x[k] + i + kHalfLanes)));
    }
    if (i < end) {
        const auto left = static_cast<std::int32_t>(end - i);
        const HalfIntegers low = first_lanes(left), high = first_lanes(left - static_cast<std::int32_t>(kHalfLanes));
        for (std::size_t k = 0; k < kSums; ++k) lane[k].add(those_of(x[k] + i, low), those_of(x[k] + i + kHalfLanes, high));
    }
    std::array<double, kSums> sums;
    for (std::size_t k = 0; k < kSums; ++k) sums[k] = lane[k].total();
    return sums;
}

template <std::size_t kSums>
struct SumsOfPresent {
    float count;
    std::array<double, kSums> sums;
};

// How many of a team are `present` (1, else 0), and sums of several columns over those, as lane_sum gives them and reads them.
template <std::size_t kSums>
BEVLOGEN_INLINE SumsOfPresent<kSums> lane_sums_of_present(const std::array<const float*, kSums>& x, const float* present, std::size_t begin,
                                                          std::size_t end) noexcept {
    HalfIntegers absent = {};  // less one for each who is present
    LaneSums lane[kSums];
    const auto add = [&](std::size_t i, const HalfIntegers& low, const HalfIntegers& high) __attribute__((always_inline)) {
        absent += low + high;
        for (std::size_t k = 0; k < kSums; ++k) lane[k].add(those_of(x[k] + i, low), those_of(x[k] + i + kHalfLanes, high));
    };
    const auto is_present = [present](std::size_t i) __attribute__((always_inline)) { return load_lanes(present + i) > 0.0f; };
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) add(i, is_present(i), is_present(i + kHalfLanes));
    if (i < end) {
        const auto left = static_cast<std::int32_t>(end - i);
        add(i, is_present(i) & first_lanes(left), is_present(i + kHalfLanes) & first_lanes(left - static_cast<std::int32_t>(kHalfLanes)));
    }
    SumsOfPresent<kSums> of;
    of.count = static_cast<float>(-(absent[0] + absent[1] + absent[2] + absent[3]));
    for (std::size_t k = 0; k < kSums; ++k) of.sums[k] = lane[k].total();
    return of;
}

}  // namespace bevlogen
