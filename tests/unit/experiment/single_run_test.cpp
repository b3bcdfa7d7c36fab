// A run is the same to the bit whether it has its burn-in alone, takes it from another, or is stopped and goes on.
#include "sim/experiment/single_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/engine/tiny_model.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;

std::vector<std::byte> bytes_of(int number) { return {static_cast<std::byte>(number)}; }

TEST(BurnIns, KeepsTheNewestAndDropsTheOldest) {
    BurnIns two(2);
    EXPECT_TRUE(two.keeps_any());
    EXPECT_EQ(two.find("a"), nullptr);
    two.keep("a", bytes_of(1));
    two.keep("b", bytes_of(2));
    ASSERT_NE(two.find("a"), nullptr);
    EXPECT_EQ(*two.find("a"), bytes_of(1));
    two.keep("c", bytes_of(3));
    EXPECT_EQ(two.find("a"), nullptr);
    ASSERT_NE(two.find("b"), nullptr);
    ASSERT_NE(two.find("c"), nullptr);
    EXPECT_EQ(*two.find("b"), bytes_of(2));
    EXPECT_EQ(*two.find("c"), bytes_of(3));
}

TEST(BurnIns, KeepsNoneWhereNoneAreToBeHeld) {
    BurnIns none(0);
    EXPECT_FALSE(none.keeps_any());
    none.keep("a", bytes_of(1));
    EXPECT_EQ(none.find("a"), nullptr);
}

// A year of burn-in, a year that is recorded: 13 clearings each.
class SingleRunTest : public ::testing::Test {
  protected:
    static std::vector<std::string> sets() { return {"time.years=1", "time.burn_in=1", "example.teams=12", "example.persons_per_team=5"}; }
    SingleRun of(const Scenario& scenario, std::uint32_t replicate = 1) const {
        return {model, scenario, {scenario.seed, replicate}, plan, kDefaultBlockPosts, true};
    }
    // The run, and how many epochs it stepped.
    std::pair<RunEnd, int> ran(const SingleRun& run, BurnIns& burn_ins) {
        int epochs = 0;
        RunEnd end = run_single(run, parallel, burn_ins, [&](int more) { epochs += more; });
        return {std::move(end), epochs};
    }
    RunRecord alone(const Scenario& scenario, std::uint32_t replicate = 1) {
        const auto [end, epochs] = ran(of(scenario, replicate), none);
        EXPECT_EQ(epochs, 26);
        return end.record.value();
    }
    // Says true from the n-th question on, from 0.
    static std::function<bool()> from_question(int n) {
        return [asked = 0, n]() mutable { return asked++ >= n; };
    }

    Parallel parallel{1};
    Scenario base = house_scenario("example.toml", sets());
    Scenario lifted = house_scenario("example-lift.toml", sets());
    const Model& model = model_of(base);
    RecordPlan plan{model, base, small_panel(false)};
    BurnIns none{0};
};

TEST_F(SingleRunTest, FromASharedBurnInIsTheRunAlone) {
    BurnIns shared(1);
    const auto [first, epochs_of_first] = ran(of(base), shared);
    const auto [second, epochs_of_second] = ran(of(lifted), shared);
    EXPECT_EQ(epochs_of_first, 26);
    EXPECT_EQ(epochs_of_second, 13);
    EXPECT_EQ(*first.record, alone(base));
    EXPECT_EQ(*second.record, alone(lifted));
    EXPECT_FALSE(*first.record == *second.record);
}

TEST_F(SingleRunTest, TakesNoBurnInOfAnotherReplicateOrOtherParameters) {
    BurnIns shared(3);
    ran(of(base), shared);
    EXPECT_EQ(ran(of(base, 2), shared).second, 26);
    const Scenario other = house_scenario(
        "example.toml", {"time.years=1", "time.burn_in=1", "example.teams=12", "example.persons_per_team=5", "example.mean=0.6"});
    const auto [end, epochs] = ran(of(other), shared);
    EXPECT_EQ(epochs, 26);
    EXPECT_EQ(*end.record, alone(other));
    EXPECT_EQ(ran(of(base), shared).second, 13);
}

