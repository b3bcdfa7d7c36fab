// However often a sweep is stopped, and by however many processes it is shared: one file, and nothing done is done again.
#include "sim/sweep/runner.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class StoppedSweep : public SweepRuns {};

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

class PeersOfASweep : public SweepRuns {
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

}  // namespace
}  // namespace bevlogen::testing
