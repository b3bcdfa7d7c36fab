// One file, whoever runs a sweep and however often it is stopped; what was done is not done again.
#include "sim/sweep/runner.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "sim/experiment/costs.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/sweep/merge.hpp"
#include "sim/sweep/point_scenarios.hpp"
#include "tests/unit/sweep/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SweepRunner : public SweepRuns {
  protected:
    // What an experiment gives of a point's scenario, which it reads on its own.
    static ExperimentResult alone(const SweepPlan& plan, std::size_t point, const std::string& scenario, std::vector<std::string> sets) {
        for (const std::string& setting : settings_of(plan, point)) sets.push_back(setting);
        const Scenario read = house_scenario(scenario, sets);
        Experiment experiment{"run", read.title, read.question, {read}, small_panel(false)};
        experiment.record.panel_persons = 0;
        Execution execution;
        execution.out = "alone-" + std::to_string(point) + ".h5";
        return run_experiment(model_of_plan(plan), experiment, execution);
    }
    static void expect_levels_of(const ExperimentResult& result, const SweepPlan& plan, const StoredSweep& stored, std::size_t point) {
        const SweepShape& shape = stored.shape();
        for (std::size_t r = 0; r < plan.replicates(); ++r) {
            const SweepRun run = stored.run(point, r);
            std::size_t at = 0;
            for (const std::size_t outcome : plan.outcomes) {
                for (std::size_t year = 1; year <= shape.years; ++year) {
                    for (std::size_t phase = 0; phase < shape.phases; ++phase, ++at) {
                        const double level = result.levels.by_replicate(0, outcome, phase, static_cast<int>(year))[r];
                        if (std::isnan(level)) {
                            EXPECT_TRUE(std::isnan(run.values[at]));
                        } else {
                            EXPECT_EQ(run.values[at], static_cast<float>(level)) << "point " << point << " replicate " << r;
                        }
                    }
                }
            }
            ASSERT_EQ(at, run.values.size());
        }
    }
    // Stops after so many questions, in whichever thread.
    static std::function<bool()> after(int questions) {
        return [left = std::make_shared<std::atomic<int>>(questions)] { return --*left < 0; };
    }
};

TEST_F(SweepRunner, WritesTheSameFileForAnyThreadsAndBlocks) {
    const SweepPlan plan = moods();
    run(plan, into("one.h5"));
    for (const unsigned threads : {2u, 7u}) {
        SweepExecution execution = into("several.h5", threads);
        execution.block_posts = 7 + threads;
        EXPECT_TRUE(run(plan, execution).is_finished);
        EXPECT_EQ(difference("one.h5", "several.h5"), "") << threads;
        std::filesystem::remove("several.h5");
    }
    run(moods("run.seed=2"), into("other.h5"));
    EXPECT_NE(difference("one.h5", "other.h5"), "");
}

// More threads than runs: the blocks of a run are shared out too.
TEST_F(SweepRunner, WritesTheSameFileWithMoreThreadsThanRuns) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"grid\"") + "[[axis]]\npath = \"example.mean\"\nvalues = [0.5]\n", small_sets());
    run(plan, into("one.h5"));
    SweepExecution execution = into("seven.h5", 7);
    execution.block_posts = 8;
    run(plan, execution);
    EXPECT_EQ(difference("one.h5", "seven.h5"), "");
}

TEST_F(SweepRunner, KeepsOfEachPointWhatAnExperimentOfItGives) {
    const SweepPlan plan = moods();
    run(plan, into("sweep.h5", 2));
    const StoredSweep stored("sweep.h5");
    for (std::size_t p = 0; p < plan.points(); ++p) expect_levels_of(alone(plan, p, "example.toml", small_sets()), plan, stored, p);
    EXPECT_THAT(stored.run(0, 0).persons, Each(60.0f));
    EXPECT_THAT(stored.run(0, 0).euros, IsEmpty());
    EXPECT_NE(stored.run(0, 0).values, stored.run(1, 0).values);
    EXPECT_NE(stored.run(0, 0).values, stored.run(0, 1).values);
}

