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
    EXPECT_EQ(plan.quarters, 40);
    EXPECT_EQ(plan.panel_looks, 130);
}

TEST(RecordPlan, FollowsTheFlagsOfTheOutcomes) {
    const FakeModel model;
    const RecordPlan plan(model, scenario_of_years(1), small_panel(true));
    EXPECT_THAT(plan.weekly, ElementsAre(1, 2));
    EXPECT_THAT(plan.panel, ElementsAre(1));
    EXPECT_THAT(plan.team_map, ElementsAre(1));
    EXPECT_THAT(plan.joined, ElementsAre(1));
    EXPECT_THAT(plan.weekly_columns_of_panel, ElementsAre(0));
    EXPECT_THAT(plan.weekly_columns_of_team_map, ElementsAre(0));
}

TEST(RecordPlan, JoinsPersonsOnlyWhereItIsAsked) {
    const FakeModel model;
    EXPECT_THAT(RecordPlan(model, scenario_of_years(1), small_panel(false)).joined, IsEmpty());
}

TEST(RecordPlan, RefusesAPanelOrTeamMapOfAnOutcomeThatIsNotWeekly) {
    FakeModel model;
    model.declared[0].panel = true;
    EXPECT_THROW(RecordPlan(model, scenario_of_years(1), {}), ContractViolation);
    model.declared[0].panel = false;
    model.declared[0].team_map = true;
    EXPECT_THROW(RecordPlan(model, scenario_of_years(1), {}), ContractViolation);
}

}  // namespace
}  // namespace bevlogen::testing
