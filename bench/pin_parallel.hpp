// Keeps the engine's threads on processors of their own.
#pragma once

#include <atomic>
#include <chrono>

#include "bench/pin.hpp"
#include "sim/engine/parallel.hpp"

namespace bevlogen::bench {

// Each thread that comes pins itself; those that have not come within a second stay free.
inline void pin_threads(Parallel& parallel) {
    using Clock = std::chrono::steady_clock;
    const auto patience = Clock::now() + std::chrono::seconds(1);
    std::atomic<unsigned> come = 0;
    parallel.for_each(parallel.threads(), [&](std::size_t, unsigned slot) {
        pin(pthread_self(), static_cast<int>(slot));
        ++come;
        while (come < parallel.threads() && Clock::now() < patience) {
        }
    });
}

}  // namespace bevlogen::bench
