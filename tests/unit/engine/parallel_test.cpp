// Work in parallel: each index once, a slot never twice at one time, the exception of the lowest index.
#include "sim/engine/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace bevlogen::testing {
namespace {

class ParallelOn : public ::testing::TestWithParam<unsigned> {
  protected:
    Parallel parallel{GetParam()};
};

// Counts how many calls have a slot at one time.
class SlotWatch {
  public:
    explicit SlotWatch(unsigned slots) : inside_(std::make_unique<std::atomic<int>[]>(slots)), slots_(slots) {}
    void enter(unsigned slot) {
        if (slot >= slots_) {
            outside_ = true;
        } else if (inside_[slot].fetch_add(1) != 0) {
            shared_ = true;
        }
    }
    void leave(unsigned slot) {
        if (slot < slots_) inside_[slot].fetch_sub(1);
    }
    bool saw_a_slot_outside() const { return outside_; }
    bool saw_a_shared_slot() const { return shared_; }

  private:
    std::unique_ptr<std::atomic<int>[]> inside_;
    unsigned slots_;
    std::atomic<bool> outside_{false};
    std::atomic<bool> shared_{false};
};

void linger() { std::this_thread::sleep_for(std::chrono::microseconds(20)); }

TEST_P(ParallelOn, EachIndexIsCalledOnce) {
    for (const std::size_t count : {0u, 1u, 2u, 7u, 1000u}) {
        std::vector<std::atomic<int>> calls(count);
        parallel.for_each(count, [&](std::size_t index, unsigned) { ++calls.at(index); });
        for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(calls[i], 1) << i << " of " << count;
    }
}

TEST_P(ParallelOn, SlotsAreBelowThreadsAndNeverSharedAtOneTime) {
    EXPECT_EQ(parallel.threads(), GetParam());
    SlotWatch watch(parallel.threads());
    for (int repeat = 0; repeat < 5; ++repeat) {
        parallel.for_each(400, [&](std::size_t, unsigned slot) {
            watch.enter(slot);
            linger();
            watch.leave(slot);
        });
    }
    EXPECT_FALSE(watch.saw_a_slot_outside());
    EXPECT_FALSE(watch.saw_a_shared_slot());
}

TEST_P(ParallelOn, TheExceptionOfTheLowestIndexIsThrownAgain) {
    for (int repeat = 0; repeat < 20; ++repeat) {
        try {
            parallel.for_each(300, [](std::size_t index, unsigned) {
                if (index % 50 == 37) throw std::runtime_error("index " + std::to_string(index));
            });
            FAIL() << "no exception came through";
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "index 37");
        }
    }
}

TEST_P(ParallelOn, WorkAfterAnExceptionIsStillDoneAndNothingIsLeftOver) {
    std::atomic<int> calls{0};
    EXPECT_THROW(parallel.for_each(100,
                                   [&](std::size_t index, unsigned) {
                                       ++calls;
                                       if (index == 0) throw 1;
                                   }),
                 int);
    EXPECT_EQ(calls, 100);
    parallel.for_each(10, [&](std::size_t, unsigned) { ++calls; });
    EXPECT_EQ(calls, 110);
}

TEST_P(ParallelOn, EachOuterPieceMayRunItsOwnInnerWork) {
    constexpr std::size_t kOuter = 9;
    constexpr std::size_t kInner = 50;
    std::vector<std::atomic<int>> calls(kOuter * kInner);
    SlotWatch outer_watch(parallel.threads());
    std::atomic<bool> inner_slots_are_good{true};
    parallel.for_each(kOuter, [&](std::size_t o, unsigned outer_slot) {
        outer_watch.enter(outer_slot);
        Parallel inner(3);
        SlotWatch inner_watch(inner.threads());
        inner.for_each(kInner, [&](std::size_t i, unsigned slot) {
            inner_watch.enter(slot);
            ++calls[o * kInner + i];
            linger();
            inner_watch.leave(slot);
        });
        if (inner_watch.saw_a_shared_slot() || inner_watch.saw_a_slot_outside()) inner_slots_are_good = false;
        outer_watch.leave(outer_slot);
    });
    for (const auto& count : calls) EXPECT_EQ(count, 1);
    EXPECT_TRUE(inner_slots_are_good);
    EXPECT_FALSE(outer_watch.saw_a_shared_slot());
    EXPECT_FALSE(outer_watch.saw_a_slot_outside());
}

TEST_P(ParallelOn, AnExceptionInInnerWorkPassesThroughTheOuter) {
    EXPECT_THROW(parallel.for_each(4,
                                   [](std::size_t o, unsigned) {
                                       Parallel inner(2);
                                       inner.for_each(4, [&](std::size_t i, unsigned) {
                                           if (o == 2 && i == 3) throw std::out_of_range("inside");
                                       });
                                   }),
                 std::out_of_range);
}

INSTANTIATE_TEST_SUITE_P(Threads, ParallelOn, ::testing::Values(1u, 2u, 3u, 7u), ::testing::PrintToStringParamName());

TEST(Parallel, NoThreadsMeansOne) { EXPECT_EQ(Parallel(0).threads(), 1u); }

TEST(Parallel, OneThreadWorksInTheOrderOfIndices) {
    Parallel one(1);
    std::vector<std::size_t> order;
    one.for_each(5, [&](std::size_t index, unsigned slot) {
        EXPECT_EQ(slot, 0u);
        order.push_back(index);
    });
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(Parallel, ThisMachineHasAThread) { EXPECT_GE(available_threads(), 1u); }

}  // namespace
}  // namespace bevlogen::testing
