// Threads are shared out between replicates and blocks, never more than there are.
#include "sim/experiment/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace bevlogen {
namespace {

TEST(WorkerSplit, GivesEachJobOneThreadWhereJobsAreMany) {
    for (const std::size_t jobs : {4u, 5u, 100u}) {
        EXPECT_EQ(WorkerSplit::of(4, jobs).outer, 4u);
        EXPECT_EQ(WorkerSplit::of(4, jobs).inner, 1u);
    }
}

TEST(WorkerSplit, SharesThreadsOutWhereJobsAreFew) {
    EXPECT_EQ(WorkerSplit::of(8, 1).outer, 1u);
    EXPECT_EQ(WorkerSplit::of(8, 1).inner, 8u);
    EXPECT_EQ(WorkerSplit::of(8, 3).outer, 3u);
    EXPECT_EQ(WorkerSplit::of(8, 3).inner, 2u);
}

TEST(WorkerSplit, NeverUsesMoreThreadsThanThereAreNorFewerThanOne) {
    for (unsigned threads = 0; threads < 40; ++threads) {
        for (std::size_t jobs = 0; jobs < 40; ++jobs) {
            const WorkerSplit split = WorkerSplit::of(threads, jobs);
            EXPECT_GE(split.outer, 1u);
            EXPECT_GE(split.inner, 1u);
            EXPECT_LE(split.outer * split.inner, std::max(1u, threads)) << threads << " threads, " << jobs << " jobs";
        }
    }
}

TEST(RunJobs, CallsEachJobOnceWithItsShareOfThreads) {
    std::vector<std::atomic<int>> calls(3);
    std::atomic<bool> shares_are_right{true};
    run_jobs(8, calls.size(), [&](std::size_t job, Parallel& parallel) {
        ++calls[job];
        if (parallel.threads() != 2) shares_are_right = false;
        std::atomic<int> inner{0};
        parallel.for_each(20, [&](std::size_t, unsigned) { ++inner; });
        if (inner != 20) shares_are_right = false;
    });
    for (const auto& count : calls) EXPECT_EQ(count, 1);
    EXPECT_TRUE(shares_are_right);
}

TEST(RunJobs, ThrowsTheExceptionOfTheFirstJobThatFailed) {
    try {
        run_jobs(3, 20, [](std::size_t job, Parallel&) {
            if (job >= 5) throw std::runtime_error(std::to_string(job));
        });
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "5");
    }
}

TEST(SharedProgress, AddsUpToOne) {
    std::vector<double> told;
    SharedProgress progress(4.0, [&](double share) { told.push_back(share); });
    for (int i = 0; i < 4; ++i) progress.add(1.0);
    EXPECT_EQ(told, (std::vector<double>{0.25, 0.5, 0.75, 1.0}));
}

TEST(SharedProgress, OfNoWorkIsDoneAndNeedsNoListener) {
    double told = -1.0;
    SharedProgress(0.0, [&](double share) { told = share; }).add(0.0);
    EXPECT_EQ(told, 1.0);
    EXPECT_NO_THROW(SharedProgress(1.0, {}).add(1.0));
}

}  // namespace
}  // namespace bevlogen
