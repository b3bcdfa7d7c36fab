// Each statistic on few persons whose answers are written down, against values worked out by hand.
#include "sim/calibrate/measure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace bevlogen {
namespace {

constexpr std::size_t kX = 0, kZ = 1, kW = 2;  // quantities

// Persons 1, 2, ... at one wave: axis value, x, z, w.
struct Row {
    std::uint64_t person;
    std::uint8_t axis;
    float x, z, w;
};

SurveyWave wave_of(const std::vector<Row>& rows, int week = 4) {
    SurveyWave wave;
    wave.week = week;
    wave.axis.resize(1);
    wave.value.resize(3);
    for (const Row& row : rows) {
        wave.person.push_back(row.person);
        wave.team.push_back(0), wave.arm.push_back(0), wave.is_reachable.push_back(1);
        wave.axis[0].push_back(row.axis);
        wave.value[kX].push_back(row.x), wave.value[kZ].push_back(row.z), wave.value[kW].push_back(row.w);
    }
    return wave;
}

TargetPart part_of(StatisticKind kind) {
    TargetPart part;
    part.kind = kind;
    part.of = kX;
    part.scope.axes = {~0u};
    return part;
}

double measured(const TargetPart& part, std::vector<SurveyWave> waves, double scale = 1.0) {
    const ConditionAnswers answers(std::move(waves));
    return measure_part(part, {&answers, 1}, scale);
}

const std::vector<Row> kFour = {{1, 0, 1.0f, 0.0f, 0.0f}, {2, 0, 3.0f, 1.0f, 0.0f}, {3, 1, 5.0f, 0.0f, 1.0f}, {4, 1, 9.0f, 1.0f, 1.0f}};

TEST(MeasureMean, IsOverPersonsAndWavesInTheScope) {
    TargetPart part = part_of(StatisticKind::mean);
    EXPECT_DOUBLE_EQ(measured(part, {wave_of(kFour)}), 4.5);
    part.scope.axes = {2u};
    EXPECT_DOUBLE_EQ(measured(part, {wave_of(kFour), wave_of({kFour[3]}, 8)}), (5.0 + 9.0 + 9.0) / 3.0);
    part.at_least = 6.0;
    EXPECT_DOUBLE_EQ(measured(part, {wave_of(kFour)}), 0.5);
    part.where = {{kZ, {0.0, 0.5}}};
    EXPECT_DOUBLE_EQ(measured(part, {wave_of(kFour)}), 0.0);
    part.where = {{kZ, {7.0, 8.0}}};
    EXPECT_TRUE(std::isnan(measured(part, {wave_of(kFour)}))) << "nobody is left";
}

TEST(MeasureMean, OfTypicalValuesCutsThePersonsMean) {
    // Person 1 is at 2 and 6 (mean 4), person 2 at 5 in one wave: one of two is at 4.5 or more; of the moment it is one of two as well at
    // the last wave, but another one.
    TargetPart part = part_of(StatisticKind::mean);
    part.is_typical = true;
    part.at_least = 4.5;
    const std::vector<SurveyWave> waves = {wave_of({{1, 0, 2, 0, 0}, {2, 0, 5, 0, 0}}), wave_of({{1, 0, 6, 0, 0}, {2, 0, 5, 0, 0}}, 8)};
    EXPECT_DOUBLE_EQ(measured(part, waves), 0.5);
    part.at_least = 3.9;
    EXPECT_DOUBLE_EQ(measured(part, waves), 1.0);
    part.at_least.reset();
    EXPECT_DOUBLE_EQ(measured(part, waves), 4.5);
}

TEST(MeasureDifference, IsInSdOfBothGroups) {
    TargetPart part = part_of(StatisticKind::difference);
    part.scope.axes = {2u};
    part.less = Scope{{1u}, 1.0, 1.0, {}, {}};
    const double sd = std::sqrt((3.5 * 3.5 + 1.5 * 1.5 + 0.5 * 0.5 + 4.5 * 4.5) / 3.0);
    EXPECT_NEAR(measured(part, {wave_of(kFour)}), (7.0 - 2.0) / sd, 1e-12);
}

TEST(MeasureCoefficient, IsThatOfTheRegression) {
    // x = 2 z + 3 w without error: standardised by SDs.
    std::vector<Row> rows;
    for (int i = 0; i < 40; ++i) {
        const auto z = static_cast<float>(i % 5), w = static_cast<float>(i % 4);
        rows.push_back({static_cast<std::uint64_t>(i + 1), 0, 2.0f * z + 3.0f * w, z, w});
    }
    TargetPart part = part_of(StatisticKind::coefficient);
    part.with = kZ;
    part.beside = {kW};
    // z and w run through all pairs twice: variances 2 and 1.25, uncorrelated.
    EXPECT_NEAR(measured(part, {wave_of(rows)}), 2.0 * std::sqrt(2.0) / std::sqrt(4.0 * 2.0 + 9.0 * 1.25), 1e-9);
}

// Rows with x of 1 in `yes` of `all`, at that z and axis value.
void add_group(std::vector<Row>& rows, int yes, int all, float z, std::uint8_t axis) {
    for (int i = 0; i < all; ++i) rows.push_back({rows.size() + 1, axis, i < yes ? 1.0f : 0.0f, z, 0.0f});
}

TEST(MeasureOddsRatio, OfGroupsIsThatOfTheTable) {
    std::vector<Row> rows;
    add_group(rows, 10, 20, 65.0f, 0), add_group(rows, 6, 30, 40.0f, 0), add_group(rows, 9, 10, 50.0f, 0);
    TargetPart part = part_of(StatisticKind::odds_ratio);
    part.with = kZ;
    part.exposed = NumberBand{60.0, 1e9};
    part.others = NumberBand{0.0, 42.0};
    EXPECT_NEAR(measured(part, {wave_of(rows)}), (10.0 / 10.0) / (6.0 / 24.0), 1e-12);
    part.others.reset();
    EXPECT_NEAR(measured(part, {wave_of(rows)}), (10.0 / 10.0) / (15.0 / 25.0), 1e-12) << "all others";
}

TEST(MeasureOddsRatio, WithinAnAxisIsThatOfMantelAndHaenszel) {
    std::vector<Row> rows;
    add_group(rows, 8, 10, 1.0f, 0), add_group(rows, 10, 20, 0.0f, 0);  // 8 x 10 / 30 over 2 x 10 / 30
    add_group(rows, 2, 10, 1.0f, 1), add_group(rows, 2, 30, 0.0f, 1);   // 2 x 28 / 40 over 8 x 2 / 40
    TargetPart part = part_of(StatisticKind::odds_ratio);
    part.with = kZ;
    part.exposed = NumberBand{0.5, 1.5};
    part.within_axis = 0;
    EXPECT_NEAR(measured(part, {wave_of(rows)}), (80.0 / 30 + 56.0 / 40) / (20.0 / 30 + 16.0 / 40), 1e-12);
}

TEST(MeasureOddsRatio, OfTheLowestShareTakesThem) {
    std::vector<Row> rows;
    for (int i = 0; i < 100; ++i)
        rows.push_back(
            {static_cast<std::uint64_t>(i + 1), 0, i < 10 ? (i < 6 ? 1.0f : 0.0f) : (i < 40 ? 1.0f : 0.0f), static_cast<float>(i), 0});
    TargetPart part = part_of(StatisticKind::odds_ratio);
    part.with = kZ;
    part.exposed_lowest = 0.09;  // z of 0 ... 9
    EXPECT_NEAR(measured(part, {wave_of(rows)}), (6.0 / 4.0) / (30.0 / 60.0), 1e-12);
}

TEST(MeasureOddsRatio, PerUnitIsThatOfTheLogisticModel) {
    std::vector<Row> rows;
    add_group(rows, 18, 60, 0.0f, 0), add_group(rows, 30, 60, 1.0f, 0);
    TargetPart part = part_of(StatisticKind::odds_ratio);
    part.with = kZ;
    EXPECT_NEAR(measured(part, {wave_of(rows)}), 30.0 * 42.0 / (30.0 * 18.0), 1e-9);
}

// A wave and the thirteen after it. In each later wave, x of person p is later[p - 1].
std::vector<SurveyWave> year_after(const std::vector<Row>& first, const std::vector<float>& later) {
    std::vector<SurveyWave> waves = {wave_of(first, 0)};
    for (int w = 1; w <= 13; ++w) {
        std::vector<Row> rows = first;
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].x = w == 13 ? later[i] : 0.0f;
        waves.push_back(wave_of(rows, 4 * w));
    }
    return waves;
}

