// Regression and rank correlation against numbers by hand, and where these have no answer.
#include "sim/sweep/rank_effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/random/distributions.hpp"
#include "sim/sweep/design.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Numbers = std::vector<double>;

struct Points {
    std::size_t axes;
    Numbers coordinates, values;

    RankResult effects() const { return rank_effects(coordinates, axes, values, Resamples(values.size())); }
};

Points points_of(const std::vector<UnitPoint>& design, const std::function<double(const UnitPoint&)>& function) {
    Points points{design.front().size(), {}, {}};
    for (const UnitPoint& point : design) {
        points.coordinates.insert(points.coordinates.end(), point.begin(), point.end());
        points.values.push_back(function(point));
    }
    return points;
}

// Axes 0 1 2 3 and 0 0 1 1, which have variances 5/4 and 1/4 and covariance 1/2, and an error that neither explains: the output
// 2 x0 + x1 + e has variance 29/4 + 1.
TEST(RankEffects, OfCorrelatedAxesAreTheRegressionByHand) {
    const RankResult found = Points{2, {0, 0, 1, 0, 2, 1, 3, 1}, {0 + 1, 2 - 1, 5 - 1, 7 + 1}}.effects();
    EXPECT_EQ(found.points_used, 4u);
    EXPECT_NEAR(found.effects[0].regression, 2.0 * std::sqrt(1.25 / 8.25), 1e-12);
    EXPECT_NEAR(found.effects[1].regression, std::sqrt(0.25 / 8.25), 1e-12);
    EXPECT_NEAR(found.r_squared, 7.25 / 8.25, 1e-12);
}

TEST(RankEffects, OfAGridAreSharesOfALinearFunction) {
    std::vector<UnitPoint> grid;
    for (int i = 0; i < 25; ++i) grid.push_back({i % 5 / 4.0, i / 5 / 4.0});
    const RankResult found = points_of(grid, [](const UnitPoint& at) { return 7.0 + 3.0 * at[0] - 4.0 * at[1]; }).effects();
    EXPECT_NEAR(found.effects[0].regression, 0.6, 1e-12);
    EXPECT_NEAR(found.effects[1].regression, -0.8, 1e-12);
    EXPECT_NEAR(found.r_squared, 1.0, 1e-12);
    EXPECT_TRUE(found.effects[0].regression_interval.contains(0.6));
    EXPECT_TRUE(found.effects[1].regression_interval.contains(-0.8));
}

// Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4; with ties in order of appearance the correlation would be .8 or 1.
TEST(RankEffects, GiveTiesTheirMiddleRank) {
    EXPECT_NEAR(Points({1, {1, 2, 2, 3}, {1, 30, 20, 1000}}).effects().effects[0].rank_correlation, 4.5 / std::sqrt(22.5), 1e-12);
}

TEST(RankEffects, HaveARankCorrelationOfOneWhereTheOutputOnlyRises) {
    const RankResult found =
        points_of(latin_hypercube(50, 1, {1, 0}), [](const UnitPoint& at) { return std::exp(20.0 * at[0]); }).effects();
    EXPECT_NEAR(found.effects[0].rank_correlation, 1.0, 1e-12);
    EXPECT_NEAR(found.effects[0].rank_correlation_interval.low, 1.0, 1e-12);  // ranks are counted anew in each resample
    EXPECT_LT(found.effects[0].regression, 0.7);
}

TEST(RankEffects, RankTheAxesOfALatinHypercube) {
    const auto points = points_of(latin_hypercube(200, 5, {1, 0}), [](const UnitPoint& at) {
        return at[0] - 5.0 * at[1] + 0.3 * at[2] * at[2] + 2.0 * std::sqrt(at[3]);  // and nothing of the last
    });
    const RankResult found = points.effects();
    std::vector<std::size_t> by_regression = {0, 1, 2, 3, 4};
    std::sort(by_regression.begin(), by_regression.end(), [&found](std::size_t a, std::size_t b) {
        return std::abs(found.effects[a].regression) > std::abs(found.effects[b].regression);
    });
    EXPECT_EQ(by_regression, (std::vector<std::size_t>{1, 3, 0, 2, 4}));
    EXPECT_LT(found.effects[1].rank_correlation, -0.8);
    EXPECT_TRUE(found.effects[4].regression_interval.contains(0.0));
    EXPECT_GT(found.r_squared, 0.98);

    Points mixed_up = points;
    std::rotate(mixed_up.values.begin(), mixed_up.values.begin() + 1, mixed_up.values.end());  // values of the next point
    EXPECT_LT(mixed_up.effects().r_squared, 0.2);
}

