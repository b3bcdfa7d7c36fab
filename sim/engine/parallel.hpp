// Runs independent pieces of work on threads; the only interface of the engine to them.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace bevlogen {

// Work on TBB (or on std::thread where the build says so). The order of execution is free, so no result may depend on it.
class Parallel {
  public:
    explicit Parallel(unsigned threads);
    ~Parallel();
    Parallel(const Parallel&) = delete;
    Parallel& operator=(const Parallel&) = delete;

    unsigned threads() const { return threads_; }

    // Calls body(index, slot) once for each index below `count`. No two calls at one time have the same slot; slots are below threads().
    // An exception in a body is thrown again here once all running bodies have ended; of several the one with the lowest index.
    void for_each(std::size_t count, const std::function<void(std::size_t index, unsigned slot)>& body);

  private:
    struct Arena;
    unsigned threads_;
    std::unique_ptr<Arena> arena_;
};

// Lets this many threads run while it lives, also where that is more than the machine offers.
class ThreadLimit {
  public:
    explicit ThreadLimit(unsigned threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

  private:
    struct Control;
    std::unique_ptr<Control> control_;
};

// How many threads this machine offers to this process; at least 1.
unsigned available_threads();

}  // namespace bevlogen