// Points that differ in interventions alone are begun from one burn-in a replicate and worker; each is the run that it would be alone.
TEST_F(SweepRunner, SharesABurnInWithoutAnyoneSeeing) {
    const std::string lifts = "[[axis]]\npath = \"intervention.lift-everybody.lift.mood\"\nvalues = [0, 0.5, -1]\n";
    const std::string pinned = "[[axis]]\npath = \"example.mean\"\nvalues = [0.5]\n";
    const SweepPlan sharing = plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") + lifts, small_sets());
    const SweepPlan alone_each = plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") + lifts + pinned, small_sets());
    ASSERT_TRUE(PointScenarios::share_burn_in(sharing));
    ASSERT_FALSE(PointScenarios::share_burn_in(alone_each));
    run(sharing, into("sharing.h5"));
    run(alone_each, into("alone.h5", 2));
    const StoredSweep one("sharing.h5"), other("alone.h5");
    for (std::size_t p = 0; p < 3; ++p) {
        for (std::size_t r = 0; r < 2; ++r) EXPECT_EQ(one.run(p, r).values, other.run(p, r).values) << p << " " << r;
    }
    EXPECT_NE(one.run(0, 0).values, one.run(1, 0).values);
}

TEST_F(SweepRunner, PricesEachRunAsItsOwnScenarioSays) {
    const std::vector<std::string> sets = {"population.scale=0.005", "time.years=1", "time.burn_in=0",
                                           "intervention.less-administration.start.week=4"};
    const SweepPlan plan = plan_of(
        "scenario = \"less-administration.toml\"\nreplicates = 1\n[design]\nkind = \"list\"\n"
        "[[axis]]\npath = \"intervention.less-administration.costs.euro_per_person_year\"\nvalues = [500, 7500]\n"
        "[[axis]]\npath = \"intervention.less-administration.shift.administration\"\nvalues = [0, -1]\n",
        sets);
    run(plan, into("sweep.h5", 2));
    const StoredSweep stored("sweep.h5");
    ASSERT_GT(stored.shape().payers, 1u);
    std::vector<std::string> once = sets;
    once.push_back("run.replicates=1");
    for (std::size_t p = 0; p < 2; ++p) {
        std::vector<std::string> point_sets = once;
        for (const std::string& setting : settings_of(plan, p)) point_sets.push_back(setting);
        const ExperimentResult result = alone(plan, p, "less-administration.toml", once);
        const Scenario scenario = house_scenario("less-administration.toml", point_sets);
        const Costs costs(model_of_plan(plan), {&scenario, 1}, result.resources);
        const SweepRun run = stored.run(p, 0);
        ASSERT_EQ(run.euros.size(), costs.payers());
        double all = 0.0;
        for (std::size_t payer = 0; payer < costs.payers(); ++payer) {
            const double euros = costs.euros(0, {{}, payer, 1}, Discounting::none).front();
            EXPECT_EQ(run.euros[payer], static_cast<float>(euros)) << payer;
            all += std::abs(euros);
        }
        EXPECT_GT(all, 0.0);
        expect_levels_of(result, plan, stored, p);
    }
    EXPECT_NE(stored.run(0, 0).euros, stored.run(1, 0).euros);
}

TEST_F(SweepRunner, TellsWhatItDidAndLeavesOneFile) {
    const SweepPlan plan = moods();
    std::vector<std::size_t> told;
    SweepExecution execution = into("new/folder/sweep.h5", 3);
    execution.on_progress = [&](const SweepProgress& progress) {
        EXPECT_EQ(progress.runs, 10u);
        EXPECT_EQ(progress.before, 0u);
        told.push_back(progress.now);
    };
    const SweepEnd end = run(plan, execution);
    EXPECT_TRUE(end.is_finished);
    EXPECT_EQ(end.file, "new/folder/sweep.h5");
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 0, 10));
    EXPECT_THAT(end.failed, IsEmpty());
    EXPECT_THAT(told, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    EXPECT_THAT(names_in_folder(), ElementsAre("new"));
    EXPECT_TRUE(std::filesystem::exists("new/folder/sweep.h5"));
    EXPECT_FALSE(std::filesystem::exists("new/folder/sweep.h5.journal"));
}

TEST_F(SweepRunner, FindsACompleteFileAndRunsNothing) {
    const SweepPlan plan = moods();
    run(plan, into("sweep.h5"));
    const std::string before = content_of("sweep.h5");
    SweepExecution again = into("sweep.h5", 5);
    again.on_progress = [](const SweepProgress&) { ADD_FAILURE() << "something was run"; };
    const SweepEnd end = run(plan, again);
    EXPECT_TRUE(end.is_finished);
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 10, 0));
    EXPECT_EQ(end.file, "sweep.h5");
    EXPECT_EQ(content_of("sweep.h5"), before);
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5"));
}

TEST_F(SweepRunner, GoesOnFromThereWithMoreReplicates) {
    run(moods(), into("sweep.h5"));
    const SweepEnd end = run(moods("run.replicates=3"), into("sweep.h5", 2));
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(15, 10, 5));
    run(moods("run.replicates=3"), into("whole.h5"));
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

