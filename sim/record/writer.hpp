// The thread that writes beside the computation: takes finished runs from a queue and writes them in the order in which they came.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "sim/record/run_record.hpp"

namespace bevlogen {

struct FinishedRun {
    std::size_t scenario = 0;
    std::size_t replicate = 0;
    RunRecord record;
};

class RecordWriter {
  public:
    // `write` is called on the writer's thread only, for each run.
    explicit RecordWriter(std::function<void(FinishedRun&&)> write, std::size_t capacity = 4);
    // Writes what is still in the queue; what `write` throws then is lost, so close() comes first.
    ~RecordWriter();
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;

    // Waits while the queue is full. Throws what `write` threw, if it did: after that nothing more is written. From any thread.
    void put(FinishedRun&& run);
    // Waits until everything is written. Throws what `write` threw, if it did.
    void close();

  private:
    void run();

    std::function<void(FinishedRun&&)> write_;
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<FinishedRun> queue_;
    bool closing_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace bevlogen
