// Two levels of parallelism: whole replicates outside, blocks inside. The choice changes speed and nothing else.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>

#include "sim/engine/parallel.hpp"

namespace bevlogen {

// With at least as many jobs as threads each job runs on one; with fewer, the threads are shared out among the blocks of each.
struct WorkerSplit {
    unsigned outer = 1;
    unsigned inner = 1;

    static WorkerSplit of(unsigned threads, std::size_t jobs);
};

// Calls body(job, parallel) for each job below `jobs`; `parallel` carries the blocks of that job. Exceptions as in Parallel::for_each.
void run_jobs(unsigned threads, std::size_t jobs, const std::function<void(std::size_t job, Parallel& parallel)>& body);

// Lets one thread at a time do what several must not do at once.
class Turns {
  public:
    template <class Work>
    auto take(Work&& work) {
        const std::lock_guard lock(mutex_);
        return work();
    }

  private:
    std::mutex mutex_;
};

// How much of the work is done, told from many threads to one listener at a time.
class SharedProgress {
  public:
    SharedProgress(double total, std::function<void(double done_share)> listener) : total_(total), listener_(std::move(listener)) {}
    void add(double amount);

  private:
    std::mutex mutex_;
    double total_;
    double done_ = 0.0;
    std::function<void(double)> listener_;
};

}  // namespace bevlogen