// Days of work must not go because somebody forgot a number.
TEST_F(SweepRunner, RefusesToLoseReplicatesThatAreThere) {
    run(moods("run.replicates=3"), into("sweep.h5", 2));
    const std::string before = content_of("sweep.h5");
    EXPECT_THROW(run(moods(), into("sweep.h5")), InputError);
    EXPECT_EQ(content_of("sweep.h5"), before);
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5"));
}

class StoppedSweep : public SweepRunner {};

// A run asks 27 times: before it begins and at each of 26 clearings. Stopped in a burn-in or later, with runs finished or none.
TEST_F(StoppedSweep, GoesOnToTheSameFileWhereverItIsStopped) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    for (const unsigned threads : {1u, 3u}) {
        for (const int questions : {0, 1, 9, 25, 60, 200}) {
            SweepExecution stopping = into("stopped.h5", threads);
            stopping.should_stop = after(questions);
            const SweepEnd stopped = run(plan, stopping);
            ASSERT_FALSE(stopped.is_finished) << questions;
            EXPECT_EQ(stopped.file, "");
            EXPECT_LT(stopped.now, 10u);
            EXPECT_FALSE(std::filesystem::exists("stopped.h5"));
            EXPECT_TRUE(std::filesystem::exists("stopped.h5.journal"));
            const SweepEnd end = run(plan, into("stopped.h5", 4 - threads));
            EXPECT_TRUE(end.is_finished);
            EXPECT_EQ(end.before, stopped.now);
            EXPECT_EQ(end.now, 10u - stopped.now);
            EXPECT_EQ(difference("whole.h5", "stopped.h5"), "") << questions << " questions on " << threads;
            std::filesystem::remove("stopped.h5");
        }
    }
}

// Twenty clearings a start are less than a run takes: without checkpoints it would never end.
TEST_F(StoppedSweep, ComesForwardThoughEveryStartIsShorterThanARun) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    std::size_t now = 0;
    int starts = 0;
    SweepEnd end;
    while (!end.is_finished && starts < 100) {
        SweepExecution stopping = into("stopped.h5");
        stopping.should_stop = after(20);
        end = run(plan, stopping);
        now += end.now;
        ++starts;
    }
    EXPECT_EQ(now, 10u);
    EXPECT_GT(starts, 10);
    EXPECT_LT(starts, 60);
    EXPECT_EQ(difference("whole.h5", "stopped.h5"), "");
}

TEST_F(StoppedSweep, IsNeitherTakenUpNorTouchedByAnotherPlan) {
    SweepExecution stopping = into("sweep.h5");
    stopping.should_stop = after(60);
    run(moods(), stopping);
    const std::string journal = content_of("sweep.h5.journal");
    for (const char* set : {"run.seed=2", "example.mean=0.4", "run.first_replicate=2"}) {
        EXPECT_THAT(report_of([&] { run(moods(set), into("sweep.h5")); }), HasSubstr("belongs to another sweep")) << set;
        EXPECT_EQ(content_of("sweep.h5.journal"), journal);
        EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5.journal"));
    }
    EXPECT_TRUE(run(moods(), into("sweep.h5")).is_finished);
    EXPECT_THAT(report_of([&] { run(moods("run.seed=2"), into("sweep.h5")); }), HasSubstr("belongs to another sweep"));
}

// A part of a shard's journal counts for the whole too: nothing is run twice.
TEST_F(StoppedSweep, OfAShareIsGoneOnWithByTheWhole) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    SweepExecution stopping = into("sweep.h5");
    stopping.share = {1, 2};
    stopping.should_stop = after(60);
    const SweepEnd stopped = run(plan, stopping);
    EXPECT_EQ(stopped.runs, 5u);
    ASSERT_EQ(stopped.now, 2u);
    const SweepEnd end = run(plan, into("sweep.h5"));
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 2, 8));
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

class SharesOfASweep : public SweepRunner {};

TEST_F(SharesOfASweep, MergedAreTheWhole) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    std::size_t runs = 0;
    for (const std::size_t k : {2u, 3u, 1u}) {
        SweepExecution execution = into("sweep.h5", static_cast<unsigned>(k));
        execution.share = {k, 3};
        const SweepEnd end = run(plan, execution);
        EXPECT_TRUE(end.is_finished);
        EXPECT_EQ(end.file, shard_of("sweep.h5", {k, 3}));
        EXPECT_EQ(end.runs, execution.share.of(10));
        EXPECT_EQ(end.now, end.runs);
        runs += end.runs;
    }
    EXPECT_EQ(runs, 10u);
    const MergeEnd merged = merge_sweep(places_of("sweep.h5"), "sweep.h5", shelf(), Gaps::are_refused, {});
    EXPECT_EQ(merged.runs, 10u);
    EXPECT_EQ(merged.missing, 0u);
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

