// The scenario of a point is the one that a person gets who types its values after --set.
#include "sim/sweep/point_scenarios.hpp"

#include <gmock/gmock.h>

#include "sim/scenario/resolved_text.hpp"
#include "tests/unit/sweep/sweep_files.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PointScenariosTest : public SweepFiles {
  protected:
    static Scenario typed(const SweepPlan& plan, std::size_t point) {
        std::vector<Override> overrides;
        for (const std::string& setting : settings_of(plan, point)) overrides.push_back(parse_override(setting));
        return read_scenario_text(plan.base.resolved, "typed", vocabularies(), overrides, {});
    }
    static void expect_as_typed(const SweepPlan& plan, PointScenarios& scenarios, std::size_t point) {
        const Vocabulary& vocabulary = model_of_plan(plan).vocabulary();
        const Scenario expected = typed(plan, point);
        const Scenario& found = scenarios.at(point);
        EXPECT_EQ(found.parameters.values, expected.parameters.values) << point;
        EXPECT_EQ(found.population_scale, expected.population_scale) << point;
        EXPECT_EQ(found.rows, expected.rows) << point;
        EXPECT_EQ(found.replicates, expected.replicates) << point;
        EXPECT_EQ(found.name, plan.base.name);
        ASSERT_EQ(found.interventions.size(), expected.interventions.size());
        for (std::size_t i = 0; i < found.interventions.size(); ++i) {
            EXPECT_EQ(resolved_intervention(found.interventions[i], vocabulary),
                      resolved_intervention(expected.interventions[i], vocabulary))
                << point;
        }
        EXPECT_EQ(resolved_text(found, vocabulary), resolved_text(expected, vocabulary)) << point;
    }
};

TEST_F(PointScenariosTest, OfParametersAreThoseThatAreTyped) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"latin_hypercube\"\npoints = 20") + "[[axis]]\npath = \"example.*\"\n");
    PointScenarios scenarios(plan, shelf());
    for (std::size_t p = 0; p < plan.points(); ++p) expect_as_typed(plan, scenarios, p);
}

// In any order: what one point has set is not left in the next.
TEST_F(PointScenariosTest, OfInterventionsParametersAndThePopulationAreThoseThatAreTyped) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"latin_hypercube\"\npoints = 6", "less-administration.toml") + R"([[axis]]
path = "intervention.less-administration.ramp.weeks"
[[axis]]
path = "intervention.less-administration.mandate"
values = [true, false]
[[axis]]
path = "intervention.less-administration.level"
values = ["national", "individual"]
[[axis]]
path = "population.scale"
range = [0.1, 1]
[[axis]]
path = "market.kind"
values = ["none", "closed"]
[[axis]]
path = "jdr.*"
)");
    ASSERT_GT(plan.axes.size(), 6u);
    PointScenarios scenarios(plan, shelf());
    for (const std::size_t p : {5u, 0u, 0u, 3u, 1u, 4u, 2u, 5u}) expect_as_typed(plan, scenarios, p);
}

TEST_F(PointScenariosTest, ThatDoNotGoTogetherThrowAndTheNextIsSound) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") +
                                       "[[axis]]\npath = \"intervention.lift-everybody.start.week\"\nvalues = [0, 90]\n"
                                       "[[axis]]\npath = \"intervention.lift-everybody.end.week\"\nvalues = [52, 100]\n",
                                   {"intervention.lift-everybody.end.week=100"});
    PointScenarios scenarios(plan, shelf());
    for (const bool is_repeated : {false, true}) {
        expect_as_typed(plan, scenarios, 1);
        EXPECT_THAT(report_of([&] { scenarios.at(2); }), HasSubstr("lift-everybody")) << is_repeated;
        EXPECT_THAT(report_of([&] { scenarios.at(2); }), HasSubstr("lift-everybody")) << is_repeated;
        expect_as_typed(plan, scenarios, 3);
        expect_as_typed(plan, scenarios, 0);
    }
}

TEST_F(PointScenariosTest, ShareABurnInWhereInterventionsAloneDiffer) {
    const auto share = [](const std::string& axes) {
        return PointScenarios::share_burn_in(plan_of(head_of_plan("kind = \"sobol\"\nrows = 2", "example-lift.toml") + axes));
    };
    const std::string lift = "[[axis]]\npath = \"intervention.lift-everybody.lift.mood\"\nrange = [0, 1]\n";
    EXPECT_TRUE(share(lift));
    EXPECT_TRUE(share(lift + "[[axis]]\npath = \"intervention.lift-everybody.uptake\"\nrange = [0, 1]\n"));
    EXPECT_FALSE(share(lift + "[[axis]]\npath = \"example.mean\"\n"));
    EXPECT_FALSE(share(lift + "[[axis]]\npath = \"population.scale\"\nrange = [0.1, 1]\n"));
}

TEST_F(PointScenariosTest, AreToldAsSettings) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"list\"", "less-administration.toml") + R"([[axis]]
path = "intervention.less-administration.ramp.weeks"
values = [4, 8]
[[axis]]
path = "intervention.less-administration.mandate"
values = [true, false]
[[axis]]
path = "intervention.less-administration.level"
values = ["national", "individual"]
[[axis]]
path = "population.scale"
values = [1, 0.5]
)");
    EXPECT_THAT(settings_of(plan, 1),
                ElementsAre("intervention.less-administration.ramp.weeks=8", "intervention.less-administration.mandate=false",
                            "intervention.less-administration.level=\"individual\"", "population.scale=0.5"));
}

}  // namespace
}  // namespace bevlogen::testing
