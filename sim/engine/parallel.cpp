// Two carriers behind one interface: TBB, and std::thread for builds with ThreadSanitizer.
#include "sim/engine/parallel.hpp"

#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

#ifndef BEVLOGEN_STD_THREADS
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace bevlogen {
namespace {

// Keeps the exception of the lowest index.
class FirstFailure {
  public:
    void note(std::size_t index, std::exception_ptr failure) {
        const std::lock_guard lock(mutex_);
        if (index < index_) {
            index_ = index;
            failure_ = std::move(failure);
        }
    }
    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    std::mutex mutex_;
    std::size_t index_ = std::numeric_limits<std::size_t>::max();
    std::exception_ptr failure_;
};

}  // namespace

#ifdef BEVLOGEN_STD_THREADS

struct Parallel::Arena {};
struct ThreadLimit::Control {};

ThreadLimit::ThreadLimit(unsigned) {}

unsigned available_threads() { return std::max(1u, std::thread::hardware_concurrency()); }

Parallel::Parallel(unsigned threads) : threads_(threads < 1 ? 1 : threads) {}

void Parallel::for_each(std::size_t count, const std::function<void(std::size_t, unsigned)>& body) {
    FirstFailure failure;
    std::atomic<std::size_t> next{0};
    const auto work = [&](unsigned slot) {
        for (std::size_t index = next.fetch_add(1); index < count; index = next.fetch_add(1)) {
            try {
                body(index, slot);
            } catch (...) {
                failure.note(index, std::current_exception());
            }
        }
    };
    std::vector<std::thread> others;
    for (unsigned slot = 1; slot < threads_ && slot < count; ++slot) others.emplace_back(work, slot);
    work(0);
    for (std::thread& other : others) other.join();
    failure.rethrow();
}

#else

struct ThreadLimit::Control {
    explicit Control(unsigned threads) : limit(tbb::global_control::max_allowed_parallelism, threads) {}
    tbb::global_control limit;
};

ThreadLimit::ThreadLimit(unsigned threads) {
    if (threads > available_threads()) control_ = std::make_unique<Control>(threads);
}

struct Parallel::Arena {
    explicit Arena(unsigned threads) : tasks(static_cast<int>(threads)) {}
    tbb::task_arena tasks;
};

unsigned available_threads() { return static_cast<unsigned>(std::max(1, tbb::info::default_concurrency())); }

Parallel::Parallel(unsigned threads) : threads_(threads < 1 ? 1 : threads) {
    if (threads_ > 1) arena_ = std::make_unique<Arena>(threads_);
}

void Parallel::for_each(std::size_t count, const std::function<void(std::size_t, unsigned)>& body) {
    FirstFailure failure;
    const auto guarded = [&](std::size_t index, unsigned slot) {
        try {
            body(index, slot);
        } catch (...) {
            failure.note(index, std::current_exception());
        }
    };
    if (!arena_) {
        for (std::size_t index = 0; index < count; ++index) guarded(index, 0);
    } else {
        const auto run_range = [&](const tbb::blocked_range<std::size_t>& range) {
            const auto slot = static_cast<unsigned>(tbb::this_task_arena::current_thread_index());
            for (std::size_t index = range.begin(); index != range.end(); ++index) guarded(index, slot);
        };
        // Isolated: a thread that waits for an inner loop takes no other piece of an outer one, so its slot stays its own.
        arena_->tasks.execute([&] {
            tbb::this_task_arena::isolate(
                [&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1), run_range, tbb::simple_partitioner{}); });
        });
    }
    failure.rethrow();
}

#endif

Parallel::~Parallel() = default;

ThreadLimit::~ThreadLimit() = default;

}  // namespace bevlogen