TEST_F(SharesOfASweep, AreTakenIntoAWholeThatIsRunAfterwards) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    SweepExecution execution = into("sweep.h5");
    execution.share = {2, 3};
    run(plan, execution);
    const SweepEnd end = run(plan, into("sweep.h5", 2));
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 3, 7));
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

// All runs are there, and not in the file that is asked for: it is written anew.
TEST_F(SharesOfASweep, CloseTheGapsOfAFileThatWasMergedBefore) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    for (const std::size_t k : {1u, 2u}) {
        SweepExecution execution = into("sweep.h5");
        execution.share = {k, 2};
        run(plan, execution);
        if (k == 1) merge_sweep(places_of("sweep.h5"), "sweep.h5", shelf(), Gaps::are_allowed, {});
    }
    const SweepEnd end = run(plan, into("sweep.h5"));
    EXPECT_TRUE(end.is_finished);
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 10, 0));
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

TEST_F(SharesOfASweep, AddTheirReplicatesToAFileThatHasFewer) {
    run(moods(), into("sweep.h5"));
    run(moods("run.replicates=3"), into("whole.h5"));
    for (const std::size_t k : {1u, 2u}) {
        SweepExecution execution = into("sweep.h5");
        execution.share = {k, 2};
        run(moods("run.replicates=3"), execution);
    }
    EXPECT_TRUE(run(moods("run.replicates=3"), into("sweep.h5")).is_finished);
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

TEST_F(SharesOfASweep, OfMoreSharesThanRunsMayHoldNothing) {
    SweepExecution execution = into("sweep.h5");
    execution.share = {12, 12};
    const SweepEnd end = run(moods(), execution);
    EXPECT_TRUE(end.is_finished);
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(0, 0, 0));
}

class FailedPoints : public SweepRunner {};

TEST_F(FailedPoints, AreRecordedWithTheirMessageAndTheOthersGoOn) {
    for (const unsigned threads : {1u, 3u}) {
        const SweepEnd end = run(failing(), into("sweep.h5", threads));
        EXPECT_TRUE(end.is_finished);
        EXPECT_EQ(end.now, 8u);
        ASSERT_THAT(end.failed, SizeIs(2));
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(std::pair(end.failed[i].point, end.failed[i].replicate), std::pair(std::size_t{2}, i));
            EXPECT_THAT(end.failed[i].message, HasSubstr("lift-everybody"));
        }
        const StoredSweep stored("sweep.h5");
        EXPECT_EQ(stored.status(2, 1), SweepRunStatus::failed);
        EXPECT_EQ(stored.run(2, 1).failure, end.failed[1].message);
        for (const std::size_t p : {0u, 1u, 3u}) EXPECT_EQ(stored.status(p, 1), SweepRunStatus::done) << p;
        std::filesystem::remove("sweep.h5");
    }
}

TEST_F(FailedPoints, StayFailedUntilTheyAreRetried) {
    run(failing(), into("sweep.h5"));
    const SweepEnd again = run(failing(), into("sweep.h5"));
    EXPECT_THAT((std::vector{again.before, again.now, again.failed.size()}), ElementsAre(8, 0, 2));
    SweepExecution retrying = into("sweep.h5");
    retrying.failed_before = FailedBefore::are_retried;
    const SweepEnd retried = run(failing(), retrying);
    EXPECT_THAT((std::vector{retried.before, retried.now, retried.failed.size()}), ElementsAre(6, 2, 2));
}

class PeersOfASweep : public SweepRunner {
  protected:
    struct End {
        SweepEnd sweep;
        int served = 0;
    };
    // Each in a thread of its own, which stands for a process.
    std::vector<End> run_together(const SweepPlan& plan, std::vector<SweepExecution> executions) {
        Meeting meeting(executions.size());
        std::vector<End> ends(executions.size());
        std::vector<std::thread> processes;
        for (std::size_t rank = 0; rank < executions.size(); ++rank) {
            processes.emplace_back([&, rank] {
                PretendedPeers peers(meeting, rank);
                ends[rank].sweep = run_sweep(plan, shelf(), executions[rank], peers);
                ends[rank].served = peers.served;
            });
        }
        for (std::thread& process : processes) process.join();
        return ends;
    }
};

