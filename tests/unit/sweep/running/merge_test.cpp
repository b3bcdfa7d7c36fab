// One file of whatever lies there, or a sentence on what is missing or does not belong.
#include "sim/sweep/merge.hpp"

#include <gmock/gmock.h>

#include <atomic>

#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class MergeTest : public SweepRuns {
  protected:
    static SweepEnd run_share(const SweepPlan& plan, Share share, const std::string& out = "sweep.h5") {
        SweepExecution execution = into(out);
        execution.share = share;
        return run(plan, execution);
    }
    // The journal of a share that was stopped after one run and some of the next.
    static void leave_journal(const SweepPlan& plan, Share share) {
        SweepExecution execution = into("sweep.h5");
        execution.share = share;
        execution.should_stop = [left = std::make_shared<std::atomic<int>>(35)] { return --*left < 0; };
        ASSERT_EQ(run(plan, execution).now, 1u);
    }
    static MergeEnd merge(Gaps gaps = Gaps::are_refused, const std::string& out = "merged.h5") {
        return merge_sweep(places_of("sweep.h5"), out, shelf(), gaps, {});
    }
};

TEST_F(MergeTest, IsRefusedWhileRunsAreMissingWhichItNames) {
    run_share(moods(), {2, 2});
    const std::string said = report_of([] { merge(); });
    EXPECT_THAT(said, HasSubstr("merged.h5: error: would lack 5 of 10 runs (point 1 replicate 1, point 3 replicate 1, point 5 replicate 1, "
                                "point 2 replicate 2, point 4 replicate 2)"));
    EXPECT_THAT(said, HasSubstr("--allow-gaps"));
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.shard-2-of-2.h5"));
}

TEST_F(MergeTest, NamesTheFirstOfManyMissingRuns) {
    run_share(moods("run.replicates=3"), {10, 10});
    EXPECT_THAT(report_of([] { merge(); }), AllOf(HasSubstr("would lack 14 of 15 runs"), HasSubstr("point 3 replicate 2, ...)")));
}

TEST_F(MergeTest, LeavesGapsWhereTheyAreAllowed) {
    run_share(moods(), {2, 2});
    const MergeEnd end = merge(Gaps::are_allowed);
    EXPECT_EQ(std::pair(end.runs, end.missing), std::pair(std::size_t{10}, std::size_t{5}));
    const StoredSweep merged("merged.h5"), shard("sweep.shard-2-of-2.h5");
    EXPECT_EQ(merged.status(0, 0), SweepRunStatus::missing);
    EXPECT_EQ(merged.run(1, 0).values, shard.run(1, 0).values);
}

TEST_F(MergeTest, TakesShardsAndJournalsTogether) {
    const SweepPlan plan = moods();
    run(plan, into("whole.h5"));
    run_share(plan, {1, 2});
    leave_journal(plan, {2, 2});
    EXPECT_EQ(merge(Gaps::are_allowed, "gaps.h5").missing, 4u);
    EXPECT_THAT(names_in_folder(), ElementsAre("gaps.h5", "sweep.shard-1-of-2.h5", "sweep.shard-2-of-2.h5.journal", "whole.h5"));
    run_share(plan, {2, 2});
    EXPECT_EQ(merge().missing, 0u);
    EXPECT_EQ(difference("whole.h5", "merged.h5"), "");
}

TEST_F(MergeTest, OfJournalsAloneReadsThePlanInThem) {
    leave_journal(moods(), {1, 1});
    const MergeEnd end = merge(Gaps::are_allowed);
    EXPECT_EQ(std::pair(end.runs, end.missing), std::pair(std::size_t{10}, std::size_t{9}));
}

// A shard was run again with more replicates: what the others lack of them is missing.
TEST_F(MergeTest, OfDifferentReplicatesHasTheMost) {
    run_share(moods(), {1, 2});
    run_share(moods("run.replicates=3"), {2, 2});
    EXPECT_THAT(report_of([] { merge(); }), HasSubstr("would lack 3 of 15 runs (point 1 replicate 3"));
    EXPECT_EQ(plan_of_places(places_of("sweep.h5"), shelf()).replicates(), 3u);
    run_share(moods("run.replicates=3"), {1, 2});
    merge();
    run(moods("run.replicates=3"), into("whole.h5"));
    EXPECT_EQ(difference("whole.h5", "merged.h5"), "");
}

// Begun under two replicates and gone on with under three: the first start of the journal knows of two only.
TEST_F(MergeTest, OfAJournalTakesThePlanOfItsLastStart) {
    leave_journal(moods(), {});
    SweepExecution execution = into("sweep.h5");
    execution.should_stop = [left = std::make_shared<std::atomic<int>>(35)] { return --*left < 0; };
    run(moods("run.replicates=3"), execution);
    EXPECT_EQ(plan_of_places(places_of("sweep.h5"), shelf()).replicates(), 3u);
    EXPECT_EQ(merge(Gaps::are_allowed).runs, 15u);
}

TEST_F(MergeTest, ListsWhatFailed) {
    for (const std::size_t k : {1u, 2u}) run_share(failing(), {k, 2});
    const MergeEnd end = merge();
    ASSERT_THAT(end.failed, SizeIs(2));
    EXPECT_EQ(std::pair(end.failed[1].point, end.failed[1].replicate), std::pair(std::size_t{2}, std::size_t{1}));
    EXPECT_THAT(end.failed[1].message, HasSubstr("lift-everybody"));
    run(failing(), into("whole.h5"));
    EXPECT_EQ(difference("whole.h5", "merged.h5"), "");
}

// The plan is the same to the letter, and the scenario is not.
TEST_F(MergeTest, RefusesShardsOfDifferentSweeps) {
    run_share(moods(), {1, 2});
    run_share(moods("run.seed=2"), {2, 2}, "other.h5");
    std::filesystem::rename("other.shard-2-of-2.h5", "sweep.shard-2-of-2.h5");
    EXPECT_THAT(report_of([] { merge(); }), HasSubstr("belongs to another sweep"));
    EXPECT_FALSE(std::filesystem::exists("merged.h5"));
}

TEST_F(MergeTest, RefusesWhatHoldsNoSweep) {
    EXPECT_THAT(report_of([] { merge(); }), HasSubstr("holds nothing of a sweep yet"));
    write_content("sweep.h5.journal", "a text that is no journal but is as long as the header of one, or longer");
    EXPECT_THAT(report_of([] { merge(); }), HasSubstr("sweep.h5.journal: error: is not a journal, in spite of its name"));
    write_content("sweep.h5.journal", "");
    EXPECT_THAT(report_of([] { merge(); }), HasSubstr("holds nothing of a sweep yet"));
    EXPECT_THAT(report_of([] { plan_of_place(places_of("sweep.h5").at(0), shelf()); }), HasSubstr("it was broken off as it began"));
}

TEST_F(MergeTest, ReadsThePlanOfAPlace) {
    const SweepPlan plan = moods("example.spread=0.7");
    run_share(plan, {2, 3});
    const SweepPlan found = plan_of_place(places_of("sweep.h5").at(0), shelf());
    EXPECT_EQ(found.values, plan.values);
    EXPECT_EQ(sweep_identity(found, model_of_plan(plan)), sweep_identity(plan, model_of_plan(plan)));
}

}  // namespace
}  // namespace bevlogen::testing
