// Shares of a sweep, in any order and together with what is there: merged they are the whole.
#include "sim/sweep/merge.hpp"

#include <gmock/gmock.h>

#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;

class SharesOfASweep : public SweepRuns {};

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

}  // namespace
}  // namespace bevlogen::testing
