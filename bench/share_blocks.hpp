// Sweeps over blocks on one or more threads, which meet after every sweep as teams meet at a clearing.
#pragma once

#include <atomic>
#include <barrier>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

#include "bench/pin.hpp"

namespace bevlogen::bench {

// Calls work(block, sweep) once for every block in every sweep, on the calling thread and others, pinned to further processors. Which
// thread takes a block is left to chance and changes nothing.
template <class Work>
void share_blocks(std::size_t blocks, std::int32_t sweeps, int threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    std::barrier clearing(threads, [&]() noexcept { next = 0; });
    const auto take_part = [&] {
        for (std::int32_t sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t block = next++; block < blocks; block = next++) work(block, sweep);
            clearing.arrive_and_wait();
        }
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) {
        others.emplace_back(take_part);
        pin(others.back().native_handle(), i);  // from outside: it starts on this thread's processor, where it would wait
    }
    take_part();
}

}  // namespace bevlogen::bench