// What a plain ranking cannot see, it owns up to: up and down again is no line.
TEST(RankEffects, HaveALowRSquaredWhereTheOutputIsNoLine) {
    const auto points = points_of(latin_hypercube(200, 2, {1, 0}), [](const UnitPoint& at) { return std::abs(at[0] - 0.5); });
    EXPECT_LT(points.effects().r_squared, 0.05);
}

// Three normal axes and an error with weights 2, 1, 0 and 3. Spearman's of two normals is 6/pi asin(r/2) (Pearson, 1907). Of 300
// intervals 283 and 285 hold the exact value.
TEST(RankEffects, HaveIntervalsThatHoldTheExactValue) {
    const Resamples resamples(100);
    const double exact[] = {2.0 / std::sqrt(14.0), 1.0 / std::sqrt(14.0), 0.0};
    int regressions = 0, rank_correlations = 0;
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        Points points{3, {}, {}};
        Stream stream({seed, 0}, 0, Week{0}, Purpose::first_of_model);
        for (int p = 0; p < 100; ++p) {
            for (int axis = 0; axis < 3; ++axis) points.coordinates.push_back(draw_normal(stream, 5.0, 1.0));
            const double* const at = &points.coordinates[points.coordinates.size() - 3];
            points.values.push_back(2.0 * at[0] + at[1] + draw_normal(stream, 0.0, 3.0));
        }
        const RankResult found = rank_effects(points.coordinates, 3, points.values, resamples);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double of_ranks = 6.0 / std::numbers::pi * std::asin(exact[axis] / 2.0);
            regressions += found.effects[axis].regression_interval.contains(exact[axis]);
            rank_correlations += found.effects[axis].rank_correlation_interval.contains(of_ranks);
        }
    }
    for (const int holding : {regressions, rank_correlations}) {
        EXPECT_GE(holding, 270);
        EXPECT_LE(holding, 297);
    }
}

TEST(RankEffects, DoNotDependOnUnits) {
    const auto design = latin_hypercube(60, 2, {1, 0});
    const RankResult plain = points_of(design, [](const UnitPoint& at) { return at[0] + at[1] * at[1]; }).effects();
    Points in_other_units = points_of(design, [](const UnitPoint& at) { return 1e6 - 2.0 * (at[0] + at[1] * at[1]); });
    for (double& coordinate : in_other_units.coordinates) coordinate = 1e4 + 1e-3 * coordinate;
    const RankResult other = in_other_units.effects();
    for (std::size_t axis = 0; axis < 2; ++axis) {
        EXPECT_NEAR(other.effects[axis].regression, -plain.effects[axis].regression, 1e-7);
        EXPECT_NEAR(other.effects[axis].regression_interval.low, -plain.effects[axis].regression_interval.high, 1e-7);
        EXPECT_NEAR(other.effects[axis].rank_correlation, -plain.effects[axis].rank_correlation, 1e-12);
    }
    EXPECT_NEAR(other.r_squared, plain.r_squared, 1e-7);
}

bool knows_nothing(const RankEffect& effect) {
    return std::isnan(effect.regression) && std::isnan(effect.rank_correlation) && std::isnan(effect.regression_interval.low) &&
           std::isnan(effect.rank_correlation_interval.high);
}

