// What an experiment gives back and leaves behind: levels, failures, the journal, progress, folders.
#include <algorithm>
#include <cmath>
#include <mutex>

#include "sim/experiment/paired.hpp"
#include "tests/unit/engine/tiny_model.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

class RunExperiment : public ExperimentFolder {};

TEST_F(RunExperiment, GivesTheYearlyLevelsOfEveryRun) {
    const Experiment experiment = comparison();
    const ExperimentResult result = run(experiment, into("run.h5"));
    ASSERT_EQ(result.levels.years(), 1);
    const std::vector<double> base = result.levels.values(0, 0, 0, 1);
    const std::vector<double> lifted = result.levels.values(1, 0, 0, 1);
    ASSERT_EQ(base.size(), 3u);
    for (const double mood : base) EXPECT_NEAR(mood, 0.5, 0.5);
    // Half a point from week 26 on, approached in 8 weeks: with the same chance the difference is nearly the same in each replicate.
    const Estimate difference = paired_difference(base, lifted);
    EXPECT_GT(difference.low, 0.1);
    EXPECT_LT(difference.high, 0.25);
    EXPECT_LT(difference.high - difference.low, 0.001);
}

TEST_F(RunExperiment, KeepsTheSpreadBetweenPersonsOfTheBase) {
    const ExperimentResult result = run(comparison(), into("run.h5"));
    // Mood has variance .8^2 + .4^2; of a share p it is p (1 - p). Three replicates of 250 persons in 50 teams.
    EXPECT_NEAR(result.levels.base_sd(0, 0, 1), std::sqrt(0.8), 0.1);
    const double low = estimate_mean(result.levels.values(0, 2, 0, 1)).mean;
    EXPECT_NEAR(result.levels.base_sd(2, 0, 1), std::sqrt(low * (1.0 - low)), 0.005);
}

TEST_F(RunExperiment, MakesTheFolderThatItWritesTo) {
    Execution execution = into("deep/er/run.h5");
    EXPECT_TRUE(run(of_one(house_scenario("example.toml", small_sets())), execution).finished);
    expect_only("deep/er/run.h5");
}

TEST_F(RunExperiment, TellsItsProgressUpToOne) {
    std::mutex mutex;
    std::vector<double> told;
    Execution execution = into("run.h5", 3);
    execution.on_progress = [&](double share) {
        const std::lock_guard lock(mutex);
        told.push_back(share);
    };
    run(comparison(), execution);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    ASSERT_FALSE(told.empty());
    EXPECT_NEAR(told.back(), 1.0, 1e-12);
}

