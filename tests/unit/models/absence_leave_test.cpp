// Leaves from beginning to end: who begins one, how many weeks it is, half hours, return, raised risk.
#include <gtest/gtest.h>

#include <limits>

#include "tests/unit/models/absence_bed.hpp"

namespace bevlogen::testing {
namespace {

using workforce::Leave;

AbsenceNumbers everybody_burns_out() {
    AbsenceNumbers n = AbsenceNumbers::quiet();
    n.absence.burnout_hazard = 1.0f;
    n.absence.burnout_on_exhaustion = 0.0f;
    return n;
}
AbsenceNumbers everybody_is_briefly_ill() {
    AbsenceNumbers n = AbsenceNumbers::quiet();
    n.absence.short_illness_hazard = 1.0f;
    n.absence.short_illness_weeks = 1.0f;
    return n;
}
AbsenceNumbers everybody_is_long_ill() {
    AbsenceNumbers n = AbsenceNumbers::quiet();
    n.absence.long_illness_hazard = 1.0f;
    return n;
}

TEST(Leave, TheShippedNumbersAreThoseOfTheModelPage) {
    const AbsenceNumbers n = AbsenceNumbers::shipped();
    EXPECT_EQ(n.absence.short_illness_hazard, 0.022f);
    EXPECT_EQ(n.absence.long_illness_weeks, 16.0f);
    EXPECT_EQ(n.absence.burnout_spread, 0.658f);
    EXPECT_EQ(n.absence.longest_weeks, 104.0f);
    EXPECT_EQ(n.absence.maternity_to_age, 38.0f);
    EXPECT_EQ(n.events.conflict_on_colleagues, 0.6f);
    EXPECT_EQ(n.events.fades_weeks, 13.0f);
}

TEST(Leave, OfNWeeksBegunInAWeekIsAnAbsenceInTheNWeeksAfterIt) {
    AbsenceBed bed({50});
    const AbsenceNumbers quiet = AbsenceNumbers::quiet();
    bed.step(everybody_burns_out(), 0);
    std::vector<int> weeks(50), away(50), at_half_hours(50), last(50);
    for (std::size_t i = 0; i < 50; ++i) {
        weeks[i] = bed.block.person(bed.fields.leave_weeks)[i];
        ASSERT_EQ(bed.leave(i), Leave::burnout);
        ASSERT_EQ(bed.block.person(bed.fields.leave_weeks_left)[i], weeks[i]);
    }
    for (int week = 1; week <= 106; ++week) {
        for (std::size_t i = 0; i < 50; ++i) {
            if (bed.leave(i) == Leave::none) continue;
            ++away[i], last[i] = week, at_half_hours[i] += bed.leave(i) == Leave::burnout_half_hours;
            EXPECT_EQ(bed.block.person(bed.fields.leave_weeks_left)[i], weeks[i] - week + 1);
            // Half hours are the last weeks.
            EXPECT_EQ(at_half_hours[i] > 0, bed.leave(i) == Leave::burnout_half_hours);
        }
        bed.step(quiet, week);
    }
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_EQ(away[i], weeks[i]);
        EXPECT_EQ(last[i], weeks[i]);
        EXPECT_NEAR(at_half_hours[i], weeks[i] / 3.0, 0.5);
        EXPECT_EQ(bed.block.person(bed.fields.leave_weeks)[i], 0);
        EXPECT_EQ(bed.block.person(bed.fields.is_replaced)[i], 0);
    }
}

TEST(Leave, BetweenFourAndAHundredAndFourWeeks) {
    AbsenceNumbers endless = everybody_burns_out(), brief = everybody_burns_out(), brief_illness = everybody_is_long_ill();
    endless.absence.burnout_weeks = 5000.0f;
    brief.absence.burnout_weeks = brief_illness.absence.long_illness_weeks = 0.1f;
    for (const auto& [numbers, weeks] : {std::pair{endless, 104}, {brief, 4}, {brief_illness, 2}}) {
        AbsenceBed bed({20});
        bed.step(numbers, 0);
        for (const auto n : bed.block.person(bed.fields.leave_weeks)) EXPECT_EQ(n, weeks);
    }
}

TEST(Leave, AfterBurnoutTheRiskIsRaisedForTwentySixWeeksAtWork) {
    AbsenceBed bed({1});
    const AbsenceNumbers quiet = AbsenceNumbers::quiet();
    const auto raised = [&] { return bed.block.person(bed.fields.raised_risk_weeks_left)[0]; };
    bed.step(everybody_burns_out(), 0);
    int week = 1;
    for (; bed.leave(0) != Leave::none && week < 200; ++week) {
        EXPECT_EQ(raised(), 0);
        bed.step(quiet, week);
    }
    EXPECT_EQ(raised(), 26);
    for (int k = 1; k <= 10; ++k) {
        bed.step(quiet, week++);
        EXPECT_EQ(raised(), 26 - k);
    }
    bed.step(everybody_is_briefly_ill(), week++);  // that week was at work
    EXPECT_EQ(raised(), 15);
    EXPECT_EQ(bed.leave(0), Leave::short_illness);
    bed.step(quiet, week++);  // a week away does not count
    EXPECT_EQ(raised(), 15);
    EXPECT_EQ(bed.leave(0), Leave::none);
    for (int k = 1; k <= 20; ++k) {
        bed.step(quiet, week++);
        EXPECT_EQ(raised(), std::max(0, 15 - k));
    }
}

TEST(Leave, NoOtherLeaveThanBurnoutRaisesTheRisk) {
    AbsenceBed bed({30});
    bed.step(everybody_is_long_ill(), 0);
    for (int week = 1; week <= 105; ++week) bed.step(AbsenceNumbers::quiet(), week);
    EXPECT_EQ(bed.count(Leave::none), 30u);
    for (const auto weeks : bed.block.person(bed.fields.raised_risk_weeks_left)) EXPECT_EQ(weeks, 0);
}

TEST(Leave, ARaisedRiskDoublesTheHazardOfBurnoutLeaveUntilItsLastWeek) {
    AbsenceNumbers half = everybody_burns_out();
    half.absence.burnout_hazard = 0.5f;
    AbsenceBed bed({200, 200});
    for (std::size_t i = 0; i < 200; ++i) bed.block.person(bed.fields.raised_risk_weeks_left)[i] = 1;
    bed.step(half, 0);
    std::size_t with = 0, without = 0;
    for (std::size_t i = 0; i < 200; ++i) with += bed.leave(i) == Leave::burnout, without += bed.leave(200 + i) == Leave::burnout;
    EXPECT_EQ(with, 200u);
    EXPECT_LT(without, 150u);
}

TEST(Leave, WhoIsAwayBeginsNoOther) {
    AbsenceBed bed({20});
    bed.step(everybody_is_long_ill(), 0);
    const auto before = bed.block.person(bed.fields.leave_weeks)[3];
    bed.step(everybody_burns_out(), 1);
    EXPECT_EQ(bed.count(Leave::burnout), 0u);
    EXPECT_EQ(bed.count(Leave::long_illness), 20u);
    EXPECT_EQ(bed.block.person(bed.fields.leave_weeks)[3], before);
}

TEST(Leave, ReturnAndANewLeaveNeverFallInOneStep) {
    AbsenceBed bed({20});
    bed.step(everybody_is_briefly_ill(), 0);
    bed.step(everybody_is_briefly_ill(), 1);
    EXPECT_EQ(bed.count(Leave::none), 20u);
    bed.step(everybody_is_briefly_ill(), 2);
    EXPECT_EQ(bed.count(Leave::short_illness), 20u);
}

TEST(Leave, MaternityIsForWomenOfThatAgeAndLastsSixteenWeeks) {
    AbsenceBed bed({60});
    AbsenceNumbers n = AbsenceNumbers::quiet();
    n.absence.maternity_a_year = 52.0f;
    for (std::size_t i = 0; i < 60; ++i) {
        bed.block.person(bed.fields.sex)[i] = static_cast<std::uint8_t>(i % 2);
        bed.block.person(bed.fields.age_weeks)[i] = static_cast<std::uint16_t>((15 + i) * 52);
    }
    bed.step(n, 0);
    for (std::size_t i = 0; i < 60; ++i) {
        const bool expected = i % 2 == 0 && i >= 13 && i < 23;  // 28 to 37
        EXPECT_EQ(bed.leave(i), expected ? Leave::maternity : Leave::none) << i;
        EXPECT_EQ(bed.block.person(bed.fields.leave_weeks)[i], expected ? 16 : 0);
    }
}

TEST(Leave, LongAbsencesAreReplacedInThisShareAndShortOnesNever) {
    for (const auto& [numbers, is_long] :
         {std::pair{everybody_burns_out(), true}, {everybody_is_long_ill(), true}, {everybody_is_briefly_ill(), false}}) {
        AbsenceBed bed({100, 100});
        for (std::size_t i = 0; i < 200; ++i) bed.replaced_share(i) = i < 100 ? 1.0f : 0.0f;
        bed.step(numbers, 0);
        for (std::size_t i = 0; i < 200; ++i) EXPECT_EQ(bed.block.person(bed.fields.is_replaced)[i], is_long && i < 100 ? 1 : 0);
    }
}

TEST(Leave, WhoIsReplacedDoesNotMoveHowLongALeaveIs) {
    AbsenceBed some({100}), all({100});
    for (std::size_t i = 0; i < 100; ++i) all.replaced_share(i) = 1.0f;
    some.step(everybody_burns_out(), 0), all.step(everybody_burns_out(), 0);
    for (std::size_t i = 0; i < 100; ++i) {
        EXPECT_EQ(some.block.person(some.fields.leave_weeks)[i], all.block.person(all.fields.leave_weeks)[i]);
    }
}

TEST(Leave, AtVacantPostsNothingHappens) {
    AbsenceNumbers all = everybody_burns_out();
    all.events.complaint_hazard = all.events.severe_hazard = all.events.conflict_hazard = 1.0f;
    AbsenceBed bed({40});
    for (std::size_t i = 0; i < 40; i += 3) {
        bed.block.person(bed.fields.engine.filled)[i] = 0;
        bed.block.person(bed.fields.lasting_evaluation)[i] = 0.5f;
        bed.block.person(bed.fields.lasting_conflict)[i] = 0.25f;
        bed.block.person(bed.fields.raised_risk_weeks_left)[i] = 7;
        if (i % 2 == 0) bed.block.person(bed.fields.leave_kind)[i] = 3, bed.block.person(bed.fields.leave_weeks_left)[i] = 1;
    }
    std::vector<std::vector<std::byte>> before;
    for (std::size_t i = 0; i < 40; ++i) before.push_back(bed.bytes_of(i));
    bed.step(all, 0);
    for (std::size_t i = 0; i < 40; ++i) EXPECT_EQ(bed.bytes_of(i) == before[i], i % 3 == 0) << "post " << i;
    bed.block.person(bed.fields.events)[0] = 7;  // whoever left had events in the last week
    bed.step(all, 1);
    EXPECT_EQ(bed.block.person(bed.fields.events)[0], 0);
}

TEST(Leave, AScoreThatIsNotANumberBringsNobodyIntoLeave) {
    AbsenceNumbers all = everybody_burns_out();
    all.absence.burnout_on_exhaustion = 1.6f, all.absence.long_illness_hazard = all.absence.short_illness_hazard = 1.0f;
    AbsenceBed bed({4});
    bed.z_exhaustion(1) = bed.z_burnout(1) = std::numeric_limits<float>::quiet_NaN();
    bed.step(all, 0);
    EXPECT_EQ(bed.leave(1), Leave::none);
    EXPECT_EQ(bed.count(Leave::none), 1u);
}

TEST(Leave, AtTheStartEverybodyIsAtWorkWithoutAPast) {
    AbsenceBed bed({20});
    AbsenceNumbers n = everybody_burns_out();
    n.events.complaint_hazard = n.events.conflict_hazard = 1.0f;
    bed.step(n, 0);
    workforce::Absence(n.absence, n.events, bed.fields).populate(bed.block);
    EXPECT_EQ(bed.count(Leave::none), 20u);
    for (const auto field : {bed.fields.is_replaced, bed.fields.events}) EXPECT_EQ(bed.block.person(field)[5], 0);
    for (const auto field : {bed.fields.leave_weeks, bed.fields.leave_weeks_left}) EXPECT_EQ(bed.block.person(field)[5], 0);
    for (const auto field : {bed.fields.lasting_evaluation, bed.fields.lasting_conflict}) EXPECT_EQ(bed.block.person(field)[5], 0.0f);
}

}  // namespace
}  // namespace bevlogen::testing
