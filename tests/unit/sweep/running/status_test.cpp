// How far a sweep is, from files that are written here by hand.
#include "sim/sweep/status.hpp"

#include <gmock/gmock.h>

#include "sim/record/journal.hpp"
#include "sim/sweep/journal_start.hpp"
#include "sim/sweep/sources.hpp"
#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class SweepStatusTest : public SweepRuns {
  protected:
    JournalEntry start(double began, Share share = {}, const std::string& host = "here") const {
        return start_entry({resolved_plan_text(plan, model_of_plan(plan)), plan.base.resolved, plan.base.name, share, share.of(10),
                            share.of(10), began, 2, host});
    }
    static JournalEntry ended(JournalEntryKind kind, std::uint32_t point, std::uint32_t replicate, double at) {
        SweepRun run;
        if (kind == JournalEntryKind::failed_run) run.failure = "why";
        return {kind, point, replicate, JournalRun{at, 1.0, run}.to_bytes()};
    }
    static JournalEntry done(std::uint32_t point, std::uint32_t replicate, double at) {
        return ended(JournalEntryKind::finished_run, point, replicate, at);
    }
    static JournalEntry failed(std::uint32_t point, std::uint32_t replicate, double at) {
        return ended(JournalEntryKind::failed_run, point, replicate, at);
    }
    // Open, as if its worker were running, while what is returned lives.
    std::unique_ptr<Journal> journal(const std::string& name, const std::vector<JournalEntry>& entries) const {
        auto written = std::make_unique<Journal>(name, sweep_identity(plan, model_of_plan(plan)));
        for (const JournalEntry& entry : entries) written->append(entry);
        return written;
    }
    static SweepStatus status() { return status_of_sweep("sweep.h5", shelf()); }

    SweepPlan plan = moods();  // ten runs
};

TEST_F(SweepStatusTest, CountsTheRunsOfWorkersThatRun) {
    const auto one = journal("sweep.shard-1-of-2.h5.journal", {start(100.0, {1, 2}, "a"), done(0, 0, 130.0), done(2, 0, 160.0)});
    const auto two = journal("sweep.shard-2-of-2.h5.journal", {start(110.0, {2, 2}, "b"), done(1, 0, 140.0), failed(3, 0, 170.0)});
    const SweepStatus found = status();
    EXPECT_EQ(found.title, "plan");
    EXPECT_EQ(found.points, 5u);
    EXPECT_EQ(found.replicates, 2u);
    EXPECT_EQ(found.runs, 10u);
    EXPECT_EQ(found.done, 3u);
    EXPECT_EQ(found.failed, 1u);
    EXPECT_EQ(found.left(), 6u);
    EXPECT_FALSE(found.is_merged);
    ASSERT_THAT(found.workers, SizeIs(2));
    const WorkerStatus& worker = found.workers[1];
    EXPECT_EQ(worker.state, WorkerState::running);
    EXPECT_EQ(worker.runs, 5u);
    EXPECT_EQ(worker.done, 1u);
    EXPECT_EQ(worker.failed, 1u);
    EXPECT_EQ(worker.host, "b");
    EXPECT_EQ(worker.last_ended, 170.0);
    EXPECT_EQ(worker.runs_a_minute, 2.0);  // two runs in a minute
    EXPECT_EQ(found.runs_a_minute, 2.0 + 2.0);
    EXPECT_EQ(found.seconds_left, 6.0 / 4.0 * 60.0);
}

TEST_F(SweepStatusTest, ExpectsNoEndOfWhatDoesNotRun) {
    journal("sweep.h5.journal", {start(100.0), done(0, 0, 130.0)});
    const SweepStatus found = status();
    EXPECT_EQ(found.workers.at(0).state, WorkerState::stopped);
    EXPECT_EQ(found.workers.at(0).runs_a_minute, 2.0);
    EXPECT_FALSE(found.runs_a_minute);
    EXPECT_FALSE(found.seconds_left);
}

// The hours between two starts are no time that runs took.
TEST_F(SweepStatusTest, ReckonsSpeedSinceTheLastStart) {
    const auto open =
        journal("sweep.h5.journal", {start(100.0), done(0, 0, 200.0), done(1, 0, 300.0), start(9000.0, {}, "there"), done(2, 0, 9015.0)});
    const SweepStatus found = status();
    EXPECT_EQ(found.runs_a_minute, 4.0);
    EXPECT_EQ(found.workers.at(0).done, 3u);
    EXPECT_EQ(found.workers.at(0).host, "there");
}

