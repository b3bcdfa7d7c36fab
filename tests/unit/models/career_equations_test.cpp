// The equations of departure and of the job market by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "models/careers/departure_equations.hpp"
#include "models/careers/market_equations.hpp"

namespace bevlogen::careers {
namespace {

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

TEST(DepartureEquations, IntentionRisesWithBurnoutHomeAndInsecurityAndFallsWithEngagementAndAutonomy) {
    const Intention intention{-1.3f, 0.35f, 0.25f, 0.12f, 0.12f, 0.1f};
    EXPECT_NEAR(intention(0, 0, 0, 0, 0), logistic(-1.3), 1e-6);
    EXPECT_NEAR(intention(2, -1, 0.5f, 1, -0.5f), logistic(-1.3 + 0.7 + 0.25 + 0.06 + 0.12 + 0.05), 1e-6);
    EXPECT_GT(intention(1, 0, 0, 0, 0), intention(0, 0, 0, 0, 0));
    EXPECT_LT(intention(0, 1, 0, 0, 0), intention(0, 0, 0, 0, 0));
    EXPECT_LT(intention(0, 0, 0, 0, 1), intention(0, 0, 0, 0, 0));
}

TEST(DepartureEquations, RatesHoldAtTheUsualIntention) {
    EXPECT_NEAR(times_usual(0.25f, 0.25f, 0.5f), 1.0, 1e-6);
    EXPECT_NEAR(times_usual(0.5f, 0.125f, 0.5f), 2.0, 1e-6);
    EXPECT_NEAR(times_usual(0.5f, 0.125f, 0.0f), 1.0, 1e-6);
}

TEST(DepartureEquations, ARateOfAYearIsAChanceInFourWeeks) {
    EXPECT_EQ(chance_in_epoch(0.0f), 0.0f);
    EXPECT_NEAR(std::pow(1.0 - static_cast<double>(chance_in_epoch(0.128f)), 13), std::exp(-0.128), 1e-5);
}

TEST(DepartureEquations, TheQuickBoundSparesNobodyToWhomItHappens) {
    for (float rate = 0.0f; rate < 50.0f; rate = rate * 1.01f + 1e-5f) {
        const float chance = chance_in_epoch(rate);
        EXPECT_GT(above_chance_in_epoch(rate), chance) << rate;
        EXPECT_EQ(happens_in_epoch(rate, std::nextafter(chance, 0.0f)), chance > 0.0f) << rate;
        EXPECT_FALSE(happens_in_epoch(rate, chance)) << rate;
    }
}

TEST(DepartureEquations, RetirementIsByWholeYearsOfAge) {
    const auto rate = [](float age) { return retirement_rate(0.04f, 0.15f, 0.45f, age); };
    EXPECT_EQ(rate(59.9f), 0.0f);
    EXPECT_NEAR(rate(60.0f), -std::log(0.96), 1e-6);
    EXPECT_NEAR(rate(62.9f), -std::log(0.96), 1e-6);
    EXPECT_NEAR(rate(63.0f), -std::log(0.85), 1e-6);
    EXPECT_NEAR(rate(66.0f), -std::log(0.55), 1e-6);
}

TEST(MarketEquations, GraduatesStayAsUsualWhereAllIsAsUsual) {
    const auto stays = [](float engagement, float burnout, float training) {
        return chance_of_staying_in_hospitals(0.89f, 0.3f, -0.3f, 0.2f, engagement, burnout, training);
    };
    EXPECT_NEAR(stays(0, 0, 0), 0.89, 1e-6);
    EXPECT_NEAR(stays(1, -1, 0.5f), logistic(std::log(0.89 / 0.11) + 0.3 + 0.3 + 0.1), 1e-6);
    EXPECT_LT(stays(0, 1, 0), 0.89f);
}

TEST(MarketEquations, CompetitionIsALogAgainstTheUsual) {
    EXPECT_NEAR(competition(199, 99, 0.0f), std::log(2.0), 1e-6);
    EXPECT_NEAR(competition(199, 99, static_cast<float>(std::log(2.0))), 0.0, 1e-6);
    EXPECT_NEAR(competition(0, 0, 0.0f), 0.0, 1e-6);
    EXPECT_NEAR(insecurity_of_competition(0.5f, 2.0f, 1.0f), 0.5, 1e-6);
    EXPECT_NEAR(insecurity_of_competition(0.5f, 2.0f, 9.0f), 1.0, 1e-6);
    EXPECT_NEAR(insecurity_of_competition(0.5f, 2.0f, -9.0f), -1.0, 1e-6);
}

// Waiting clearings are geometric from 0 on: mean (1 - p) / p of them, four weeks each.
TEST(MarketEquations, ASearchLastsItsMean) {
    for (const float mean : {0.0f, 4.0f, 16.0f, 100.0f}) {
        const double p = chance_that_search_ends(mean);
        EXPECT_NEAR(4.0 * (1.0 - p) / p, mean, 1e-4 * (1.0 + mean));
    }
}

TEST(MarketEquations, AsManyAreChosenAsThereArePlaces) {
    EXPECT_NEAR(chance_of_being_chosen(1182.0f, 0.37f, 7500.0f), 1182.0 / 2775.0, 1e-5);
    EXPECT_EQ(chance_of_being_chosen(9000.0f, 0.37f, 7500.0f), 1.0f);
    EXPECT_EQ(chance_of_being_chosen(100.0f, 0.0f, 7500.0f), 0.0f);
}

}  // namespace
}  // namespace bevlogen::careers
