// However an experiment is carried out, its results file is the same: threads, blocks, stops, interruptions, parts of it alone.
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

class IdenticalResults : public ExperimentFolder {
  protected:
    void SetUp() override {
        const ExperimentResult result = run(experiment, into("reference.h5"));
        ASSERT_TRUE(result.finished);
        ASSERT_TRUE(result.failures.empty());
        expect_only("reference.h5");
    }
    const Experiment experiment = comparison();
};

TEST_F(IdenticalResults, ForAnyNumberOfThreads) {
    for (const unsigned threads : {2u, 7u}) {
        EXPECT_TRUE(run(experiment, into("other.h5", threads)).finished);
        EXPECT_EQ(difference("reference.h5", "other.h5"), "") << threads << " threads";
    }
}

TEST_F(IdenticalResults, ForAnySizeOfBlocks) {
    for (const std::size_t block_posts : {1u, 100u, 100000u}) {
        EXPECT_TRUE(run(experiment, into("other.h5", 2, block_posts)).finished);
        EXPECT_EQ(difference("reference.h5", "other.h5"), "") << block_posts << " posts a block";
    }
}

TEST_F(IdenticalResults, WhereverItIsStoppedAndGoneOnWith) {
    for (const Week stop : {Week{0}, Week{4}, Week{24}, Week{48}}) {
        Execution execution = into("stopped.h5", 2);
        execution.stop_after = stop;
        const ExperimentResult stopped = run(experiment, execution);
        EXPECT_FALSE(stopped.finished);
        EXPECT_TRUE(exists("stopped.h5.journal"));
        EXPECT_FALSE(exists("stopped.h5"));
        EXPECT_FALSE(exists("stopped.h5.part"));
        EXPECT_TRUE(run(experiment, into("stopped.h5", 1, 64)).finished);
        EXPECT_EQ(difference("reference.h5", "stopped.h5"), "") << "stopped after week " << stop.value;
        expect_only("stopped.h5");
        std::filesystem::remove(folder / "stopped.h5");
    }
}

TEST_F(IdenticalResults, WhenItIsStoppedAgainAndAgain) {
    for (const int week : {8, 12, 40}) {
        Execution execution = into("often.h5");
        execution.stop_after = Week{week};
        EXPECT_FALSE(run(experiment, execution).finished);
    }
    EXPECT_TRUE(run(experiment, into("often.h5")).finished);
    EXPECT_EQ(difference("reference.h5", "often.h5"), "");
}

// Asked at every clearing: a stop at each of them in turn, in burn-in or not, in the first scenario or the second.
TEST_F(IdenticalResults, WhereverItIsInterruptedAndNoRunThatHadFinishedIsDoneAgain) {
    for (const int clearings : {0, 1, 3, 14, 20, 30, 41, 44, 58, 70, 90}) {
        int asked = 0;
        Execution interrupted = into("interrupted.h5");
        interrupted.should_stop = [&] { return ++asked > clearings; };
        EXPECT_FALSE(run(experiment, interrupted).finished) << clearings;
        EXPECT_TRUE(exists("interrupted.h5.journal"));
        EXPECT_FALSE(exists("interrupted.h5"));

        // A replicate is asked 13 times in its burn-in, and of each scenario once at its start and 13 times on its way.
        constexpr int kAskedInAReplicate = 13 + 2 * (1 + 13);
        const ExperimentResult again = run(experiment, into("interrupted.h5"));
        EXPECT_TRUE(again.finished);
        EXPECT_GE(again.taken_up, static_cast<std::size_t>(2 * (clearings / kAskedInAReplicate))) << clearings;
        EXPECT_EQ(difference("reference.h5", "interrupted.h5"), "") << "interrupted at clearing " << clearings;
        expect_only("interrupted.h5");
        std::filesystem::remove(folder / "interrupted.h5");
    }
}

TEST_F(IdenticalResults, OverAFileThatIsThereAlready) {
    EXPECT_TRUE(run(experiment, into("again.h5")).finished);
    const ExperimentResult second = run(experiment, into("again.h5", 2));
    EXPECT_TRUE(second.finished);
    EXPECT_EQ(second.taken_up, 0u);
    EXPECT_EQ(difference("reference.h5", "again.h5"), "");
}

TEST_F(IdenticalResults, OfOneReplicateAloneInWhatBothFilesHold) {
    std::vector<std::string> sets = small_sets();
    sets.insert(sets.end(), {"run.first_replicate=3", "run.replicates=1"});
    Experiment alone = experiment;
    alone.scenarios = {house_scenario("example.toml", sets), house_scenario("example-lift.toml", sets)};
    EXPECT_TRUE(run(alone, into("alone.h5")).finished);
    EXPECT_NE(difference("reference.h5", "alone.h5"), "");
    EXPECT_EQ(difference("reference.h5", "alone.h5", {.common = true}), "");
}

TEST_F(IdenticalResults, OfTheBaseAloneInWhatBothFilesHold) {
    EXPECT_TRUE(run(of_one(experiment.scenarios[0]), into("base.h5")).finished);
    EXPECT_EQ(difference("reference.h5", "base.h5", {.common = true}), "");
}

TEST_F(IdenticalResults, ButNotOfAnotherSeed) {
    Experiment other = experiment;
    for (Scenario& scenario : other.scenarios) scenario.seed = 2;
    EXPECT_TRUE(run(other, into("other.h5")).finished);
    EXPECT_NE(difference("reference.h5", "other.h5"), "");
}

}  // namespace
}  // namespace bevlogen::testing