TEST_F(SingleRunTest, LeavesNoBurnInThatWasBrokenOff) {
    BurnIns shared(1);
    SingleRun stopping = of(base);
    stopping.should_stop = from_question(5);
    EXPECT_FALSE(ran(stopping, shared).first.record);
    const auto [end, epochs] = ran(of(base), shared);
    EXPECT_EQ(epochs, 26);
    EXPECT_EQ(*end.record, alone(base));
}

// Wherever it is stopped: in the burn-in, as that ends, or later; and again and again.
TEST_F(SingleRunTest, GoesOnFromEveryClearingAsIfItHadNotBeenStopped) {
    const RunRecord whole = alone(lifted);
    for (int question = 1; question <= 26; ++question) {
        SingleRun stopping = of(lifted);
        stopping.should_stop = from_question(question);
        const auto [stopped, before] = ran(stopping, none);
        ASSERT_FALSE(stopped.record) << question;
        ASSERT_FALSE(stopped.checkpoint.empty()) << question;
        SingleRun resumed = of(lifted);
        resumed.checkpoint = stopped.checkpoint;
        const auto [end, after] = ran(resumed, none);
        EXPECT_EQ(before + after, 26) << question;
        EXPECT_TRUE(end.record && *end.record == whole) << question;
    }
}

TEST_F(SingleRunTest, ComesToItsEndInStartsOfOneClearing) {
    std::vector<std::byte> checkpoint;
    int starts = 0;
    while (starts < 100) {
        SingleRun run = of(lifted);
        run.checkpoint = checkpoint;
        run.should_stop = from_question(3);
        ++starts;
        RunEnd end = ran(run, none).first;
        if (end.record) {
            EXPECT_EQ(*end.record, alone(lifted));
            break;
        }
        checkpoint = end.checkpoint;
    }
    EXPECT_GT(starts, 5);
    EXPECT_LT(starts, 30);
}

TEST_F(SingleRunTest, HasNothingToGoOnFromWhereItWasStoppedBeforeItBegan) {
    SingleRun run = of(base);
    run.should_stop = [] { return true; };
    const auto [end, epochs] = ran(run, none);
    EXPECT_EQ(epochs, 0);
    EXPECT_FALSE(end.record);
    EXPECT_TRUE(end.checkpoint.empty());
    EXPECT_EQ(end.failure, "");
}

TEST_F(SingleRunTest, StopsOnceAtAWeekAndThenGoesOn) {
    SingleRun run = of(base);
    run.stop_after = Week{24};
    const auto [stopped, before] = ran(run, none);
    EXPECT_EQ(before, 13 + 6);
    ASSERT_FALSE(stopped.checkpoint.empty());
    run.checkpoint = stopped.checkpoint;
    const auto [end, after] = ran(run, none);
    EXPECT_EQ(after, 7);
    EXPECT_EQ(end.record.value(), alone(base));
}

TEST_F(SingleRunTest, RefusesACheckpointOfAnotherRun) {
    SingleRun run = of(base);
    run.stop_after = Week{4};
    const std::vector<std::byte> checkpoint = ran(run, none).first.checkpoint;
    SingleRun of_another = of(base, 2);
    of_another.checkpoint = checkpoint;
    EXPECT_THROW(ran(of_another, none), std::runtime_error);
    SingleRun of_cut = of(base);
    of_cut.checkpoint = std::span(checkpoint).first(checkpoint.size() / 2);
    EXPECT_THROW(ran(of_cut, none), std::runtime_error);
}

TEST_F(SingleRunTest, EndsWithAMessageWhereItsStateIsNoLongerFinite) {
    const PersonId person = PersonId::of(TeamId::of(1, 0), 1, 0);
    const TinyModel broken({3, 3}, Spoiled{.person = person, .week = Week{61}});
    const Scenario scenario = tiny_scenario(1, 1);
    const RecordPlan tiny_plan(broken, scenario, small_panel(false));
    const RunEnd end = run_single({broken, scenario, {scenario.seed, 1}, tiny_plan}, parallel, none, [](int) {});
    EXPECT_FALSE(end.record);
    EXPECT_TRUE(end.checkpoint.empty());
    EXPECT_EQ(end.failure, "person " + std::to_string(person.value) + ": level is not a finite number in week 64");
}

}  // namespace
}  // namespace bevlogen::testing