TEST_F(RunExperiment, RefusesWhatCannotBeComparedBeforeAnythingIsWritten) {
    Experiment experiment = comparison();
    experiment.scenarios[1].seed = 99;
    EXPECT_THROW(run(experiment, into("run.h5")), InputError);
    EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

TEST_F(RunExperiment, RefusesAScopeThatSelectsNobodyBeforeAnythingIsWritten) {
    const Scenario scenario = scenario_of_text(
        "title = \"t\"\nextends = \"baseline.toml\"\n[[intervention]]\nname = \"it\"\nshift = { administration = -1 }\n"
        "scope = { phases = \"aios\", hospitals = \"general\" }\n",
        {"population.scale=0.02", "world.posts_per_team.general.aios=0", "time.years=1"});
    EXPECT_THROW(run(of_one(scenario), into("run.h5")), InputError);
    EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

TEST_F(RunExperiment, ToAPlaceThatCannotBeWrittenIsAnErrorOfTheWorld) {
    write_content(folder / "file", "not a folder");
    EXPECT_THROW(run(of_one(house_scenario("example.toml", small_sets())), into("file/run.h5")), std::runtime_error);
}

class FailingReplicate : public ExperimentFolder {
  protected:
    // The tiny model, broken in week 61 of replicate 2 of 4.
    static Experiment tiny() {
        Scenario scenario = tiny_scenario(1, 1);
        scenario.replicates = 4;
        return {"run", Label::same("tiny"), {}, {scenario}, small_panel(false)};
    }
    const TinyModel sound{std::vector<std::size_t>(40, 3)};
    const TinyModel broken{std::vector<std::size_t>(40, 3),
                           Spoiled{.person = PersonId::of(TeamId::of(7, 0), 1, 0), .week = Week{61}, .replicate = 2}};
};

TEST_F(FailingReplicate, IsRecordedAndTheOthersGoOn) {
    for (const unsigned threads : {1u, 4u}) {
        const ExperimentResult result = run_experiment(broken, tiny(), into("failed.h5", threads));
        EXPECT_TRUE(result.finished);
        ASSERT_EQ(result.failures.size(), 1u);
        EXPECT_EQ(result.failures[0].scenario, "tiny");
        EXPECT_EQ(result.failures[0].replicate, 2);
        const std::string who = std::to_string(PersonId::of(TeamId::of(7, 0), 1, 0).value);
        EXPECT_EQ(result.failures[0].message, "person " + who + ": level is not a finite number in week 64");
        const std::vector<double> levels = result.levels.values(0, 0, 0, 1);
        EXPECT_TRUE(std::isnan(levels[1]));
        for (const std::size_t r : {0u, 2u, 3u}) EXPECT_EQ(levels[r], 0.0) << r;
        expect_only("failed.h5");
    }
}

TEST_F(FailingReplicate, StandsInTheProvenanceOfTheFile) {
    run_experiment(broken, tiny(), into("failed.h5"));
    const ResultsSummary summary = summarise_results(folder / "failed.h5");
    const auto found = std::find_if(summary.provenance.begin(), summary.provenance.end(),
                                    [](const ResultsAttribute& attribute) { return attribute.name == "failed_run_tiny_2"; });
    ASSERT_NE(found, summary.provenance.end());
    EXPECT_NE(found->value.find("level is not a finite number in week 64"), std::string::npos);
}

TEST_F(FailingReplicate, LeavesTheRunsOfTheOthersAsTheyWouldBeWithoutIt) {
    run_experiment(broken, tiny(), into("failed.h5"));
    run_experiment(broken, tiny(), into("failed-on-4.h5", 4));
    EXPECT_EQ(difference("failed.h5", "failed-on-4.h5"), "");
    EXPECT_TRUE(run_experiment(sound, tiny(), into("sound.h5")).failures.empty());
    const std::string first = difference("sound.h5", "failed.h5");
    EXPECT_NE(first.find("replicate 2"), std::string::npos) << first;
}

TEST_F(FailingReplicate, FailsAgainWhenAStoppedExperimentGoesOn) {
    run_experiment(broken, tiny(), into("failed.h5"));
    Execution stopping = into("stopped.h5");
    stopping.stop_after = Week{4};
    EXPECT_FALSE(run_experiment(broken, tiny(), stopping).finished);
    const ExperimentResult result = run_experiment(broken, tiny(), into("stopped.h5"));
    EXPECT_TRUE(result.finished);
    EXPECT_EQ(result.failures.size(), 1u);
    EXPECT_EQ(difference("failed.h5", "stopped.h5"), "");
}

class JournalOfAnExperiment : public ExperimentFolder {};

TEST_F(JournalOfAnExperiment, OfOtherScenariosIsNeitherTakenUpNorLost) {
    Experiment first = of_one(house_scenario("example.toml", small_sets()));
    Execution stopping = into("run.h5");
    stopping.stop_after = Week{24};
    EXPECT_FALSE(run(first, stopping).finished);

    std::vector<std::string> sets = small_sets();
    sets.push_back("example.mean=0.9");
    const Experiment second = of_one(house_scenario("example.toml", sets));
    EXPECT_THROW(run(second, into("run.h5")), InputError);
    EXPECT_TRUE(run(first, into("run.h5")).finished);
    EXPECT_TRUE(run(first, into("fresh.h5")).finished);
    EXPECT_EQ(difference("run.h5", "fresh.h5"), "");
}

TEST_F(JournalOfAnExperiment, KeepsTheRunsThatHadFinishedWhenOneIsInterrupted) {
    const Experiment experiment = of_one(house_scenario("example.toml", small_sets()));
    int asked = 0;
    Execution interrupted = into("run.h5");
    interrupted.should_stop = [&] { return ++asked > 60; };  // two replicates of 27 questions, and some of the third
    EXPECT_FALSE(run(experiment, interrupted).finished);
    EXPECT_TRUE(exists("run.h5.journal"));
    const ExperimentResult result = run(experiment, into("run.h5"));
    EXPECT_EQ(result.taken_up, 2u);
    EXPECT_TRUE(result.finished);
    for (const double mood : result.levels.values(0, 0, 0, 1)) EXPECT_TRUE(std::isfinite(mood));
}

TEST_F(JournalOfAnExperiment, OfAnUnfinishedExperimentLeavesAnOlderResultsFileAlone) {
    const Experiment experiment = of_one(house_scenario("example.toml", small_sets()));
    EXPECT_TRUE(run(experiment, into("run.h5")).finished);
    EXPECT_TRUE(run(experiment, into("kept.h5")).finished);
    Execution stopping = into("run.h5");
    stopping.stop_after = Week{24};
    EXPECT_FALSE(run(experiment, stopping).finished);
    EXPECT_EQ(difference("run.h5", "kept.h5"), "");
}

}  // namespace
}  // namespace bevlogen::testing
