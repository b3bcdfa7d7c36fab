// The equations of coaching against numbers worked out by hand.
#include "models/interventions/coaching_equations.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/interventions/coaching_settings.hpp"

namespace bevlogen::interventions {
namespace {

constexpr float kTolerance = 1e-6f;

TEST(CoachingEquations, StigmaAddsUpAndIsNeverBelowZero) {
    EXPECT_FLOAT_EQ(stigma_of_asking(0.8f, 0.2f, -0.3f), 0.7f);
    EXPECT_EQ(stigma_of_asking(0.2f, 0.0f, -0.5f), 0.0f);
}

TEST(CoachingEquations, DependenceCountsOnlyWhereTheSupervisorIsInformed) {
    EXPECT_EQ(dependence_on_supervisor(0.0f, 0.9f, 0.3f, 2.0f), 0.0f);
    EXPECT_FLOAT_EQ(dependence_on_supervisor(1.0f, 0.9f, 0.3f, 2.0f), 0.3f);
    EXPECT_FLOAT_EQ(dependence_on_supervisor(1.0f, 0.9f, 0.3f, -1.0f), 1.2f);
}

TEST(CoachingEquations, LogOddsOfAskingByHand) {
    // -2.1 + .6 x 1.5 + .5 x .4 - .8 - .3 - .15 x 2 + .8 x .25 = -2.2
    EXPECT_NEAR(log_odds_of_asking(-2.1f, 0.6f, 1.5f, 0.5f, 0.4f, 0.8f, 0.3f, -0.15f, 2.0f, 0.8f, 0.25f), -2.2f, kTolerance);
    // Who is not exhausted asks as one at the mean does.
    EXPECT_EQ(log_odds_of_asking(0, 0.6f, -3.0f, 0, 0, 0, 0, 0, 0, 0, 0), 0.0f);
}

TEST(CoachingEquations, ChanceOfLogOdds) {
    EXPECT_EQ(chance_of(0.0f), 0.5f);
    EXPECT_NEAR(chance_of(-2.2f), 0.0997505f, kTolerance);
    EXPECT_NEAR(chance_of(-80.0f), 0.0f, kTolerance);
}

TEST(CoachingEquations, TheYearHasQuietMonthsAndAGoodStart) {
    EXPECT_FLOAT_EQ(season_of_asking(0, -0.7f, 0.3f), 0.3f);
    EXPECT_FLOAT_EQ(season_of_asking(2, -0.7f, 0.3f), 0.3f);
    EXPECT_FLOAT_EQ(season_of_asking(3, -0.7f, 0.3f), 0.0f);
    EXPECT_FLOAT_EQ(season_of_asking(6, -0.7f, 0.3f), -0.7f);
    EXPECT_FLOAT_EQ(season_of_asking(7, -0.7f, 0.3f), -0.7f);
    EXPECT_FLOAT_EQ(season_of_asking(8, -0.7f, 0.3f), 0.0f);
    EXPECT_FLOAT_EQ(season_of_asking(11, -0.7f, 0.3f), -0.7f);
}

TEST(CoachingEquations, AMatchIsAtMostOne) {
    EXPECT_FLOAT_EQ(match_with_coach(0.7f, 0.08f), 0.78f);
    EXPECT_EQ(match_with_coach(0.97f, 0.08f), 1.0f);
}

TEST(CoachingEquations, LoadCancelsSessionsAndPayingKeepsThem) {
    EXPECT_FLOAT_EQ(chance_of_losing(0.05f, 1.0f, 0.2f), 0.25f);
    EXPECT_FLOAT_EQ(chance_of_losing(0.05f, 1.0f, -0.4f), 0.05f);
    EXPECT_FLOAT_EQ(chance_of_losing(0.05f, 0.0f, 0.7f), 0.05f);
    EXPECT_EQ(chance_of_losing(0.5f, 1.0f, 0.7f), 1.0f);
    EXPECT_FLOAT_EQ(chance_of_dropping_out(0.025f, 0.0f, 500.0f), 0.025f);
    EXPECT_NEAR(chance_of_dropping_out(0.025f, 150.0f, 500.0f), 0.0185205f, kTolerance);
}

TEST(CoachingEquations, ResponseGrowsWithMotivationAndNeedAndIsSmallWhereTreatmentIsCalledFor) {
    EXPECT_NEAR(response_to_coaching(0.35f, -0.06f, 1.0f, 0.25f, 2.0f, 1.0f), 2.0046411f, 2e-6f);  // e^.29 x 1.5
    EXPECT_NEAR(response_to_coaching(0.35f, -0.06f, 0.0f, 0.25f, -2.0f, 1.0f), 0.9417645f, kTolerance);
    EXPECT_NEAR(response_to_coaching(0.35f, -0.06f, 0.0f, 0.25f, 0.0f, 0.3f), 0.2825294f, kTolerance);
}

TEST(CoachingEquations, GainApproachesItsLimitWithSessions) {
    EXPECT_EQ(gain_of_sessions(0.9f, 0.7f, 0.0f, 3.0f, 1.0f), 0.0f);
    EXPECT_NEAR(gain_of_sessions(0.9f, 0.7f, 3.0f, 3.0f, 1.0f), 0.3982359f, kTolerance);  // .63 (1 - 1/e)
    EXPECT_NEAR(gain_of_sessions(0.9f, 0.7f, 6.0f, 3.0f, 2.0f), 1.0894775f, 2e-6f);
}

TEST(CoachingEquations, GainHalvesInItsHalfLife) {
    EXPECT_NEAR(left_of_half_life(39.0f, 39.0f), 0.5f, kTolerance);
    float left = 1.0f;
    for (int week = 0; week < 39; ++week) left *= left_of_half_life(1.0f, 39.0f);
    EXPECT_NEAR(left, 0.5f, 1e-5f);
}

TEST(CoachingEquations, GainNeedsRoomAndFrustratesWithoutIt) {
    EXPECT_EQ(room_for_gain(-1.4f), 0.0f);
    EXPECT_FLOAT_EQ(room_for_gain(-0.4f), 0.6f);
    EXPECT_EQ(room_for_gain(0.3f), 1.0f);
    EXPECT_EQ(friction_of_gain(0.12f, 0.8f, -0.5f, -0.5f), 0.0f);
    EXPECT_FLOAT_EQ(friction_of_gain(0.12f, 0.8f, -0.5f, -1.5f), 0.096f);
}

TEST(CoachingEquations, UnreleasedTimeWeighsMoreUnderLoad) {
    EXPECT_FLOAT_EQ(unreleased_workload(0.12f, 0.5f, 4.0f, -0.3f), 0.06f);
    EXPECT_NEAR(unreleased_workload(0.12f, 0.5f, 4.0f, 0.25f), 0.1630969f, kTolerance);
}

TEST(CoachingEquations, StigmaFallsWithParticipantsAndReturns) {
    EXPECT_FLOAT_EQ(stigma_after(-0.1f, 0.96f, 0.02f, 3.0f), -0.156f);
    EXPECT_EQ(stigma_after(0.0f, 0.96f, 0.02f, 0.0f), 0.0f);
}

TEST(CoachingEquations, SupportLowersAndLoadRaisesTheChanceOfRefusal) {
    EXPECT_FLOAT_EQ(chance_of_refusal(0.1f, 0.08f, 0.0f, 0.5f, -0.4f), 0.1f);
    EXPECT_FLOAT_EQ(chance_of_refusal(0.1f, 0.08f, -1.0f, 0.5f, 0.2f), 0.28f);
    EXPECT_EQ(chance_of_refusal(0.1f, 0.08f, 2.0f, 0.5f, 0.0f), 0.0f);
    EXPECT_EQ(chance_of_refusal(0.9f, 0.08f, -2.0f, 0.5f, 0.7f), 1.0f);
}

TEST(CoachingEquations, AStartTalkHelpsWithASupportiveSupervisor) {
    EXPECT_EQ(match_of_start_talk(0.05f, -1.0f), 0.0f);
    EXPECT_NEAR(match_of_start_talk(0.05f, 0.5f), 0.0231059f, kTolerance);  // .05 tanh(.5)
    EXPECT_NEAR(match_of_start_talk(0.05f, 4.0f), 0.0499665f, kTolerance);
}

TEST(CoachingEquations, IntakesOfAClearingAreRoundedAtRandom) {
    // 13 coordinators of 300 a year at a tenth of the country: 390 a year, 30 a clearing.
    EXPECT_EQ(intakes_of_clearing(13, 300.0, 0.1, 4.0 / 52.0, 0.5), 30);
    EXPECT_EQ(intakes_of_clearing(1, 300.0, 0.01, 4.0 / 52.0, 0.76), 0);  // .231
    EXPECT_EQ(intakes_of_clearing(1, 300.0, 0.01, 4.0 / 52.0, 0.78), 1);
}

TEST(CoachingCalendar, AWeekBelongsToTheMonthOfItsThursday) {
    const std::array<int, 12> first = {0, 4, 8, 13, 17, 22, 26, 30, 35, 39, 43, 48};  // 52-week years: day 7 w + 3
    for (int month = 0; month < 12; ++month) {
        EXPECT_EQ(month_of(Week{first[static_cast<std::size_t>(month)]}), month);
        EXPECT_EQ(month_of(Week{first[static_cast<std::size_t>(month)] + 520 - 1}), (month + 11) % 12);
    }
    EXPECT_EQ(month_of(Week{51}), 11);
}

}  // namespace
}  // namespace bevlogen::interventions
