// What is recorded of a person follows her from post to post; means, spreads and quantiles are those of the numbers themselves.
#include "sim/record/recorder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/engine/simulation.hpp"
#include "tests/unit/record/moving_model.hpp"

namespace bevlogen::testing {
namespace {

constexpr std::size_t kPersons = MovingDynamics::kTeams * MovingDynamics::kTeamSize;
constexpr std::size_t kLeaver = MovingDynamics::kLeaver;

RecordOptions everything() { return {.panel_persons = kPersons, .panel_every = 1, .joined = true, .twin_weeks = {4, 52}}; }

struct Course {
    unsigned threads = 1;
    std::size_t block_posts = 50;
    std::vector<Week> stops;
};

RunRecord record_of(const Model& model, const Scenario& scenario, const RecordPlan& plan, const Course& course = {}) {
    Parallel parallel(course.threads);
    const Chance chance{scenario.seed, 1};
    auto simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, course.block_posts);
    auto recorder = std::make_unique<Recorder>(plan, simulation->population(), chance, course.threads, true);
    for (const Week stop : course.stops) {
        simulation->advance(stop, recorder.get());
        const std::vector<std::byte> state = simulation->checkpoint();
        const std::vector<std::byte> recorded = recorder->to_bytes();
        simulation = std::make_unique<Simulation>(model, scenario, chance, parallel, course.block_posts + 30);
        recorder = std::make_unique<Recorder>(plan, simulation->population(), chance, course.threads, true);
        simulation->restore(state);
        recorder->restore(recorded);
    }
    simulation->advance(scenario.total_weeks(), recorder.get());
    return recorder->take();
}

// The person who leaves does so at the third recorded clearing.
class RecorderTest : public ::testing::Test {
  protected:
    const MovingModel model{Week{52 + 12}};
    const Scenario scenario = moving_scenario();
    const RecordPlan plan{model, scenario, everything()};
    const RunRecord record = record_of(model, scenario, plan);
};

// PersonIds ascend with numbers, so person i of panel and joined persons has number i.
std::int16_t stored_level(std::size_t person) { return static_cast<std::int16_t>(32 * person); }

TEST_F(RecorderTest, FollowsThePanelWhereverItsPersonsSitUntilTheyAreNowhere) {
    ASSERT_EQ(record.panel_persons.size(), kPersons);
    for (std::size_t week = 1; week <= 52; ++week) {
        for (std::size_t person = 0; person < kPersons; ++person) {
            const bool has_left = person == kLeaver && week > 12;
            EXPECT_EQ(record.panel[(week - 1) * kPersons + person], has_left ? kNoValue : stored_level(person)) << week << " " << person;
        }
    }
}

TEST_F(RecorderTest, GivesTheMeanOfTheLastYearToWhoWasThereAllAlong) {
    ASSERT_EQ(record.joined.size(), kPersons);
    for (std::size_t person = 0; person < kPersons; ++person)
        EXPECT_EQ(record.joined[person], person == kLeaver ? kNoValue : stored_level(person)) << person;
}

TEST_F(RecorderTest, SaysInWhichPhaseEverybodyEnded) {
    ASSERT_EQ(record.joined_phase.size(), kPersons);
    for (std::size_t person = 0; person < kPersons; ++person)
        EXPECT_EQ(record.joined_phase[person], person == kLeaver ? kNoValue : stored_value(0.0f)) << person;
}

TEST_F(RecorderTest, KeepsEverybodysValueAtTwinWeeks) {
    ASSERT_EQ(plan.twin.size(), 2u);
    ASSERT_EQ(record.twin.size(), 2 * 2 * kPersons);
    for (std::size_t person = 0; person < kPersons; ++person) {
        EXPECT_EQ(record.twin[person], stored_level(person)) << person;
        EXPECT_EQ(record.twin[kPersons + person], person == kLeaver ? kNoValue : stored_level(person)) << person;
        EXPECT_EQ(record.twin[2 * kPersons + person], 0) << person;
    }
}

TEST_F(RecorderTest, MeasuresMeanSpreadAndQuantilesOfWhoIsThere) {
    std::vector<double> levels;
    for (std::size_t person = 0; person < kPersons; ++person) {
        if (person != kLeaver) levels.push_back(static_cast<double>(person) / 8.0);
    }
    const auto n = static_cast<double>(levels.size());
    const double mean = std::accumulate(levels.begin(), levels.end(), 0.0) / n;
    double squares = 0.0;
    for (const double level : levels) squares += (level - mean) * (level - mean);
    EXPECT_EQ(record.persons_by_phase.back(), static_cast<int>(kPersons) - 1);
    EXPECT_EQ(record.persons_by_phase.front(), static_cast<int>(kPersons));
    const auto last = static_cast<std::size_t>(plan.clearings - 1);
    EXPECT_NEAR(record.by_phase[2 * last], mean, 1e-5);
    EXPECT_NEAR(record.by_phase[2 * last + 1], std::sqrt(squares / n), 1e-4);
    ASSERT_EQ(record.by_stratum.size(), 2u * static_cast<std::size_t>(plan.outcomes()));  // one year; the model's strata are its phases
    EXPECT_EQ(record.by_stratum[0], record.by_phase[2 * last]);
    EXPECT_EQ(record.by_stratum[1], record.by_phase[2 * last + 1]);
    EXPECT_EQ(record.persons_by_stratum, std::vector<std::int32_t>{static_cast<std::int32_t>(kPersons) - 1});
    EXPECT_NEAR(record.weekly.back(), mean, 1e-5);
    ASSERT_EQ(record.quantiles.size(), kQuantiles.size());
    for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
        // Within a bin of 48 / 128 and a step between persons.
        EXPECT_NEAR(record.quantiles[q], levels[static_cast<std::size_t>(kQuantiles[q].share * n)], 48.0 / 128 + 0.125);
    }
}

