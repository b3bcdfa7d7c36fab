// Who gains and who loses, person by person.
#include "sim/experiment/person_gains.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen {
namespace {

using testing::FakeModel;

// Four persons in two phases, and one who has left. `values` are of the one joined outcome, in 1/256; lower is better.
RunRecord run_of(std::vector<std::int16_t> values) {
    RunRecord record;
    record.joined = std::move(values);
    record.joined_phase = {stored_value(1.0f), stored_value(1.0f), stored_value(2.0f), stored_value(2.0f), kNoValue};
    return record;
}

class PersonGainsTest : public ::testing::Test {
  protected:
    const FakeModel model;
    const RecordPlan plan{model, testing::scenario_of_years(1), testing::small_panel(true)};
    // SD of 0, 1, 2, 3 is 1.29, so that .13 (33 of 256) is a gain or a loss.
    const RunRecord base = run_of({0, 256, 512, 768, kNoValue});
    // One gains, two change too little, one loses.
    const RunRecord other = run_of({-34, 256 + 32, 512 - 32, 768 + 34, kNoValue});
};

TEST_F(PersonGainsTest, CountsPersonsByPhase) {
    PersonGains gains(plan, 2, 1);
    gains.take_from(plan, 0, 0, base);
    gains.take_from(plan, 1, 0, other);
    ASSERT_EQ(gains.outcomes().size(), 1u);
    EXPECT_EQ(gains.shares(1, 0, 0).better.mean, 0.25);
    EXPECT_EQ(gains.shares(1, 0, 0).same.mean, 0.5);
    EXPECT_EQ(gains.shares(1, 0, 0).worse.mean, 0.25);
    EXPECT_EQ(gains.shares(1, 0, 1).better.mean, 0.5);
    EXPECT_EQ(gains.shares(1, 0, 1).worse.mean, 0.0);
    EXPECT_EQ(gains.shares(1, 0, 2).worse.mean, 0.5);
}

TEST_F(PersonGainsTest, TakesRunsInAnyOrder) {
    PersonGains gains(plan, 2, 2);
    gains.take_from(plan, 1, 1, other);
    gains.take_from(plan, 0, 0, base);
    gains.take_from(plan, 0, 1, base);
    gains.take_from(plan, 1, 0, base);
    const GainShares shares = gains.shares(1, 0, 0);
    EXPECT_EQ(shares.better.mean, 0.125);
    EXPECT_EQ(shares.better.replicates, 2u);
    EXPECT_EQ(shares.same.mean, 0.75);
}

TEST_F(PersonGainsTest, LeavesOutWhoIsNotThereInOneOfTheRuns) {
    PersonGains gains(plan, 2, 1);
    RunRecord gone = other;
    gone.joined[0] = kNoValue;
    gains.take_from(plan, 0, 0, base);
    gains.take_from(plan, 1, 0, gone);
    EXPECT_EQ(gains.shares(1, 0, 1).same.mean, 1.0);
    EXPECT_NEAR(gains.shares(1, 0, 0).worse.mean, 1.0 / 3.0, 1e-12);
}

TEST_F(PersonGainsTest, HasNoNumbersWithoutJoinedPersons) {
    const RecordPlan without(model, testing::scenario_of_years(1), testing::small_panel(false));
    PersonGains gains(without, 2, 1);
    gains.take_from(without, 0, 0, RunRecord{});
    EXPECT_TRUE(gains.outcomes().empty());
}

}  // namespace
}  // namespace bevlogen
