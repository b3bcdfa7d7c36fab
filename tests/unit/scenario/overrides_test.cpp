// --set path=value: what it reaches, and what it says of a wrong path or value.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class Overrides : public ScenarioFiles {
  protected:
    static std::string with_intervention() {
        return small_scenario() +
               "[[intervention]]\nname = \"less\"\nscope = { coverage = 0.5, phases = \"aios\" }\nstart = { year = 1 }\nshift = { "
               "administration = -1 }\n";
    }
    Scenario set(const std::vector<std::string>& sets) const { return read_text(with_intervention(), sets); }
    std::string report_of_set(const std::string& text) const { return report_of_text(with_intervention(), {text}); }
};

TEST_F(Overrides, EveryKindOfPathIsReached) {
    const Scenario scenario =
        set({"title=A new title", "question=\"Why?\"", "time.years=3", "time.burn_in=0", "run.seed=9", "run.replicates=4",
             "run.first_replicate=11", "population.scale=0.25", "jdr.noise=1.5", "theory=\"shanafelt\""});
    EXPECT_EQ(scenario.title, Label::same("A new title"));
    EXPECT_EQ(scenario.question, Label::same("Why?"));
    EXPECT_EQ(scenario.years, 3);
    EXPECT_EQ(scenario.burn_in, 0);
    EXPECT_EQ(scenario.seed, 9u);
    EXPECT_EQ(scenario.replicates, 4);
    EXPECT_EQ(scenario.first_replicate, 11);
    EXPECT_EQ(scenario.population_scale, 0.25);
    EXPECT_EQ(scenario.parameters.values[1], 1.5);
    EXPECT_EQ(scenario.parameters.values[6], 1.0);
    EXPECT_EQ(scenario.parameters.origins[1].source, "set on the command line");
}

TEST_F(Overrides, InterventionsAreReachedByName) {
    const Intervention it =
        set({"intervention.less.uptake=0.1", "intervention.less.scope.coverage=0.2", "intervention.less.scope.phases=[\"anios\", \"aios\"]",
             "intervention.less.shift.autonomy=2", "intervention.less.start.week=3", "intervention.less.end={ week = 90 }",
             "intervention.less.coaching.sessions=5", "intervention.less.costs.one_off_euro=7"})
            .interventions.at(0);
    EXPECT_EQ(it.uptake, 0.1);
    EXPECT_EQ(it.scope.coverage, 0.2);
    EXPECT_EQ(it.scope.axes[0], 0b011u);
    EXPECT_EQ(it.schedule.start, Week{3});
    EXPECT_EQ(it.schedule.end, Week{90});
    EXPECT_EQ(it.levers.at(0).values, (std::vector<double>{-1.0, 2.0}));
    EXPECT_EQ(it.levers.at(1).values, (std::vector<double>{5.0, 0.0}));
    EXPECT_EQ(it.catalogue.costs.one_off_euro, 7.0);
}

TEST_F(Overrides, TheLastOneCounts) { EXPECT_EQ(set({"run.seed=1", "run.seed=2"}).seed, 2u); }

TEST_F(Overrides, TheyFillInWhatTheFileLacks) {
    std::string text = small_scenario();
    text.replace(text.find("seed = 7"), 8, "");
    text.replace(text.find("flow.intake = 1200"), 18, "");
    const Scenario scenario = read_text(text, {"run.seed=3", "flow.intake=5"});
    EXPECT_EQ(scenario.seed, 3u);
    EXPECT_EQ(scenario.parameters.values[4], 5.0);
}

TEST_F(Overrides, AnUnknownPathGetsTheNearestOne) {
    EXPECT_EQ(report_of_set("time.yeers=3"),
              "--set time.yeers=3: error: unknown path \"time.yeers\"; did you mean \"time.years\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_set("jdr.contagoin=3"),
              "--set jdr.contagoin=3: error: unknown path \"jdr.contagoin\"; did you mean \"jdr.contagion\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(
        report_of_set("intervention.less.uptaek=1"),
        "--set intervention.less.uptaek=1: error: unknown path \"intervention.less.uptaek\"; did you mean \"intervention.less.uptake\"?\n"
        "1 error, nothing was run.\n");
}

