// Sums over a team with eight virtual lanes and one fixed combination: the same bits whatever the hardware's width.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>

#include "sim/core/portable_math.hpp"

namespace bevlogen {

inline constexpr std::size_t kSumLanes = 8;

// Sum of x[i] weight[i] for i in [begin, end), in float64. Post i of the team is in lane i mod 8 of the team.
BEVLOGEN_INLINE double lane_sum(const float* x, const float* weight, std::size_t begin, std::size_t end) noexcept {
    double lane[kSumLanes] = {};
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        for (std::size_t l = 0; l < kSumLanes; ++l) lane[l] += static_cast<double>(x[i + l]) * static_cast<double>(weight[i + l]);
    }
    for (std::size_t l = 0; i + l < end; ++l) lane[l] += static_cast<double>(x[i + l]) * static_cast<double>(weight[i + l]);
    return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

// The same, bit by bit, of several columns with one weight; columns have `padded` entries, finite beyond their end too. One pass.
template <std::size_t kSums>
BEVLOGEN_INLINE std::array<double, kSums> lane_sums(const std::array<const float*, kSums>& x, const float* weight, std::size_t begin,
                                                    std::size_t end, std::size_t padded) noexcept {
    using Floats = float __attribute__((vector_size(kSumLanes * sizeof(float))));
    using Doubles = double __attribute__((vector_size(kSumLanes * sizeof(double))));
    using Mask = long long __attribute__((vector_size(kSumLanes * sizeof(double))));
    constexpr Mask kLane = {0, 1, 2, 3, 4, 5, 6, 7};
    static_assert(kSumLanes == 8 && sizeof(long long) == sizeof(double));
    const auto load = [](const float* from, std::size_t n, Doubles& to) __attribute__((always_inline)) {
        Floats eight = {};
        if (n == kSumLanes) {
            std::memcpy(&eight, from, sizeof eight);
        } else {
            for (std::size_t l = 0; l < n; ++l) eight[l] = from[l];
        }
        to = __builtin_convertvector(eight, Doubles);
    };
    Doubles lane[kSums] = {}, w, v;
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        load(weight + i, kSumLanes, w);
        for (std::size_t k = 0; k < kSums; ++k) {
            load(x[k] + i, kSumLanes, v);
            lane[k] += v * w;
        }
    }
    if (i < end) {
        const Mask is_of_team = kLane < static_cast<long long>(end - i);
        const std::size_t n = i + kSumLanes <= padded ? kSumLanes : end - i;
        load(weight + i, n, w);
        for (std::size_t k = 0; k < kSums; ++k) {
            load(x[k] + i, n, v);
            lane[k] += is_of_team ? v * w : Doubles{};
        }
    }
    std::array<double, kSums> sums;
    for (std::size_t k = 0; k < kSums; ++k) {
        const Doubles& l = lane[k];
        sums[k] = ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    }
    return sums;
}

}  // namespace bevlogen