TEST(MeasureLaterOddsRatio, CountsWhoHasTheEventInTheYearAfter) {
    std::vector<Row> rows;
    std::vector<float> later;
    for (int i = 0; i < 40; ++i) {
        rows.push_back({static_cast<std::uint64_t>(i + 1), 0, 1.0f, i < 20 ? 1.0f : 0.0f, 0.0f});  // x at the start is no event of the year
        later.push_back(i < 8 || (i >= 20 && i < 24) ? 13.0f : 0.0f);
    }
    TargetPart part = part_of(StatisticKind::later_odds_ratio);
    part.with = kZ;
    part.exposed = NumberBand{0.5, 1.5};
    EXPECT_NEAR(measured(part, year_after(rows, later)), (8.0 / 12.0) / (4.0 / 16.0), 1e-12);
}

TEST(MeasureQuarterRatio, IsTheHighestQuarterOverTheLowest) {
    std::vector<Row> rows;
    std::vector<float> later;
    for (int i = 0; i < 8; ++i)
        rows.push_back({static_cast<std::uint64_t>(i + 1), 0, 0.0f, static_cast<float>(i), 0.0f}),
            later.push_back(static_cast<float>(1 + i));
    TargetPart part = part_of(StatisticKind::quarter_ratio);
    part.with = kZ;
    // z of 0, 1, 2 at or below the lower quartile's place, 6 and 7 at or above the upper one.
    EXPECT_NEAR(measured(part, year_after(rows, later)), ((7.0 + 8.0) / 2.0) / ((1.0 + 2.0 + 3.0) / 3.0), 1e-12);
}

