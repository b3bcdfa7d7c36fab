// What becomes of an effect from theory to theory, and how far two theories agree on the order of policies.
#include "sim/experiment/choice_effects.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

using ::testing::ElementsAre;

const double kNone = std::numeric_limits<double>::quiet_NaN();

Estimate estimate(double mean, double half) { return {mean, mean - half, mean + half, 8}; }

TEST(Survival, HoldsWhereTheSignIsClearAndTheSameUnderEveryWord) {
    EXPECT_EQ(survival_of(std::vector{estimate(-1, 0.5), estimate(-0.1, 0.05), estimate(-3, 2.9)}), Survival::holds);
    EXPECT_EQ(survival_of(std::vector{estimate(1, 0.5), estimate(0.1, 0.05)}), Survival::holds);
}

TEST(Survival, TurnsWhereTwoWordsAreClearAndApart) {
    EXPECT_EQ(survival_of(std::vector{estimate(-1, 0.5), estimate(0.0, 0.5), estimate(1, 0.5)}), Survival::turns);
}

TEST(Survival, IsUnclearWhereOneWordCannotTell) {
    EXPECT_EQ(survival_of(std::vector{estimate(-1, 0.5), estimate(-0.1, 0.5)}), Survival::unclear);
    EXPECT_EQ(survival_of(std::vector{estimate(0.1, 0.5), estimate(-0.1, 0.5)}), Survival::unclear);
    // With one replicate there is no interval.
    EXPECT_EQ(survival_of(std::vector{Estimate{-1, kNone, kNone, 1}, Estimate{-1, kNone, kNone, 1}}), Survival::unclear);
}

TEST(Survival, IsNoEffectWhereEveryReplicateIsEqual) {
    EXPECT_EQ(survival_of(std::vector{Estimate{0, 0, 0, 8}, Estimate{0, 0, 0, 8}}), Survival::none);
    EXPECT_EQ(survival_of(std::vector{Estimate{0, 0, 0, 8}, estimate(-1, 0.5)}), Survival::unclear);
}

TEST(Places, BeginWithTheBestAndEqualsShareTheirMean) {
    const std::vector<double> differences = {-0.2, 0.4, -0.7, -0.2, kNone};
    EXPECT_THAT(places_of(differences, Direction::lower_is_better), ElementsAre(2.5, 4, 1, 2.5, 0));
    EXPECT_THAT(places_of(differences, Direction::higher_is_better), ElementsAre(2.5, 1, 4, 2.5, 0));
    EXPECT_THAT(places_of(differences, Direction::neutral), ElementsAre(2.5, 1, 4, 2.5, 0));
}

TEST(Agreement, IsSpearmansCorrelation) {
    const std::vector<double> order = {1, 2, 3, 4, 5};
    EXPECT_DOUBLE_EQ(agreement_of(order, order), 1.0);
    EXPECT_DOUBLE_EQ(agreement_of(order, std::vector<double>{5, 4, 3, 2, 1}), -1.0);
    // 1 - 6 sum d^2 / (n (n^2 - 1)) = 1 - 6 x 8 / 120
    EXPECT_DOUBLE_EQ(agreement_of(order, std::vector<double>{3, 2, 1, 4, 5}), 0.6);
}

TEST(Agreement, IsNoneOfTwoPoliciesOrWithoutAPlace) {
    EXPECT_TRUE(std::isnan(agreement_of(std::vector<double>{1, 2}, std::vector<double>{1, 2})));
    EXPECT_TRUE(std::isnan(agreement_of(std::vector<double>{1, 2, 3}, std::vector<double>{1, 0, 2})));
    EXPECT_TRUE(std::isnan(agreement_of(std::vector<double>{2, 2, 2}, std::vector<double>{1, 2, 3})));
}

}  // namespace
}  // namespace bevlogen
