// Sums over a team with eight virtual lanes and one fixed combination: the same bits whatever the hardware's width.
#pragma once

#include <cstddef>

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

}  // namespace bevlogen
