// The writer's thread: everything is written in order, and a failure is told to those who wait for it.
#include "sim/record/writer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace bevlogen::testing {
namespace {

FinishedRun run_of(std::size_t replicate) { return {0, replicate, {}}; }

TEST(RecordWriter, WritesEveryRunInTheOrderOfPut) {
    std::vector<std::size_t> written;
    RecordWriter writer([&](FinishedRun&& run) { written.push_back(run.replicate); }, 2);
    for (std::size_t i = 0; i < 100; ++i) writer.put(run_of(i));
    writer.close();
    ASSERT_EQ(written.size(), 100u);
    for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(written[i], i);
}

TEST(RecordWriter, TakesRunsFromSeveralThreads) {
    std::size_t written = 0;
    RecordWriter writer([&](FinishedRun&&) { ++written; }, 1);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < 50; ++i) writer.put(run_of(i));
        });
    }
    for (std::thread& thread : threads) thread.join();
    writer.close();
    EXPECT_EQ(written, 200u);
}

TEST(RecordWriter, HoldsNoMoreRunsThanItsCapacity) {
    std::atomic<int> put = 0;
    std::atomic<int> written = 0;
    std::atomic<int> most = 0;
    RecordWriter writer(
        [&](FinishedRun&&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            most = std::max(most.load(), put.load() - written.load());
            ++written;
        },
        3);
    for (std::size_t i = 0; i < 30; ++i) {
        writer.put(run_of(i));
        ++put;
    }
    writer.close();
    EXPECT_LE(most, 4);  // in the queue, and in hand
}

TEST(RecordWriter, PutThrowsWhatWriteThrew) {
    RecordWriter writer(
        [](FinishedRun&& run) {
            if (run.replicate == 2) throw std::runtime_error("disk full");
        },
        1);
    EXPECT_THROW(
        {
            for (std::size_t i = 0; i < 100; ++i) writer.put(run_of(i));
        },
        std::runtime_error);
    EXPECT_THROW(writer.close(), std::runtime_error);
}

TEST(RecordWriter, CloseThrowsWhatWriteThrewForTheLastRun) {
    RecordWriter writer([](FinishedRun&&) { throw std::runtime_error("disk full"); });
    writer.put(run_of(0));
    EXPECT_THROW(writer.close(), std::runtime_error);
}

TEST(RecordWriter, WritesWhatIsQueuedEvenIfNobodyCloses) {
    std::size_t written = 0;
    {
        RecordWriter writer([&](FinishedRun&&) { ++written; }, 50);
        for (std::size_t i = 0; i < 40; ++i) writer.put(run_of(i));
    }
    EXPECT_EQ(written, 40u);
}

}  // namespace
}  // namespace bevlogen::testing