TEST_F(PeersOfASweep, WriteTheFileOfOneAlone) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    const std::vector<End> ends = run_together(plan, {into("shared.h5", 2), into("shared.h5"), into("shared.h5")});
    EXPECT_EQ(difference("whole.h5", "shared.h5"), "");
    EXPECT_THAT(names_in_folder(), ElementsAre("shared.h5", "whole.h5"));
    EXPECT_EQ(ends[0].sweep.now + ends[1].sweep.now + ends[2].sweep.now, 10u);
    EXPECT_EQ(ends[0].sweep.file, "shared.h5");
    EXPECT_EQ(ends[1].sweep.file, "");
    for (const End& end : ends) EXPECT_TRUE(end.sweep.is_finished);
    EXPECT_EQ(ends[1].served, 0);  // the first alone is asked
}

// One is told to stop: all end, and whoever comes next goes on from what all of them did.
TEST_F(PeersOfASweep, LeaveJournalsThatAnyoneGoesOnFrom) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    std::vector<SweepExecution> executions = {into("shared.h5"), into("shared.h5", 2)};
    const std::function<bool()> stop = after(100);
    for (SweepExecution& execution : executions) execution.should_stop = stop;
    const std::vector<End> ends = run_together(plan, executions);
    const std::size_t now = ends[0].sweep.now + ends[1].sweep.now;
    for (const End& end : ends) EXPECT_FALSE(end.sweep.is_finished);
    EXPECT_LT(now, 10u);
    EXPECT_THAT(names_in_folder(), ElementsAre("shared.worker-1-of-2.h5.journal", "shared.worker-2-of-2.h5.journal", "whole.h5"));
    const SweepEnd end = run(plan, into("shared.h5"));
    EXPECT_THAT((std::vector{end.before, end.now}), ElementsAre(now, 10 - now));
    EXPECT_EQ(difference("whole.h5", "shared.h5"), "");
    EXPECT_THAT(names_in_folder(), ElementsAre("shared.h5", "whole.h5"));
}

// Another process had this run in hand before, and its state is older than what later starts came to.
TEST_F(PeersOfASweep, LeaveStatesThatDoNotKeepOthersFromComingForward) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    std::vector<SweepExecution> executions = {into("shared.h5"), into("shared.h5")};
    for (SweepExecution& execution : executions) execution.should_stop = after(5);
    for (const End& end : run_together(plan, executions)) EXPECT_EQ(end.sweep.now, 0u);
    SweepEnd end;
    for (int starts = 0; starts < 100 && !end.is_finished; ++starts) {
        SweepExecution stopping = into("shared.h5");
        stopping.should_stop = after(12);
        end = run(plan, stopping);
    }
    ASSERT_TRUE(end.is_finished);
    EXPECT_EQ(difference("whole.h5", "shared.h5"), "");
}

// The other is stopped before it begins: the first does all of it, and lets the other ask at every clearing.
TEST_F(PeersOfASweep, AreServedByTheFirstWhileItRuns) {
    std::vector<SweepExecution> executions = {into("shared.h5"), into("shared.h5")};
    executions[1].should_stop = [] { return true; };
    const std::vector<End> ends = run_together(moods(), executions);
    EXPECT_EQ(ends[0].sweep.now, 10u);
    EXPECT_EQ(ends[1].sweep.now, 0u);
    EXPECT_GE(ends[0].served, 10 * 26);
    EXPECT_EQ(ends[1].served, 0);
    const SweepEnd end = run(moods(), into("shared.h5"));
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 10, 0));
    EXPECT_THAT(names_in_folder(), ElementsAre("shared.h5"));
}

class UnrunnableSweep : public SweepRunner {};

TEST_F(UnrunnableSweep, IsRefusedBeforeAnythingIsWritten) {
    EXPECT_THAT(report_of([&] { run(moods("time.years=0"), into("sweep.h5")); }), HasSubstr("time.years must be at least 1"));
    const SweepPlan nobody = plan_of(head_of_plan("kind = \"grid\"", "less-administration.toml") +
                                         "[[axis]]\npath = \"intervention.less-administration.shift.administration\"\nvalues = [0]\n",
                                     {"population.scale=0.005", "time.years=2", "intervention.less-administration.scope.arm=7"});
    EXPECT_THROW(run(nobody, into("sweep.h5")), InputError);
    EXPECT_THAT(names_in_folder(), IsEmpty());
}

}  // namespace
}  // namespace bevlogen::testing