TEST_F(SweepStatusTest, KnowsNoSpeedBeforeTheFirstRunHasEnded) {
    const auto open = journal("sweep.h5.journal", {start(100.0), done(0, 0, 200.0), start(9000.0)});
    const SweepStatus found = status();
    EXPECT_FALSE(found.runs_a_minute);
    EXPECT_FALSE(found.seconds_left);
    EXPECT_EQ(found.done, 1u);
}

TEST_F(SweepStatusTest, CountsARunOnceWhateverBecameOfItBefore) {
    journal("sweep.h5.journal", {start(100.0),
                                 failed(0, 0, 110.0),
                                 done(0, 0, 120.0),
                                 failed(1, 0, 130.0),
                                 failed(1, 0, 140.0),
                                 {JournalEntryKind::checkpoint, 2, 0, {}},
                                 {JournalEntryKind::checkpoint, 2, 0, {}},
                                 {JournalEntryKind::checkpoint, 0, 0, {}}});
    journal("sweep.worker-1-of-2.h5.journal", {start(100.0), done(0, 0, 120.0)});
    const SweepStatus found = status();
    EXPECT_EQ(found.done, 1u);
    EXPECT_EQ(found.failed, 1u);
    EXPECT_EQ(found.workers.at(0).done, 1u);
    EXPECT_EQ(found.workers.at(0).failed, 1u);
    EXPECT_EQ(found.workers.at(0).checkpoints, 1u);
}

TEST_F(SweepStatusTest, TellsWhatIsCompleteAndMerged) {
    SweepExecution execution = into("sweep.h5");
    execution.share = {1, 2};
    execution.provenance = {{"host", "node7"}};
    run(plan, execution);
    SweepStatus found = status();
    EXPECT_EQ(found.workers.at(0).state, WorkerState::complete);
    EXPECT_EQ(found.workers.at(0).runs, 5u);
    EXPECT_EQ(found.workers.at(0).host, "node7");
    EXPECT_EQ(found.left(), 5u);
    EXPECT_FALSE(found.is_merged);
    run(plan, into("sweep.h5"));
    found = status();
    EXPECT_TRUE(found.is_merged);
    EXPECT_EQ(found.done, 10u);
    EXPECT_EQ(found.left(), 0u);
    journal("sweep.h5.journal", {start(100.0)});  // somebody has begun with more
    EXPECT_EQ(status().done, 10u);
}

TEST_F(SweepStatusTest, ChangesNothing) {
    journal("sweep.h5.journal", {start(100.0), done(0, 0, 130.0)});
    const std::string torn = content_of("sweep.h5.journal") + "torn";
    write_content("sweep.h5.journal", torn);
    EXPECT_EQ(status().done, 1u);
    EXPECT_EQ(content_of("sweep.h5.journal"), torn);
}

TEST_F(SweepStatusTest, IsRefusedWhereThereIsNothing) {
    EXPECT_THAT(report_of([] { status(); }), HasSubstr("sweep.h5: error: there is nothing of this sweep"));
}

TEST_F(SweepStatusTest, IsRefusedWhereTheFilesAreOfDifferentSweeps) {
    journal("sweep.shard-1-of-2.h5.journal", {start(100.0)});
    plan = moods("run.seed=9");
    journal("sweep.shard-2-of-2.h5.journal", {start(100.0)});
    EXPECT_THAT(report_of([] { status(); }), HasSubstr("belongs to another sweep"));
}

TEST(JournalStart, IsReadBackFromItsBytes) {
    const JournalStartWords words{"plan", "scenario\n", "name", {3, 64}, 5, 7, 1e9 + 0.5, 12, "node"};
    const JournalEntry entry = start_entry(words);
    EXPECT_EQ(entry.kind, JournalEntryKind::start);
    const JournalStartWords again = start_words(entry.payload);
    EXPECT_EQ(again.resolved_plan, words.resolved_plan);
    EXPECT_EQ(again.resolved_scenario, words.resolved_scenario);
    EXPECT_EQ(again.scenario, words.scenario);
    EXPECT_EQ(std::pair(again.share.k, again.share.n), std::pair(std::size_t{3}, std::size_t{64}));
    EXPECT_EQ(std::pair(again.remaining, again.runs), std::pair(std::size_t{5}, std::size_t{7}));
    EXPECT_EQ(again.began, words.began);
    EXPECT_EQ(again.threads, 12u);
    EXPECT_EQ(again.host, "node");
    EXPECT_THROW(start_words(std::span(entry.payload).first(entry.payload.size() - 1)), std::runtime_error);
}

}  // namespace
}  // namespace bevlogen::testing