// Scenarios of a comparison share overrides, and an intervention may stand in some of them only.
class SharedOverrides : public Overrides {
  protected:
    void SetUp() override {
        Overrides::SetUp();
        write("base.toml", small_scenario());
        write("less.toml", with_intervention());
        for (const char* text : {"time.years=3", "intervention.less.uptake=0.25", "intervention.lesss.uptake=0.25"})
            overrides_.push_back(parse_override(text));
    }
    SharedScenario read_shared(const std::string& file, std::size_t overrides) const {
        return read_shared_scenario(file, shelf_of(vocabulary_), std::span(overrides_).first(overrides), {});
    }
    std::vector<Override> overrides_;
};

TEST_F(SharedOverrides, AnInterventionThatAScenarioDoesNotHaveIsPassedOver) {
    const SharedScenario base = read_shared("base.toml", 2);
    EXPECT_EQ(base.takes, (std::vector<bool>{true, false}));
    EXPECT_EQ(base.scenario.years, 3);
    const SharedScenario less = read_shared("less.toml", 2);
    EXPECT_EQ(less.takes, (std::vector<bool>{true, true}));
    EXPECT_EQ(less.scenario.interventions.at(0).uptake, 0.25);
}

TEST_F(SharedOverrides, WhatNoScenarioTakesIsAMistake) {
    const std::vector<SharedScenario> read = {read_shared("base.toml", 3), read_shared("less.toml", 3)};
    Diagnostics diagnostics;
    check_overrides_taken(overrides_, read, diagnostics);
    EXPECT_EQ(diagnostics.report(),
              "--set intervention.lesss.uptake=0.25: error: no scenario has an intervention \"lesss\"; did you mean \"less\"?\n"
              "1 error, nothing was run.\n");
}

TEST_F(SharedOverrides, AllOtherMistakesAreReportedAsEver) {
    for (const char* text :
         {"intervention.less.uptaek=1", "time.yeers=3", "intervention.less=1", "intervention.less.scope.phases=[aios]"}) {
        overrides_ = {parse_override(text)};
        EXPECT_NE(report_of([&] { read_shared("less.toml", 1); }), "") << text;
    }
    overrides_ = {parse_override("intervention.less.scope.phases=[aios]")};
    EXPECT_EQ(report_of([&] { read_shared("base.toml", 1); }),
              "--set intervention.less.scope.phases=[aios]: error: the value is not valid TOML\n1 error, nothing was run.\n");
    overrides_ = {parse_override("intervention.less.uptake=1")};
    EXPECT_EQ(report_of([&] { read("base.toml", {"intervention.less.uptake=1"}); }),
              "--set intervention.less.uptake=1: error: unknown path \"intervention.less.uptake\"\n1 error, nothing was run.\n");
}

TEST_F(Overrides, AWrongValueIsReportedAtTheOverride) {
    EXPECT_EQ(report_of_set("intervention.less.uptake=1.4"),
              "--set intervention.less.uptake=1.4: error: uptake = 1.4 (must lie in [0, 1]: share of those offered who take part)\n1 "
              "error, nothing was run.\n");
    EXPECT_EQ(report_of_set("jdr.noise=much"),
              "--set jdr.noise=much: error: jdr.noise must be a number, not a string\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_set("intervention.less.scope.phases=[aios]"),
              "--set intervention.less.scope.phases=[aios]: error: the value is not valid TOML\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_set("intervention.less.start.year=4"),
              "--set intervention.less.start.year=4: error: intervention \"less\" never starts: it would in week 208, and the scenario "
              "records 208 weeks\n"
              "1 error, nothing was run.\n");
    EXPECT_EQ(report_of_set("title=\xff"), "--set title=\xff: error: the value is not valid text\n1 error, nothing was run.\n");
}

TEST_F(Overrides, AValueCannotSmuggleInAnotherKey) {
    EXPECT_EQ(set({"title=1\nx = 2"}).title, Label::same("1\nx = 2"));
    EXPECT_EQ(set({"title=3 # three"}).title, Label::same("3 # three"));
}

TEST_F(Overrides, TheyAreWrittenPathEqualsValue) {
    EXPECT_EQ(parse_override(" a.b = 3 ").path, "a.b");
    EXPECT_EQ(parse_override("title=a=b").value, "a=b");
    EXPECT_EQ(report_of([] { parse_override("run.seed"); }),
              "--set run.seed: error: an override is written path=value\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of([] { parse_override("=3"); }),
              "--set =3: error: the path before the equals sign is empty\n1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
