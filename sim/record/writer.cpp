// A bounded queue and the one thread that empties it.
#include "sim/record/writer.hpp"

#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {

RecordWriter::RecordWriter(std::function<void(FinishedRun&&)> write, std::size_t capacity) : write_(std::move(write)), capacity_(capacity) {
    expect(capacity_ > 0, "a queue has room for one run at least");
    thread_ = std::thread([this] { run(); });
}

RecordWriter::~RecordWriter() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void RecordWriter::put(FinishedRun&& run) {
    std::unique_lock lock(mutex_);
    expect(!closing_, "nothing is put into a queue that was closed");
    changed_.wait(lock, [&] { return failure_ || queue_.size() < capacity_; });
    if (failure_) std::rethrow_exception(failure_);
    queue_.push_back(std::move(run));
    lock.unlock();
    changed_.notify_all();
}

void RecordWriter::close() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    if (failure_) std::rethrow_exception(failure_);
}

void RecordWriter::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [&] { return closing_ || !queue_.empty(); });
        if (queue_.empty()) return;
        FinishedRun next = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        changed_.notify_all();
        std::exception_ptr failure;
        try {
            write_(std::move(next));
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure) {
            failure_ = failure;
            queue_.clear();
            changed_.notify_all();
            return;
        }
    }
}

}  // namespace bevlogen
