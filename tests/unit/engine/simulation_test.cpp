// The engine's calendar, worked out by hand on the tiny model: weeks, doses, clearings, observers, and who broke the run.
#include "sim/engine/simulation.hpp"

#include <gtest/gtest.h>

#include <map>
#include <mutex>

#include "tests/unit/engine/tiny_model.hpp"

namespace bevlogen::testing {
namespace {

const std::vector<std::size_t> kTeamSizes = std::vector<std::size_t>(50, 6);

float level_after(const TinyModel& model, const Scenario& scenario, Week week) {
    Parallel one(1);
    Simulation simulation(model, scenario, {scenario.seed, 1}, one);
    simulation.advance(week);
    const float level = simulation.population().blocks()[0].person(model.fields().level)[0];
    for (const Block& block : simulation.population().blocks()) {
        for (const float other : block.person(model.fields().level)) EXPECT_EQ(other, level);
    }
    return level;
}

// The level after each of the first weeks is known at clearings only, so a run to each clearing.
float pushed(Scenario scenario, Schedule schedule, Week until) {
    scenario.interventions = {push("push", schedule)};
    return level_after(TinyModel(kTeamSizes), scenario, until);
}

TEST(Simulation, StepsEveryPersonOnceAWeekAndClearsEveryFourthWeek) {
    const TinyModel model(kTeamSizes);
    const Scenario scenario = tiny_scenario();
    Parallel two(2);
    Simulation simulation(model, scenario, {1, 1}, two, 20);
    EXPECT_EQ(simulation.week(), Week{0});
    simulation.advance(Week{24});
    EXPECT_EQ(simulation.week(), Week{24});
    EXPECT_FALSE(simulation.is_finished());
    for (const Block& block : simulation.population().blocks()) {
        for (const float age : block.person(model.fields().age)) EXPECT_EQ(age, 24.0f);
        for (const std::uint32_t clearings : block.team(model.fields().clearings)) EXPECT_EQ(clearings, 6u);
    }
    simulation.advance(Week{52});
    EXPECT_TRUE(simulation.is_finished());
}

TEST(Simulation, RefusesToStopBetweenClearings) {
    const TinyModel model(kTeamSizes);
    const Scenario scenario = tiny_scenario();
    Parallel one(1);
    Simulation simulation(model, scenario, {1, 1}, one);
    EXPECT_THROW(simulation.advance(Week{6}), ContractViolation);
}

TEST(Doses, AddUpFromTheStartOn) {
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{0}, .end = {}, .ramp = {}}, Week{52}), 52.0f);
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{8}, .end = {}, .ramp = {}}, Week{52}), 44.0f);
}

TEST(Doses, StartAndEndInTheMiddleOfAnEpoch) {
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{3}, .end = {}, .ramp = {}}, Week{52}), 49.0f);
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{0}, .end = Week{5}, .ramp = {}}, Week{52}), 5.0f);
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{6}, .end = Week{21}, .ramp = {}}, Week{52}), 15.0f);
}

// Neither the first nor the last week of the epoch has a dose.
TEST(Doses, CountWhereStartAndEndLieWithinOneEpoch) {
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{1}, .end = Week{2}, .ramp = {}}, Week{52}), 1.0f);
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{5}, .end = Week{7}, .ramp = {}}, Week{52}), 2.0f);
}

TEST(Doses, RiseLinearlyOverTheRamp) {
    // 1/8, 2/8, ... 8/8, then 1: exact in binary.
    EXPECT_EQ(pushed(tiny_scenario(), {.start = Week{2}, .end = {}, .ramp = Week{8}}, Week{12}), 4.5f + 2.0f);
}

TEST(Doses, CountFromTheEndOfTheBurnIn) {
    EXPECT_EQ(pushed(tiny_scenario(1, 1), {.start = Week{0}, .end = {}, .ramp = {}}, Week{52}), 0.0f);
    EXPECT_EQ(pushed(tiny_scenario(1, 1), {.start = Week{2}, .end = {}, .ramp = {}}, Week{104}), 50.0f);
}

TEST(Doses, FollowChangesOfTheSettingInTheirWeek) {
    Scenario scenario = tiny_scenario();
    Intervention changing = push("push", {.start = Week{4}, .end = Week{40}, .ramp = {}});
    changing.changes = {{Week{9}, {{0, {3.0}}}}, {Week{22}, {{0, {-1.0}}}}};
    scenario.interventions = {changing};
    EXPECT_EQ(level_after(TinyModel(kTeamSizes), scenario, Week{52}), 5.0f * 1.0f + 13.0f * 3.0f - 18.0f);
}

