// Intervals of paired differences against t intervals worked out by hand.
#include "sim/experiment/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
using Values = std::vector<double>;

// Differences 1, 2, 3: mean 2, SD 1, standard error 1/sqrt(3), t(2, .975) = 4.302652730.
TEST(PairedDifference, OfThreePairsIsTheTIntervalByHand) {
    const Estimate difference = paired_difference(Values{10, 20, 30}, Values{11, 22, 33});
    EXPECT_EQ(difference.replicates, 3u);
    EXPECT_DOUBLE_EQ(difference.mean, 2.0);
    EXPECT_NEAR(difference.low, 2.0 - 4.302652730 / std::sqrt(3.0), 1e-8);
    EXPECT_NEAR(difference.high, 2.0 + 4.302652730 / std::sqrt(3.0), 1e-8);
    EXPECT_FALSE(difference.excludes_zero());
}

// Differences -1, -2: mean -1.5, standard error 1/2, t(1, .975) = 12.70620474.
TEST(PairedDifference, OfTwoPairsIsWide) {
    const Estimate difference = paired_difference(Values{5, 5}, Values{4, 3});
    EXPECT_NEAR(difference.low, -1.5 - 12.70620474 / 2.0, 1e-7);
    EXPECT_NEAR(difference.high, -1.5 + 12.70620474 / 2.0, 1e-7);
}

TEST(PairedDifference, IsOfTheAlternativeOverTheBaseAndLosesWhatTheyShare) {
    const Estimate difference = paired_difference(Values{1, 100, 10000, -7}, Values{1.5, 100.5, 10000.5, -6.5});
    EXPECT_DOUBLE_EQ(difference.mean, 0.5);
    EXPECT_DOUBLE_EQ(difference.low, 0.5);
    EXPECT_DOUBLE_EQ(difference.high, 0.5);
    EXPECT_TRUE(difference.excludes_zero());
}

TEST(PairedDifference, LeavesOutPairsOfWhichOneIsMissing) {
    const Estimate all = paired_difference(Values{10, 20, 30}, Values{11, 22, 33});
    const Estimate some = paired_difference(Values{10, 7, 20, kNaN, 30, kNaN}, Values{11, kNaN, 22, 8, 33, kNaN});
    EXPECT_EQ(some.replicates, 3u);
    EXPECT_EQ(some.mean, all.mean);
    EXPECT_EQ(some.low, all.low);
    EXPECT_EQ(some.high, all.high);
}

TEST(PairedDifference, OfOnePairHasNoInterval) {
    const Estimate one = paired_difference(Values{1}, Values{3});
    EXPECT_EQ(one.replicates, 1u);
    EXPECT_EQ(one.mean, 2.0);
    EXPECT_TRUE(std::isnan(one.low));
    EXPECT_TRUE(std::isnan(one.high));
    EXPECT_FALSE(one.excludes_zero());
}

TEST(PairedDifference, OfNoPairIsNoNumber) {
    for (const Estimate& none : {paired_difference(Values{}, Values{}), paired_difference(Values{kNaN}, Values{1})}) {
        EXPECT_EQ(none.replicates, 0u);
        EXPECT_TRUE(std::isnan(none.mean));
        EXPECT_FALSE(none.excludes_zero());
    }
}

TEST(PairedDifference, RefusesValuesThatAreNotPaired) { EXPECT_THROW(paired_difference(Values{1, 2}, Values{1}), ContractViolation); }

TEST(StandardisedEffect, IsTheMeanDifferenceInSd) {
    EXPECT_DOUBLE_EQ(standardised_effect(paired_difference(Values{10, 20}, Values{9, 18}), 3.0), -0.5);
    EXPECT_TRUE(std::isnan(standardised_effect({1.0, 1.0, 1.0, 2}, 0.0)));
    EXPECT_TRUE(std::isnan(standardised_effect({1.0, 1.0, 1.0, 2}, kNaN)));
}

TEST(EstimateOfMean, ExcludesZeroOnEitherSide) {
    EXPECT_TRUE(estimate_mean(Values{1.0, 1.1, 0.9}).excludes_zero());
    EXPECT_TRUE(estimate_mean(Values{-1.0, -1.1, -0.9}).excludes_zero());
    EXPECT_FALSE(estimate_mean(Values{-1.0, 1.0, 0.1}).excludes_zero());
}

}  // namespace
}  // namespace bevlogen