TEST(MeasureRateRatio, IsPerSdOfZ) {
    // Rates of exp(.3 z): exactly the model.
    std::vector<Row> rows;
    std::vector<float> later;
    for (int i = 0; i < 10; ++i) {
        rows.push_back({static_cast<std::uint64_t>(i + 1), 0, 0.0f, static_cast<float>(i), 0.0f});
        later.push_back(static_cast<float>(std::exp(0.3 * i)));
    }
    TargetPart part = part_of(StatisticKind::rate_ratio);
    part.with = kZ;
    EXPECT_NEAR(measured(part, year_after(rows, later)), std::exp(0.3 * std::sqrt(82.5 / 9.0)), 1e-6);
}

TEST(MeasureFlows, AreRatiosStaysAndPersons) {
    TargetPart ratio = part_of(StatisticKind::ratio);
    ratio.with = kZ;
    EXPECT_DOUBLE_EQ(measured(ratio, {wave_of(kFour)}), 4.5 / 0.5);
    EXPECT_DOUBLE_EQ(measured(part_of(StatisticKind::stay), {wave_of(kFour)}), 12.0 / 4.5);
    TargetPart persons = part_of(StatisticKind::persons);
    persons.scope.axes = {1u};
    EXPECT_DOUBLE_EQ(measured(persons, {wave_of(kFour), wave_of({kFour[0]}, 8)}, 0.25), (2.0 + 1.0) / 2.0 / 0.25);
}

TEST(MeasureEffect, IsAgainstTheOwnTwin) {
    const ConditionAnswers without({wave_of({{1, 0, 1, 0, 0}, {2, 0, 2, 0, 0}, {3, 0, 3, 0, 0}, {9, 0, 50, 0, 0}})});
    const ConditionAnswers with({wave_of({{1, 0, 0.5f, 0, 1}, {2, 0, 2, 0, 0}, {3, 0, 2, 0, 1}, {8, 0, 70, 0, 1}})});
    const std::vector<ConditionAnswers> both = {without, with};
    TargetPart part = part_of(StatisticKind::effect);
    part.condition = 1;
    part.against = 0;
    EXPECT_NEAR(measure_part(part, both, 1.0), (-0.5 + 0.0 - 1.0) / 3.0, 1e-12) << "whoever has no twin is left out; SD of 1, 2, 3 is 1";
    part.took_part = kW;
    EXPECT_NEAR(measure_part(part, both, 1.0), (-0.5 - 1.0) / 2.0, 1e-12);
}

TEST(MeasurePanels, FollowPersons) {
    // x a year later is what it was: a stability of 1; z is x: a correlation of 1.
    std::vector<SurveyWave> waves;
    for (int w = 0; w <= 26; ++w) {
        std::vector<Row> rows;
        for (int i = 0; i < 30; ++i)
            rows.push_back({static_cast<std::uint64_t>(i + 1), 0, static_cast<float>(i), static_cast<float>(i), 0.0f});
        waves.push_back(wave_of(rows, 4 * w));
    }
    EXPECT_NEAR(measured(part_of(StatisticKind::stability), waves), 1.0, 1e-9);
    TargetPart correlation = part_of(StatisticKind::correlation);
    correlation.with = kZ;
    EXPECT_NEAR(measured(correlation, waves), 1.0, 1e-9);
    TargetPart slope = part_of(StatisticKind::slope);
    slope.with = kZ;
    EXPECT_TRUE(std::isnan(measured(slope, waves))) << "nothing varies within persons";
}

TEST(ConditionAnswersTest, FindPersonsAgainInAnyOrder) {
    const ConditionAnswers answers({wave_of({{5, 0, 1, 0, 0}, {2, 0, 2, 0, 0}}), wave_of({{2, 0, 3, 0, 0}, {7, 0, 4, 0, 0}}, 8)});
    ASSERT_EQ(answers.persons(), 3u);
    EXPECT_EQ(answers.person(0), 2u);
    EXPECT_EQ(answers.value(0, 0, kX), 2.0);
    EXPECT_EQ(answers.value(1, 0, kX), 3.0);
    EXPECT_TRUE(std::isnan(answers.value(1, 1, kX))) << "person 5 has left";
    EXPECT_EQ(answers.yearly_waves(), (std::vector<std::size_t>{1}));
}

}  // namespace
}  // namespace bevlogen
