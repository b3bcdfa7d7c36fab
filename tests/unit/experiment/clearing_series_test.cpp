// When an effect is there, and when it has gone.
#include "sim/experiment/clearing_series.hpp"

#include <gtest/gtest.h>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen {
namespace {

using testing::FakeModel;

const Estimate kZero{0.0, -1.0, 1.0, 8}, kAbove{2.0, 1.0, 3.0, 8}, kBelow{-2.0, -3.0, -1.0, 8};

// Estimates of clearings: `count` of each in turn.
std::vector<Estimate> course(std::initializer_list<std::pair<int, Estimate>> parts) {
    std::vector<Estimate> series;
    for (const auto& [count, estimate] : parts) series.insert(series.end(), static_cast<std::size_t>(count), estimate);
    return series;
}

TEST(EffectTimes, StartWhereTheIntervalStaysClearForAYear) {
    EXPECT_EQ(effect_times(course({{10, kZero}, {13, kBelow}, {30, kZero}}), {}).first_week, 44);
    EXPECT_EQ(effect_times(course({{65, kAbove}}), {}).first_week, 4);
}

TEST(EffectTimes, AreNoneForAStretchThatIsTooShort) {
    EXPECT_FALSE(effect_times(course({{10, kZero}, {12, kBelow}, {30, kZero}}), {}).first_week);
    EXPECT_FALSE(effect_times(course({{60, kZero}}), {}).first_week);
    EXPECT_FALSE(effect_times({}, {}).first_week);
}

TEST(EffectTimes, DoNotJoinTwoSides) { EXPECT_FALSE(effect_times(course({{10, kAbove}, {10, kBelow}, {20, kZero}}), {}).first_week); }

TEST(EffectTimes, TakeHalfAYearAtTheEndOfTheRunButNoLess) {
    EXPECT_EQ(effect_times(course({{59, kZero}, {6, kBelow}}), {}).first_week, 240);
    EXPECT_FALSE(effect_times(course({{60, kZero}, {5, kBelow}}), {}).first_week);
}

TEST(EffectTimes, EndWhereTheIntervalStaysAroundZeroAfterTheProgramme) {
    const auto series = course({{5, kZero}, {40, kBelow}, {20, kZero}});
    EXPECT_EQ(effect_times(series, 104).faded_week, 184);
    EXPECT_EQ(effect_times(series, {}).faded_week, 184) << "it fades although nothing ends";
    EXPECT_FALSE(effect_times(course({{5, kZero}, {60, kBelow}}), 104).faded_week) << "it is still there";
    EXPECT_FALSE(effect_times(course({{65, kZero}}), 104).faded_week) << "it never was there";
    EXPECT_EQ(effect_times(course({{5, kZero}, {13, kBelow}, {40, kZero}}), 104).faded_week, 104) << "it had gone before the end";
}

TEST(ClearingSeries, PairsReplicatesAtEachClearing) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(1), testing::small_panel(false));
    ClearingSeries series(plan, {1}, 2, 3);
    std::vector<std::vector<RunRecord>> runs(2);
    for (unsigned s = 0; s < 2; ++s) {
        for (unsigned r = 0; r < 3; ++r) {
            runs[s].push_back(testing::fake_record(plan, s + 1, r + 1, false));
            series.take_from(plan, s, r, runs[s].back());
        }
    }
    const auto differences = series.differences(1, 0, 2);
    ASSERT_EQ(differences.size(), 13u);
    for (std::size_t c = 0; c < 13; ++c) {
        std::vector<double> base, other;
        for (std::size_t r = 0; r < 3; ++r) {
            const std::size_t at = ((1 * 13 + c) * plan.phases() + 2) * kMeasures.size();
            base.push_back(static_cast<double>(runs[0][r].by_phase[at]));
            other.push_back(static_cast<double>(runs[1][r].by_phase[at]));
        }
        const Estimate expected = paired_difference(base, other);
        EXPECT_EQ(differences[c].replicates, expected.replicates);
        EXPECT_TRUE(differences[c].mean == expected.mean || expected.replicates == 0);
    }
}

}  // namespace
}  // namespace bevlogen
