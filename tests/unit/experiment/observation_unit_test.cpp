// Intervals over draws of parameters are of one more draw, not of the mean.
#include "sim/experiment/observation_unit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "sim/experiment/cost_effect.hpp"
#include "sim/experiment/probability_best.hpp"

namespace bevlogen {
namespace {

using Values = std::vector<double>;

TEST(ObservationUnit, IsTheMeanOfReplicatesThatShareADraw) {
    const ObservationUnit unit(2);
    EXPECT_EQ(unit.values(Values{1, 3, 5, 9}), (Values{2, 7}));
    EXPECT_TRUE(std::isnan(unit.values(Values{1, std::nan(""), 5, 9})[0])) << "a draw with a failed run is left out";
    EXPECT_EQ(unit.count(4), 2u);
}

TEST(ObservationUnit, IsAReplicateWithoutDraws) {
    const ObservationUnit unit(std::nullopt);
    EXPECT_EQ(unit.values(Values{1, 3}), (Values{1, 3}));
    const Estimate estimate = unit.estimate(Values{1, 3, 8}), mean = estimate_mean(Values{1, 3, 8});
    EXPECT_EQ(estimate.low, mean.low);
    EXPECT_EQ(estimate.high, mean.high);
}

// 1, 3, 8: mean 4, variance 13; t of two degrees of freedom is 4.30265.
TEST(ObservationUnit, GivesTheIntervalOfOneMoreDraw) {
    const Estimate estimate = ObservationUnit(1).estimate(Values{1, 3, 8});
    EXPECT_EQ(estimate.mean, 4.0);
    EXPECT_NEAR(estimate.high, 4.0 + 4.30265 * std::sqrt(13.0 * 4.0 / 3.0), 1e-3);
    EXPECT_EQ(estimate.high - estimate.mean, estimate.mean - estimate.low);
}

// Of 4,000 experiments of eight draws the interval contains the value under a ninth in 95 % (standard error 0.35 percentage points); a
// fixed seed, six standard errors.
TEST(ObservationUnit, CoversTheValueUnderANewDraw) {
    std::mt19937 random(11);
    std::normal_distribution<double> draw(1.0, 0.5);
    int covered = 0;
    constexpr int kExperiments = 4000;
    for (int experiment = 0; experiment < kExperiments; ++experiment) {
        Values values(8);
        for (double& value : values) value = draw(random);
        const Estimate estimate = ObservationUnit(1).estimate(values);
        const double next = draw(random);
        if (estimate.low <= next && next <= estimate.high) ++covered;
    }
    EXPECT_NEAR(covered / double{kExperiments}, 0.95, 6 * 0.0035);
}

TEST(ObservationUnit, MakesTheChanceOfBeingBestAShareOfDraws) {
    const std::vector<Values> values = {{1, 1, 1, 1}, {2, 0, 2, 2}};
    const Resamples draws(4, ObservationUnit(1).interval());
    EXPECT_EQ(probability_best(values, Direction::higher_is_better, draws), (Values{0.25, 0.75}));
    EXPECT_GT(probability_best(values, Direction::higher_is_better, Resamples(4))[1], 0.8) << "of the mean it is surer";
}

TEST(ObservationUnit, WidensTheCostOfAnAvertedYear) {
    const Values costs = {100, 104, 96, 100}, averted = {10, 10.4, 9.8, 9.8};
    const CostPerAverted mean = cost_per_averted(costs, averted), draw = cost_per_averted(costs, averted, IntervalOf::draw);
    EXPECT_EQ(mean.ratio.mean, draw.ratio.mean);
    EXPECT_LT(draw.ratio.low, mean.ratio.low);
    EXPECT_GT(draw.ratio.high, mean.ratio.high);
}

}  // namespace
}  // namespace bevlogen
