// Every equation of absence and events, A1 to A14, against a value worked out by hand.
#include "models/workforce/absence_equations.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/event_parameters.hpp"

namespace bevlogen::workforce {
namespace {

constexpr float kRounding = 1e-6f;
constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

TEST(AbsenceEquations, A1ShortIllnessFollowsBurnout) {
    // .022 e^(.25 x 2) = .022 x 1.6487213
    EXPECT_NEAR(short_illness_hazard(0.022f, 0.25f, 2.0f), 0.0362719f, kRounding);
    EXPECT_EQ(short_illness_hazard(0.022f, 0.25f, 0.0f), 0.022f);
}

TEST(AbsenceEquations, A2BurnoutLeaveHoldsAtItsZAndGrowsUpToTheCap) {
    EXPECT_EQ(burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 1.5f, 1.0f), 0.0006f);
    // .0006 e^(1.6 (2.5 - 1.5)) = .0006 x 4.9530324
    EXPECT_NEAR(burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 2.5f, 1.0f), 0.00297182f, 1e-8f);
    // Above the cap as at the cap: .0006 e^(1.6 x 2.5) = .0006 x 54.598150
    EXPECT_NEAR(burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 4.0f, 1.0f), 0.0327589f, 1e-7f);
    EXPECT_EQ(burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 9.0f, 1.0f), burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 4.0f, 1.0f));
    EXPECT_EQ(burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, 1.5f, 2.0f), 0.0012f);
}

TEST(AbsenceEquations, A3MaternityIsForWomenFromOneBirthdayToTheOther) {
    const float from = 28.0f * 52.0f, to = 38.0f * 52.0f;
    EXPECT_EQ(maternity_hazard(0.002f, 1.0f, from, from, to), 0.002f);
    EXPECT_EQ(maternity_hazard(0.002f, 1.0f, to - 1.0f, from, to), 0.002f);
    EXPECT_EQ(maternity_hazard(0.002f, 1.0f, from - 1.0f, from, to), 0.0f);
    EXPECT_EQ(maternity_hazard(0.002f, 1.0f, to, from, to), 0.0f);
    EXPECT_EQ(maternity_hazard(0.002f, 0.0f, from, from, to), 0.0f);
}

TEST(AbsenceEquations, A4OneNumberFallsIntoOneOfFourHazardsOrNone) {
    const LeaveHazards h{0.125f, 0.25f, 0.0625f, 0.5f};  // up to .125, .375, .4375, .9375
    EXPECT_EQ(total_hazard(h), 0.9375f);
    EXPECT_EQ(leave_that_begins(0.0f, h), Leave::burnout);
    EXPECT_EQ(leave_that_begins(0.1249f, h), Leave::burnout);
    EXPECT_EQ(leave_that_begins(0.125f, h), Leave::long_illness);
    EXPECT_EQ(leave_that_begins(0.3749f, h), Leave::long_illness);
    EXPECT_EQ(leave_that_begins(0.375f, h), Leave::maternity);
    EXPECT_EQ(leave_that_begins(0.4375f, h), Leave::short_illness);
    EXPECT_EQ(leave_that_begins(0.9374f, h), Leave::short_illness);
    EXPECT_EQ(leave_that_begins(0.9375f, h), Leave::none);
    EXPECT_EQ(leave_that_begins(0.0f, {}), Leave::none);
}

TEST(AbsenceEquations, A4WhereAScoreIsNotANumberNoLeaveOfItBegins) {
    const float burnout = burnout_leave_hazard(0.0006f, 1.6f, 1.5f, 4.0f, kNotANumber, 1.0f);
    const float illness = short_illness_hazard(0.022f, 0.25f, kNotANumber);
    EXPECT_EQ(leave_that_begins(0.0f, {burnout, 0.5f, 0.5f, illness}), Leave::none);
}

TEST(AbsenceEquations, A5AMeanOfSixFifthsGoesOnInOneOfSix) {
    EXPECT_NEAR(chance_of_one_more_week(1.2f), 1.0f / 6.0f, kRounding);
    EXPECT_EQ(chance_of_one_more_week(1.0f), 0.0f);
}

TEST(AbsenceEquations, A6TheMedianLiesBelowTheMean) {
    // ln 16 - .64/2 = 2.7725887 - .32
    EXPECT_NEAR(log_median_of_mean(16.0f, 0.8f), 2.4525887f, kRounding);
}

TEST(AbsenceEquations, A7LengthsAreTheNearestWeekWithinBounds) {
    EXPECT_EQ(whole_weeks(17.49, 4.0f, 104.0f), 17);
    EXPECT_EQ(whole_weeks(17.5, 4.0f, 104.0f), 18);
    EXPECT_EQ(whole_weeks(0.3, 4.0f, 104.0f), 4);
    EXPECT_EQ(whole_weeks(5000.0, 4.0f, 104.0f), 104);
}

TEST(AbsenceEquations, A8TheLastThirdIsAtHalfHours) {
    EXPECT_EQ(half_hours_weeks(30.0f, 0.3333f), 10.0f);  // 9.999
    EXPECT_EQ(half_hours_weeks(4.0f, 0.3333f), 1.0f);    // 1.33
    EXPECT_EQ(half_hours_weeks(5.0f, 0.3333f), 2.0f);    // 1.67
    EXPECT_EQ(half_hours_weeks(104.0f, 0.0f), 0.0f);
}

TEST(AbsenceEquations, A9ComplaintsComeMoreOftenToWhoIsBurntOut) {
    EXPECT_FLOAT_EQ(complaint_hazard(0.0008f, 1.9f, 1.0f, 1.1f), 0.00152f);  // .0008 x 1.9
    EXPECT_EQ(complaint_hazard(0.0008f, 1.9f, 1.0f, 1.0f), 0.0008f);
    EXPECT_EQ(complaint_hazard(0.0008f, 1.9f, 1.0f, kNotANumber), 0.0008f);
}

