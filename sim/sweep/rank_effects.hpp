// A plain ranking of axes for any design (grid, list, Latin hypercube): linear regression and rank correlation.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "sim/experiment/resamples.hpp"
#include "sim/sweep/interval.hpp"

namespace bevlogen {

// Of one axis; both are from -1 to 1 where axes are uncorrelated and not numbers where the axis or the output is constant.
struct RankEffect {
    double regression = std::numeric_limits<double>::quiet_NaN();        // SDs of the output per SD of the axis, the other axes held still
    double rank_correlation = std::numeric_limits<double>::quiet_NaN();  // Spearman's, ties at their middle rank
    Interval regression_interval, rank_correlation_interval;             // 95 %, over points
};

struct RankResult {
    std::vector<RankEffect> effects;  // an axis each
    // Share of the output's variance that the regression explains. Where it is low the coefficients tell little.
    double r_squared = std::numeric_limits<double>::quiet_NaN();
    std::size_t points_used = 0;
};

// `coordinates` are [point][axis], in any unit, and `values` one a point. Ordinary least squares with an intercept over the axes that vary;
// where these are linearly dependent (as with no more points than axes) no coefficient is a number, nor is R squared, while rank
// correlations are. Points whose value is no finite number are left out; NaN with fewer than two. `of_points` are of as many observations
// as there are points, those left out included; resamples in which axes are dependent or constant are left out of that interval.
RankResult rank_effects(std::span<const double> coordinates, std::size_t axes, std::span<const double> values, const Resamples& of_points);

}  // namespace bevlogen