TEST(RankEffects, OfAConstantAxisAreNotNumbersAndTheOthersAreAsWithoutIt) {
    const RankResult without = Points{1, {1, 2, 3, 4, 5}, {1, 3, 2, 5, 9}}.effects();
    const RankResult found = Points{2, {0.1, 1, 0.1, 2, 0.1, 3, 0.1, 4, 0.1, 5}, {1, 3, 2, 5, 9}}.effects();
    EXPECT_TRUE(knows_nothing(found.effects[0]));
    EXPECT_EQ(found.effects[1].regression, without.effects[0].regression);
    EXPECT_EQ(found.effects[1].rank_correlation_interval.low, without.effects[0].rank_correlation_interval.low);
    EXPECT_EQ(found.r_squared, without.r_squared);
}

TEST(RankEffects, OfDependentAxesAreRankCorrelationsOnly) {
    const auto twins = points_of(latin_hypercube(40, 1, {1, 0}), [](const UnitPoint& at) { return at[0]; });
    Points dependent{3, {}, twins.values};
    for (std::size_t p = 0; p < 40; ++p) {
        const double one = twins.coordinates[p], other = twins.coordinates[39 - p];
        dependent.coordinates.insert(dependent.coordinates.end(), {one, other, 0.3 - 2.0 * one + 0.7 * other});
    }
    const Points few = {2, {0, 1, 1, 0}, {1, 2}};  // two points say nothing of two axes
    for (const Points& points : {dependent, few}) {
        const RankResult found = points.effects();
        EXPECT_TRUE(std::isnan(found.r_squared));
        for (const RankEffect& effect : found.effects) {
            EXPECT_TRUE(std::isnan(effect.regression) && std::isnan(effect.regression_interval.low));
            EXPECT_TRUE(std::isfinite(effect.rank_correlation));
        }
    }
    EXPECT_NEAR(dependent.effects().effects[0].rank_correlation, 1.0, 1e-12);
}

TEST(RankEffects, LeaveOutPointsWithoutAValue) {
    const RankResult without = Points{1, {1, 2, 3, 4, 5}, {1, 3, 2, 5, 9}}.effects();
    const RankResult found = Points{1, {1, 7, 2, 3, -8, 4, 5}, {1, kNaN, 3, 2, HUGE_VAL, 5, 9}}.effects();
    EXPECT_EQ(found.points_used, 5u);
    EXPECT_EQ(found.effects[0].regression, without.effects[0].regression);
    EXPECT_EQ(found.effects[0].rank_correlation, without.effects[0].rank_correlation);
    EXPECT_EQ(found.r_squared, without.r_squared);
    EXPECT_TRUE(found.effects[0].regression_interval.contains(found.effects[0].regression));
}

// A resample's weight must stay with its point where those before it are left out: on a line every resample finds the line.
TEST(RankEffects, ResampleThePointsThatHaveAValue) {
    Points line{1, Numbers(200), Numbers(200, kNaN)};
    for (std::size_t p = 0; p < 200; ++p) {
        line.coordinates[p] = static_cast<double>(p);
        if (p >= 190) line.values[p] = 3.0 * line.coordinates[p];
    }
    const RankEffect found = line.effects().effects[0];
    for (const Interval& interval : {found.regression_interval, found.rank_correlation_interval}) {
        EXPECT_NEAR(interval.low, 1.0, 1e-9);
        EXPECT_NEAR(interval.high, 1.0, 1e-9);
    }
}

TEST(RankEffects, AreNotNumbersWhereTheOutputDoesNotVary) {
    for (const Points& points : {Points{2, {1, 2, 3, 4, 5, 7}, {0.1, 0.1, 0.1}}, Points{2, {1, 2, 3, 4}, {1, kNaN}}, Points{2, {}, {}}}) {
        const RankResult found = points.effects();
        EXPECT_TRUE(std::isnan(found.r_squared));
        ASSERT_EQ(found.effects.size(), 2u);
        for (const RankEffect& effect : found.effects) EXPECT_TRUE(knows_nothing(effect));
    }
}

TEST(RankEffects, RefusePointsOrResamplesThatAreNotTheirs) {
    EXPECT_THROW(rank_effects(Numbers{1, 2, 3}, 2, Numbers{1, 2}, Resamples(2)), ContractViolation);
    EXPECT_THROW(rank_effects(Numbers{1, 2, 3, 5}, 2, Numbers{1, 2}, Resamples(3)), ContractViolation);
}

}  // namespace
}  // namespace bevlogen
