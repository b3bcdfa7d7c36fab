// Each equation of capacity and load against a value worked by hand.
#include "models/workforce/capacity_equations.hpp"

#include <gtest/gtest.h>

namespace bevlogen::workforce {
namespace {

constexpr float kTolerance = 2e-7f;

TEST(CapacityEquations, C1AdministrationRisesWithThePressureOfBeingJudged) {
    EXPECT_NEAR(administration_share(0.42f, 0.02f, 1.5f, 0.95f), 0.45f, kTolerance);
    EXPECT_EQ(administration_share(0.42f, 0.02f, 40.0f, 0.95f), 0.95f);
    EXPECT_EQ(administration_share(0.42f, 0.02f, -40.0f, 0.95f), 0.0f);
}

TEST(CapacityEquations, C2SideTasksAndLossesAreSharesOfWhatAdministrationLeaves) {
    EXPECT_NEAR(care_share(0.42f, 0.08f, 0.06f), 0.4988f, kTolerance);
    EXPECT_NEAR(care_share(0.10f, 0.08f, 0.06f) / care_share(0.40f, 0.08f, 0.06f), 1.5f, 1e-6f);  // 40 to 10 % is capacity x 1.5
    EXPECT_EQ(care_share(0.42f, 0.7f, 0.6f), 0.0f);
}

TEST(CapacityEquations, C3ProductivityIsBounded) {
    EXPECT_NEAR(productivity(0.05f, 0.08f, 0.7f, 1.15f, 2.0f, -1.0f), 1.1f, kTolerance);
    EXPECT_NEAR(productivity(0.05f, 0.08f, 0.7f, 1.15f, 0.0f, 2.0f), 0.84f, kTolerance);
    EXPECT_EQ(productivity(0.05f, 0.08f, 0.7f, 1.15f, 0.0f, 5.0f), 0.7f);
    EXPECT_EQ(productivity(0.05f, 0.08f, 0.7f, 1.15f, 4.0f, 0.0f), 1.15f);
}

TEST(CapacityEquations, C4PresenceIsHalfInTheLastPartOfABurnoutLeave) {
    EXPECT_EQ(presence(1, 0), 1.0f);
    for (const Leave leave : {Leave::short_illness, Leave::long_illness, Leave::burnout, Leave::maternity}) {
        EXPECT_EQ(presence(1, static_cast<std::uint8_t>(leave)), 0.0f);
    }
    EXPECT_EQ(presence(1, static_cast<std::uint8_t>(Leave::burnout_half_hours)), 0.5f);
    EXPECT_EQ(presence(0, 0), 0.0f);
    EXPECT_EQ(presence(0, static_cast<std::uint8_t>(Leave::burnout_half_hours)), 0.0f);
}

TEST(CapacityEquations, C5WhoStandsInDoesAllTheWork) {
    EXPECT_EQ(staffed(1, static_cast<std::uint8_t>(Leave::long_illness), 1), 1.0f);
    EXPECT_EQ(staffed(1, static_cast<std::uint8_t>(Leave::burnout_half_hours), 1), 1.0f);
    EXPECT_EQ(staffed(1, static_cast<std::uint8_t>(Leave::burnout_half_hours), 0), 0.5f);
    EXPECT_EQ(staffed(1, static_cast<std::uint8_t>(Leave::long_illness), 0), 0.0f);
    EXPECT_EQ(staffed(1, 0, 0), 1.0f);
    EXPECT_EQ(staffed(0, 0, 1), 0.0f);
    EXPECT_EQ(staffed(0, 1, 1), 0.0f);
}

TEST(CapacityEquations, C6ReleasedHoursComeOffTheRoster) {
    EXPECT_NEAR(care_hours(42.0f, 2.0f, 0.4f, 0.5f), 12.0f, 1e-5f);
    EXPECT_EQ(care_hours(2.0f, 3.0f, 0.4f, 0.5f), 0.0f);
}

TEST(CapacityEquations, C7SupervisionTakesASpecialistsHoursOfCare) {
    EXPECT_NEAR(supervision_hours(0.06f, 45.0f, 0.5429f), 1.46583f, 1e-6f);
}

TEST(CapacityEquations, C8AHandoverMoreCostsCapacity) {
    EXPECT_NEAR(handover_share(0.02f, 4.0f, 3.0f), 0.98f, kTolerance);
    EXPECT_EQ(handover_share(0.02f, 3.0f, 3.0f), 1.0f);
    EXPECT_EQ(handover_share(0.2f, 12.0f, 3.0f), 0.0f);
}

TEST(CapacityEquations, C9TheSeasonPeaksInMidJanuary) {
    EXPECT_NEAR(season(0.03f, 0, 2.0f), 0.02912826f, 1e-8f);  // .03 cos(2 pi 2/52)
    EXPECT_NEAR(season(0.03f, 2, 2.0f), 0.03f, 1e-8f);
    EXPECT_NEAR(season(0.03f, 15, 2.0f), 0.0f, 1e-8f);
    EXPECT_NEAR(season(0.03f, 28, 2.0f), -0.03f, 1e-8f);
    for (int week = 0; week < 52; ++week) {
        EXPECT_NEAR(season(1.0f, week, 2.0f), std::cos(2.0 * 3.141592653589793 * (week - 2) / 52.0), 1e-7) << week;
        EXPECT_EQ(season(1.0f, week, 2.0f), season(1.0f, week + 520, 2.0f)) << week;
    }
}

TEST(CapacityEquations, C10GrowthCountsFromTheEndOfTheBurnIn) {
    EXPECT_NEAR(growth(3.8082e-4f, 104), 0.0396053f, 1e-7f);
    EXPECT_EQ(growth(3.8082e-4f, 0), 0.0f);
    EXPECT_EQ(growth(3.8082e-4f, -30), 0.0f);
}

TEST(CapacityEquations, C11AShockFades) { EXPECT_NEAR(shock_step(0.1f, 0.9f, 0.0217945f, 2.0f), 0.133589f, kTolerance); }

TEST(CapacityEquations, C12DemandFollowsCapacityThatHasRisenOnly) {
    EXPECT_NEAR(log_volume(0.01f, 0.02f, -0.005f, 0.6f, 1.2f), 0.13439294f, kTolerance);
    EXPECT_NEAR(log_volume(0.01f, 0.02f, -0.005f, 0.6f, 0.8f), 0.025f, kTolerance);
    EXPECT_NEAR(log_volume(0.01f, 0.02f, -0.005f, 0.6f, 0.0f), 0.025f, kTolerance);
}

TEST(CapacityEquations, C13TheLoadIsBounded) {
    EXPECT_NEAR(log_load(0.1f, 0.8f, 0.7f), 0.32314355f, kTolerance);
    EXPECT_NEAR(log_load(0.0f, 1.5f, 0.7f), -0.40546511f, kTolerance);
    EXPECT_EQ(log_load(0.0f, 3.0f, 0.7f), -0.7f);
    EXPECT_EQ(log_load(0.0f, 0.1f, 0.7f), 0.7f);
    EXPECT_EQ(log_load(0.0f, 0.0f, 0.7f), 0.7f);
}

TEST(CapacityEquations, C14SlackShortensNobodysWeek) {
    EXPECT_NEAR(overtime_factor(0.5f, 0.2f), 1.1051709f, kTolerance);
    EXPECT_EQ(overtime_factor(0.5f, -0.4f), 1.0f);
}

TEST(CapacityEquations, C15TheTrendFollowsSlowly) { EXPECT_NEAR(trend_step(1.0f, 1.3f, 0.1f), 1.03f, kTolerance); }

TEST(CapacityEquations, C16WhatCannotBeSqueezedInJoinsTheBacklog) {
    EXPECT_NEAR(backlog_step(2.0f, 1.0f / 26.0f, 1.5f, 1.0f, 1.1f, 0.15f), 2.1580769f, 1e-6f);
    EXPECT_NEAR(backlog_step(2.0f, 1.0f / 26.0f, 1.1f, 1.0f, 1.0f, 0.15f), 1.9230769f, 1e-6f);
}

TEST(CapacityEquations, C17HoursAreComparedWithTheReference) {
    EXPECT_NEAR(log_hours_ratio(52.0f, 46.0f), 0.12260232f, kTolerance);
    EXPECT_EQ(log_hours_ratio(0.0f, 46.0f), 0.0f);
    EXPECT_EQ(log_hours_ratio(46.0f, 0.0f), 0.0f);
}

}  // namespace
}  // namespace bevlogen::workforce