TEST(Recorder, MeansOfAWeightedSumFollowFromThoseOfItsTerms) {
    const MovingModel model{Week{52 + 12}, true, true};
    const Scenario scenario = moving_scenario();
    const RecordPlan plan{model, scenario, everything()};
    ASSERT_EQ(plan.weekly.size(), 2u);
    const RunRecord record = record_of(model, scenario, plan, {2, 40, {}});
    const auto weeks = static_cast<std::size_t>(plan.weeks);
    for (std::size_t week = 0; week < weeks; ++week) {
        const float level = record.weekly[week], depth = record.weekly[weeks + week];
        EXPECT_NEAR(depth, MovingDynamics::kDepthAtZero - MovingDynamics::kDepthALevel * level, 1e-5) << week;
    }
    EXPECT_NE(record.weekly[0], record.weekly[weeks - 1]);  // the twin: one of them has left, so the means are of these weeks
    const std::size_t teams = MovingDynamics::kTeams * static_cast<std::size_t>(plan.quarters);
    for (std::size_t at = 0; at < teams; ++at) {
        const float level = read_stored(record.team_map[at]), depth = read_stored(record.team_map[teams + at]);
        EXPECT_NEAR(depth, MovingDynamics::kDepthAtZero - MovingDynamics::kDepthALevel * level, 3.0f / 256) << at;
    }
}

TEST_F(RecorderTest, MapsTeamsByWhoSitsInThemNow) {
    // After 52 weeks of burn-in and three clearings everybody sits 16 posts further on: those of the second team from the last sit first.
    const double sum = (kPersons - 16) + (kPersons - 15) + (kPersons - 14);
    EXPECT_EQ(record.team_map[0], stored_value(static_cast<float>(sum / 3.0 / 8.0)));
}

TEST_F(RecorderTest, GivesTheSameRecordForAnyBlocksThreadsAndStops) {
    EXPECT_EQ(record_of(model, scenario, plan, {3, 1, {}}), record);
    EXPECT_EQ(record_of(model, scenario, plan, {1, 100000, {}}), record);
    EXPECT_EQ(record_of(model, scenario, plan, {2, 50, {Week{20}, Week{52}, Week{60}, Week{64}, Week{100}}}), record);
}

TEST_F(RecorderTest, FollowsNobodyToAPostWhereSomebodyElseSits) {
    const MovingModel staying{Week{52 + 12}, false};
    const RunRecord still = record_of(staying, scenario, RecordPlan(staying, scenario, everything()));
    EXPECT_EQ(still.panel, record.panel);
    EXPECT_EQ(still.twin, record.twin);
    EXPECT_NE(still.team_map, record.team_map);
}

}  // namespace
}  // namespace bevlogen::testing
