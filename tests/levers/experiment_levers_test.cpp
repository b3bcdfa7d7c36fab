// Results files of the workforce with levers that add posts and coach: a scenario says the same alone, in company, and however it is run.
#include "tests/unit/engine/workforce_levers.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

class WorkforceLevers : public ExperimentFolder {
  protected:
    static Scenario named(const std::string& name, const std::string& interventions) {
        Scenario scenario = lively(interventions, {"time.years=1", "run.replicates=2"});
        scenario.name = name;
        scenario.title = Label::same(name);
        return scenario;
    }
    static const LeverText& lever(const std::string& name) {
        for (const LeverText& one : workforce_levers()) {
            if (one.name == name) return one;
        }
        throw std::runtime_error("no lever is called " + name);
    }
    // What each scenario of the comparison does beside the baseline.
    static std::vector<Scenario> scenarios() {
        return {named("baseline", ""),
                named("posts", acting(lever("posts"), 6, "ramp = { weeks = 20 }\n")),
                named("residents", acting(lever("posts_of_residents"), 0)),
                named("window", acting(lever("coaching_window"), 9)),
                named("pool", acting(lever("coaching_pool"), 2)),
                named("everything", all_levers())};
    }
    static Experiment comparison_of(std::vector<Scenario> all) {
        return {"comparison", {"a title", "een titel"}, Label::same("a question?"), std::move(all), small_panel(true, 4)};
    }
};

// Alone a scenario has a burn-in of its own with its own posts; in a comparison it goes on from the baseline's.
TEST_F(WorkforceLevers, AScenarioAloneSaysWhatItSaysInAComparison) {
    EXPECT_TRUE(run(comparison_of(scenarios()), into("together.h5", 2)).finished);
    for (const Scenario& scenario : scenarios()) {
        EXPECT_TRUE(run(of_one(scenario), into(scenario.name + ".h5")).finished);
        EXPECT_EQ(difference("together.h5", scenario.name + ".h5", {.common = true}), "") << scenario.name;
    }
    // The twin: under another name the same file differs, so that something is compared.
    Scenario renamed = scenarios()[1];
    renamed.name = "residents";
    EXPECT_TRUE(run(of_one(renamed), into("renamed.h5")).finished);
    EXPECT_NE(difference("together.h5", "renamed.h5", {.common = true}), "");
}

// Also where the one that goes first has posts that others lack.
TEST_F(WorkforceLevers, TheOrderOfScenariosThatShareABurnInSaysNothing) {
    std::vector<Scenario> turned = scenarios();
    std::reverse(turned.begin(), turned.end());
    EXPECT_TRUE(run(comparison_of(scenarios()), into("one.h5", 2)).finished);
    EXPECT_TRUE(run(comparison_of(turned), into("other.h5", 2)).finished);
    EXPECT_EQ(difference("one.h5", "other.h5", {.common = true}), "");
}

TEST_F(WorkforceLevers, ThreadsBlocksStopsAndInterruptionsSayNothing) {
    const Experiment experiment = comparison_of(scenarios());
    EXPECT_TRUE(run(experiment, into("reference.h5")).finished);
    for (const unsigned threads : {2u, 7u}) {
        EXPECT_TRUE(run(experiment, into("other.h5", threads, threads == 2 ? 1 : 100)).finished);
        EXPECT_EQ(difference("reference.h5", "other.h5"), "") << threads << " threads";
    }
    for (const Week stop : {Week{0}, Week{8}, Week{28}}) {
        Execution execution = into("stopped.h5", 2);
        execution.stop_after = stop;
        EXPECT_FALSE(run(experiment, execution).finished);
        EXPECT_TRUE(run(experiment, into("stopped.h5", 3, 64)).finished);
        EXPECT_EQ(difference("reference.h5", "stopped.h5"), "") << "stopped after week " << stop.value;
        std::filesystem::remove(folder / "stopped.h5");
    }
    // In the middle of the burn-in, of the baseline, and of each scenario after it: what goes on has no burn-in to share, or another's.
    for (const int clearings : {7, 20, 30, 45, 60, 75, 90}) {
        int asked = 0;
        Execution interrupted = into("interrupted.h5");
        interrupted.should_stop = [&] { return ++asked > clearings; };
        EXPECT_FALSE(run(experiment, interrupted).finished);
        EXPECT_TRUE(run(experiment, into("interrupted.h5")).finished);
        EXPECT_EQ(difference("reference.h5", "interrupted.h5"), "") << clearings;
        std::filesystem::remove(folder / "interrupted.h5");
    }
}

// One that reaches nobody is recorded as the baseline, though its teams may have posts that never open.
TEST_F(WorkforceLevers, AScenarioThatReachesNobodySaysWhatTheBaselineSays) {
    const auto one_replicate = [](Scenario scenario) {
        scenario.replicates = 1;
        return of_one(scenario);
    };
    EXPECT_TRUE(run(one_replicate(named("same", "")), into("baseline.h5")).finished);
    for (const LeverText& one : workforce_levers()) {
        if (one.name == "left_to_hospitals") continue;  // hospitals adopt what is meant for somebody, and that is recorded
        for (const char* nobody : {"scope = { coverage = 0 }\n", "scope = { coverage = 0.0000001 }\n"}) {
            EXPECT_TRUE(run(one_replicate(named("same", acting(one, 5, nobody))), into("idle.h5")).finished);
            EXPECT_EQ(difference("baseline.h5", "idle.h5", {.common = true}), "") << one.name << " " << nobody;
        }
    }
}

}  // namespace
}  // namespace bevlogen::testing
