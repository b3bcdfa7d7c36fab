// Calibrations are read strictly: every mistake at its place, with what was expected.
#include "sim/calibrate/calibration_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/calibrate/part_words.hpp"
#include "tests/unit/calibrate/calibrations.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CalibrationPlanTest : public Calibrations {
  protected:
    static std::string with_part(const std::string& part) {
        return std::string(kHead) + kFree + kCondition + "[[target]]\nname = \"t\"\nsource = \"s\"\n[[target.part]]\n" + part +
               "value = 0.0\ntolerance = [-1.0, 1.0]\n";
    }
};

TEST_F(CalibrationPlanTest, HoldsWhatTheFileSays) {
    const CalibrationPlan plan = read(whole());
    EXPECT_EQ(plan.name, "calibration");
    EXPECT_EQ(plan.settle, 52);
    EXPECT_EQ(plan.starts, 2u);
    EXPECT_EQ(plan.search.start, 20u);
    EXPECT_EQ(plan.search.keep, 8u);
    EXPECT_EQ(plan.base().years, 2) << "settling and what is measured";
    EXPECT_EQ(plan.conditions.front().weeks, 52);
    ASSERT_EQ(plan.free.size(), 2u);
    EXPECT_EQ(plan.free[1].path, "example.spread");
    EXPECT_THAT(plan.own_values(), ElementsAre(0.5, 0.8));
    EXPECT_THAT(plan.values_at(std::vector<double>{0.5, 0.25}), ElementsAre(0.0, 0.6));
    ASSERT_EQ(plan.targets.size(), 1u);
    EXPECT_EQ(plan.parts(), 2u);
    EXPECT_EQ(plan.quantities.size(), 1u) << "one quantity, asked once";
    EXPECT_EQ(part_words(plan.targets[0].parts[1], plan, model_of(plan)), "share of mood >= 1.5");
    EXPECT_TRUE(plan.references.empty()) << "the example has no reference scores";
}

TEST_F(CalibrationPlanTest, AppliesASetToEveryCondition) {
    const std::string lifted =
        "[[condition]]\nname = \"lifted\"\nweeks = 8\n[[condition.intervention]]\nname = \"lift\"\nlift = { mood = 1.0 }\n";
    const CalibrationPlan plan = read(std::string(kHead) + kFree + kCondition + lifted + kTarget, {"example.teams=3"});
    ASSERT_EQ(plan.conditions.size(), 2u);
    EXPECT_EQ(plan.conditions[1].weeks, 8);
    EXPECT_EQ(plan.conditions[1].scenario.interventions.size(), 1u);
    for (std::size_t c = 0; c < 2; ++c) {
        const Scenario scenario = plan.under(c, std::vector<double>{-0.25, 1.1});
        const ParameterTable& parameters = model_of(plan).vocabulary().parameters;
        EXPECT_EQ(scenario.parameters.values[*parameters.find("example.mean")], -0.25);
        EXPECT_EQ(scenario.parameters.values[*parameters.find("example.spread")], 1.1);
        EXPECT_EQ(scenario.parameters.values[*parameters.find("example.teams")], 3.0) << "the command line comes last";
    }
}

TEST_F(CalibrationPlanTest, TellsEveryMistakeAtItsPlace) {
    EXPECT_THAT(report_of_calibration("scenario = \"example.toml\"\nsettle = 50\n" + std::string(kFree) + kCondition + kTarget),
                HasSubstr("calibration.toml:2:10: error: is no multiple of 4 weeks"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"median\"\nof = \"mood\"\n")), HasSubstr("did you mean \"mean\"?"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"mean\"\nof = \"moood\"\n")),
                HasSubstr("calibration.toml:25:6: error: unknown quantity \"moood\"; did you mean \"mood\"?"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"mean\"\n")), HasSubstr("statistic = \"mean\" needs `of`"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"persons\"\nof = \"mood\"\n")),
                HasSubstr("`of` says nothing of statistic = \"persons\""));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"odds_ratio\"\nof = \"mood\"\n")), HasSubstr("needs `with`"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"later_odds_ratio\"\nof = \"mood\"\nwith = \"mood\"\n")),
                HasSubstr("needs `exposed`"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"effect\"\nof = \"mood\"\n")), HasSubstr("needs `against`"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"mean\"\nof = \"mood\"\ncondition = \"tody\"\n")),
                HasSubstr("unknown condition \"tody\"; did you mean \"today\"?"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"stability\"\nof = \"mood\"\n")),
                HasSubstr("needs more than 52 measured weeks"));
    EXPECT_THAT(report_of_calibration(with_part("statistic = \"mean\"\nof = \"mood\"\nunit = \"1\"\n")), HasSubstr("unknown key \"unit\""));
}

TEST_F(CalibrationPlanTest, WantsTheValueInsideItsTolerance) {
    const std::string outside =
        std::string(kHead) + kFree + kCondition +
        "[[target]]\nname = \"t\"\nsource = \"s\"\npart = [{ statistic = \"mean\", of = \"mood\", value = 2.0, tolerance = [0.0, 1.0] }]\n";
    EXPECT_THAT(report_of_calibration(outside), HasSubstr("the value 2 lies not inside its tolerance of 0 to 1"));
}

TEST_F(CalibrationPlanTest, WantsFreeParametersThatCanBeDrawn) {
    const auto free = [&](const std::string& axis) {
        return report_of_calibration(std::string(kHead) + "[[free]]\n" + axis + kCondition + kTarget);
    };
    EXPECT_THAT(free("path = \"population.scale\"\nrange = [0.1, 1.0]\n"), HasSubstr("population.scale is no parameter of the model"));
    EXPECT_THAT(free("path = \"example.mean\"\nvalues = [0.1, 1.0]\n"), HasSubstr("example.mean has no prior"));
    EXPECT_THAT(free("path = \"example.mean\"\nrange = [0.1, 1.0]\n[[free]]\npath = \"example.mean\"\nrange = [0.1, 1.0]\n"),
                HasSubstr("example.mean is free twice"));
}

TEST_F(CalibrationPlanTest, DoesNotHideWhatAConditionSets) {
    const std::string other = "[[condition]]\nname = \"other\"\nset = { example.mean = 0.9 }\n";
    EXPECT_THAT(report_of_calibration(std::string(kHead) + kFree + kCondition + other + kTarget),
                HasSubstr("sets example.mean, which the draws would set"));
}

TEST_F(CalibrationPlanTest, IsToldFromOtherFiles) {
    EXPECT_THAT(report_of_calibration("scenario = \"example.toml\"\n[design]\nkind = \"grid\"\n"),
                HasSubstr("this is a plan of a sweep, not a calibration"));
    write_content("calibration.toml", whole());
    EXPECT_EQ(kind_of_file("calibration.toml"), FileKind::calibration);
}

}  // namespace
}  // namespace bevlogen::testing