TEST(AbsenceEquations, A10SafetyPreventsConflicts) {
    // .002 e^-.5 = .002 x .60653066
    EXPECT_NEAR(conflict_hazard(0.002f, 1.0f, 0.5f), 0.00121306f, 1e-8f);
    EXPECT_NEAR(conflict_hazard(0.002f, 1.0f, -0.5f), 0.00329744f, 1e-8f);  // .002 x 1.6487213
}

TEST(AbsenceEquations, A11AndA12WhatIsLeftFadesAndIsForgottenInTheEnd) {
    EXPECT_NEAR(fade_of_a_week(13.0f), 0.9259611f, kRounding);  // e^(-1/13)
    EXPECT_EQ(faded(0.5f, 0.75f), 0.375f);
    EXPECT_EQ(faded(1.0e-6f, 0.9f), 0.0f);
}

// The kicked part of a factor, with arithmetic that floats do exactly: gains and fades are powers of two, and seven weeks fit 24 bits.
TEST(AbsenceEquations, A13AKickFadesAsItShouldWhateverTheFactorsOwnGain) {
    for (const float gain : {0.125f, 0.25f, 0.5f}) {
        for (const float fade : {0.5f, 0.75f}) {
            const float target = 1.5f;
            float kicked = -0.25f + 2.0f, as_it_was = -0.25f, left = 2.0f, expected = 2.0f;
            for (int week = 1; week <= 7; ++week) {
                kicked = kicked + (target + fading_shift(left, fade, gain) - kicked) * gain;
                as_it_was = as_it_was + (target - as_it_was) * gain;
                left = faded(left, fade);
                expected *= fade;
                EXPECT_EQ(kicked - as_it_was, expected) << "gain " << gain << ", fade " << fade << ", week " << week;
            }
        }
    }
}

TEST(AbsenceEquations, A13WithoutTheShiftAKickFadesWithTheFactorsOwnTimeConstant) {  // the twin
    const float kicked = 2.0f + (0.0f - 2.0f) * 0.25f;
    EXPECT_EQ(kicked, 1.5f);
    EXPECT_EQ(2.0f + (fading_shift(2.0f, 0.5f, 0.25f) - 2.0f) * 0.25f, 1.0f);  // 2 (1 - .5/.25) = -2; 2 + (-2 - 2) .25
    EXPECT_EQ(fading_shift(2.0f, 0.75f, 0.25f), 0.0f);                         // where both are the same, no shift
}

TEST(AbsenceEquations, A13StaysTrueOverAYearWithTheShippedTimeConstants) {
    const float fade = fade_of_a_week(13.0f), gain = 1.0f - fade_of_a_week(26.0f);
    float x = 0.6f, left = 0.6f;
    for (int week = 0; week < 52; ++week) {
        x = x + (fading_shift(left, fade, gain) - x) * gain;
        left = faded(left, fade);
    }
    EXPECT_NEAR(x, 0.6f * 0.0183156f, kRounding);  // e^-4
}

TEST(AbsenceEquations, A14TheMeanIsAGeometricSeries) {
    // .01 (1 + .75 + .75^2 + ...) = .01 / .25
    EXPECT_NEAR(mean_left(0.01f, 0.75f), 0.04f, kRounding);
}

TEST(MeanEventEffects, AddTheEventsUpByHand) {
    EventParameters e;
    e.complaint_hazard = 0.001f, e.complaint_if_burnt_out = 2.0f, e.burnt_out_share = 0.2f;
    e.complaint_on_emotional_load = 0.8f, e.complaint_on_evaluation = 0.6f;
    e.severe_hazard = 0.004f, e.severe_on_emotional_load = 0.6f, e.severe_on_evaluation = 0.2f;
    e.conflict_hazard = 0.002f, e.conflict_on_colleagues = 0.6f, e.conflict_on_evaluation = 0.1f;
    e.fades_weeks = 13.0f;
    const MeanEventEffects mean = mean_event_effects(e, 26.0f);
    // Complaints .001 (1 + .2) = .0012. 1 - e^(-1/26) = .0377312, 1 - e^(-1/13) = .0740389.
    EXPECT_NEAR(mean.emotional_load, 0.0890509f, kRounding);  // (.00096 + .0024) / .0377312
    EXPECT_NEAR(mean.evaluation, 0.0232310f, kRounding);      // (.00072 + .0008 + .0002) / .0740389
    EXPECT_NEAR(mean.colleagues, -0.0162077f, kRounding);     // -.0012 / .0740389
}

TEST(AbsenceConstants, AreWorkedOutOnceFromYearsAndMeans) {
    AbsenceParameters a;
    a.maternity_a_year = 0.104f, a.maternity_from_age = 28.0f, a.maternity_to_age = 38.0f;
    a.short_illness_weeks = 1.25f, a.long_illness_weeks = 16.0f, a.long_illness_spread = 0.8f, a.burnout_weeks = 34.6f;
    const AbsenceConstants c(a);
    EXPECT_NEAR(c.maternity_hazard, 0.002f, 1e-9f);
    EXPECT_EQ(c.maternity_from_weeks, 1456.0f);
    EXPECT_EQ(c.maternity_to_weeks, 1976.0f);
    EXPECT_NEAR(c.short_illness_goes_on, 0.2f, kRounding);
    EXPECT_NEAR(c.long_illness_log_median, 2.4525887f, kRounding);
    EXPECT_NEAR(c.burnout_log_median, 3.5438537f, kRounding);  // ln 34.6
}

}  // namespace
}  // namespace bevlogen::workforce