TEST(Doses, OfSeveralInterventionsAddUp) {
    Scenario scenario = tiny_scenario();
    scenario.interventions = {push("a", {.start = Week{0}, .end = Week{10}, .ramp = {}}),
                              push("b", {.start = Week{7}, .end = {}, .ramp = {}})};
    EXPECT_EQ(level_after(TinyModel(kTeamSizes), scenario, Week{52}), 10.0f + 45.0f);
}

// Counts what an observer is shown.
class Tally final : public Observer {
  public:
    void observe_week(const BlockNow& now) override {
        const std::lock_guard lock(mutex_);
        ++weeks[{now.week.value, now.block_index}];
        lag = now.week_from_burn_in.value - now.week.value;
        largest_slot = std::max(largest_slot, now.slot);
    }
    void observe_clearing(const BlockNow& now) override {
        const std::lock_guard lock(mutex_);
        ++clearings[{now.week.value, now.block_index}];
    }
    void close_epoch(Week week, std::span<const Block> blocks) override {
        epochs.push_back(week.value);
        seen_blocks = blocks.size();
    }
    std::map<std::pair<int, std::size_t>, int> weeks;
    std::map<std::pair<int, std::size_t>, int> clearings;
    std::vector<int> epochs;
    std::size_t seen_blocks = 0;
    int lag = -1;
    unsigned largest_slot = 0;

  private:
    std::mutex mutex_;
};

TEST(Observers, SeeEveryRecordedWeekOfEveryBlockOnce) {
    const TinyModel model(std::vector<std::size_t>(100, 6));
    const Scenario scenario = tiny_scenario(1, 2);
    Parallel three(3);
    Simulation simulation(model, scenario, {1, 1}, three, 20);
    const std::size_t blocks = simulation.population().blocks().size();
    ASSERT_GT(blocks, 2u);
    Tally tally;
    simulation.advance(scenario.total_weeks(), &tally);

    EXPECT_EQ(tally.weeks.size(), 104 * blocks);
    EXPECT_EQ(tally.clearings.size(), 26 * blocks);
    for (int week = 1; week <= 104; ++week) {
        for (std::size_t b = 0; b < blocks; ++b) {
            EXPECT_EQ((tally.weeks[{week, b}]), 1) << week;
            EXPECT_EQ((tally.clearings[{week, b}]), week % 4 == 0 ? 1 : 0) << week;
        }
    }
    ASSERT_EQ(tally.epochs.size(), 26u);
    for (std::size_t e = 0; e < tally.epochs.size(); ++e) EXPECT_EQ(tally.epochs[e], 4 * static_cast<int>(e + 1));
    EXPECT_EQ(tally.seen_blocks, blocks);
    EXPECT_EQ(tally.lag, 52);
    EXPECT_LT(tally.largest_slot, 3u);
}

TEST(NonFiniteState, NamesThePersonTheFieldAndTheClearingAtWhichItWasFound) {
    const PersonId person = PersonId::of(TeamId::of(33, 0), 4, 0);
    for (const float value :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()}) {
        const TinyModel model(kTeamSizes, Spoiled{person, Week{9}, value});
        const Scenario scenario = tiny_scenario();
        Parallel two(2);
        Simulation simulation(model, scenario, {1, 1}, two, 20);
        EXPECT_NO_THROW(simulation.advance(Week{8}));
        try {
            simulation.advance(Week{52});
            FAIL() << "a value that is not finite went unseen";
        } catch (const NonFiniteState& failure) {
            EXPECT_EQ(failure.person, person);
            EXPECT_EQ(failure.field, "level");
            EXPECT_EQ(failure.week, Week{12});
            EXPECT_EQ(std::string(failure.what()), "person " + std::to_string(person.value) + ": level is not a finite number in week 12");
        }
    }
}

TEST(NonFiniteState, NamesTheFirstBlockWhereSeveralAreBroken) {
    const TinyModel model(kTeamSizes);
    Scenario scenario = tiny_scenario();
    scenario.interventions = {push("too much", {.start = Week{0}, .end = {}, .ramp = {}})};
    scenario.interventions[0].levers[0].values[0] = 1e39;  // infinite as a float: everybody is broken
    for (const unsigned threads : {1u, 4u}) {
        Parallel parallel(threads);
        Simulation simulation(model, scenario, {1, 1}, parallel, 20);
        try {
            simulation.advance(Week{4});
            FAIL();
        } catch (const NonFiniteState& failure) {
            EXPECT_EQ(failure.person, PersonId::of(TeamId::of(0, 0), 0, 0)) << threads;
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
