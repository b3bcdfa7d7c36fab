// What a run records follows from the flags of the model's outcomes.
#include "sim/record/record_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(RecordPlan, CountsWeeksClearingsQuartersAndLooksAfterTheBurnIn) {
    const FakeModel model;
    Scenario scenario = scenario_of_years(10);
    scenario.burn_in = 3;
    const RecordPlan plan(model, scenario, {.panel_persons = 200, .panel_every = 4});
    EXPECT_EQ(plan.weeks, 520);
    EXPECT_EQ(plan.clearings, 130);
    EXPECT_EQ(plan.years, 10);
    EXPECT_EQ(plan.quarters, 40);
    EXPECT_EQ(plan.panel_looks, 130);
}

TEST(RecordPlan, FollowsTheFlagsOfTheOutcomes) {
    const FakeModel model;
    const RecordPlan plan(model, scenario_of_years(1), small_panel(true));
    EXPECT_THAT(plan.weekly, ElementsAre(1, 2));
    EXPECT_THAT(plan.levels, ElementsAre(0, 1));
    EXPECT_THAT(plan.team_map, ElementsAre(1));
    EXPECT_THAT(plan.joined, ElementsAre(1));
    EXPECT_THAT(plan.twin, IsEmpty());
    EXPECT_THAT(plan.weekly_columns_of_team_map, ElementsAre(0));
}

TEST(RecordPlan, KeepsNoQuantilesOfAmountsThatCostMoney) {
    FakeModel model;
    model.declared[0].role = Role::cost;
    EXPECT_THAT(RecordPlan(model, scenario_of_years(1), small_panel(true)).levels, ElementsAre(1));
}

RecordOptions with_twins(std::vector<int> weeks, bool joined = true) {
    RecordOptions options = small_panel(joined);
    options.twin_weeks = std::move(weeks);
    return options;
}

TEST(RecordPlan, KeepsTwinsOfMarkedOutcomesAndOfWhoTookPartWhereThereAreTwinWeeks) {
    const FakeModel model;
    const RecordPlan plan(model, scenario_of_years(1), with_twins({40, 52}));
    EXPECT_THAT(plan.twin, ElementsAre(1, 3));
    EXPECT_EQ(plan.twin_moments(), 2u);
}

TEST(RecordPlan, RefusesTwinWeeksThatAreNoRecordedClearingsInOrderOrWithoutPersons) {
    const FakeModel model;
    const Scenario year = scenario_of_years(1);
    for (const std::vector<int>& weeks : {std::vector<int>{41}, {56}, {0}, {44, 40}, {40, 40}}) {
        EXPECT_THROW(RecordPlan(model, year, with_twins(weeks)), ContractViolation);
    }
    EXPECT_THROW(RecordPlan(model, year, with_twins({40}, false)), ContractViolation);
}

TEST(StoredValue, IsTheNearestWhole256thAndComesBack) {
    EXPECT_EQ(stored_value(1.0f), 256);
    EXPECT_EQ(stored_value(0.0019f), 0);
    EXPECT_EQ(stored_value(0.0021f), 1);
    EXPECT_EQ(stored_value(1e9f), 32767);
    EXPECT_EQ(stored_value(-1e9f), -32767);
    EXPECT_EQ(stored_value(std::numeric_limits<float>::quiet_NaN()), kNoValue);
    EXPECT_EQ(read_stored(-384), -1.5f);
    EXPECT_TRUE(std::isnan(read_stored(kNoValue)));
}

TEST(RecordPlan, JoinsPersonsOnlyWhereItIsAsked) {
    const FakeModel model;
    EXPECT_THAT(RecordPlan(model, scenario_of_years(1), small_panel(false)).joined, IsEmpty());
}

TEST(RecordPlan, RefusesATeamMapOfAnOutcomeThatIsNotWeekly) {
    FakeModel model;
    model.declared[0].team_map = true;
    EXPECT_THROW(RecordPlan(model, scenario_of_years(1), {}), ContractViolation);
}

}  // namespace
}  // namespace bevlogen::testing
