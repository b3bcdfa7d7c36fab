// Shares threads out between jobs and blocks.
#include "sim/experiment/workers.hpp"

#include <algorithm>

namespace bevlogen {

WorkerSplit WorkerSplit::of(unsigned threads, std::size_t jobs) {
    const unsigned outer = static_cast<unsigned>(std::clamp<std::size_t>(jobs, 1, std::max(1u, threads)));
    return {outer, std::max(1u, threads / outer)};
}

void run_jobs(unsigned threads, std::size_t jobs, const std::function<void(std::size_t, Parallel&)>& body) {
    const WorkerSplit split = WorkerSplit::of(threads, jobs);
    const ThreadLimit limit(threads);
    Parallel outer(split.outer);
    outer.for_each(jobs, [&](std::size_t job, unsigned) {
        Parallel inner(split.inner);
        body(job, inner);
    });
}

void SharedProgress::add(double amount) {
    const std::lock_guard lock(mutex_);
    done_ += amount;
    if (listener_) listener_(total_ > 0.0 ? done_ / total_ : 1.0);
}

}  // namespace bevlogen
