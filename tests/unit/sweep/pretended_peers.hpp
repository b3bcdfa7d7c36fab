// Threads that pretend to be the processes of a launcher.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

#include "sim/sweep/peers.hpp"

namespace bevlogen::testing {

// Where some threads that pretend to be processes meet.
class Meeting {
  public:
    explicit Meeting(std::size_t size) : size_(size) {}
    std::size_t size() const { return size_; }
    std::size_t next() {
        const std::lock_guard lock(mutex_);
        return next_++;
    }
    void restart() {
        const std::lock_guard lock(mutex_);
        next_ = 0;
    }
    bool any(bool said) {
        std::unique_lock lock(mutex_);
        has_said_ = has_said_ || said;
        if (++waiting_ == size_) {
            answer_ = has_said_;
            has_said_ = false;
            waiting_ = 0;
            ++round_;
            all_are_there_.notify_all();
        } else {
            all_are_there_.wait(lock, [&, round = round_] { return round_ != round; });
        }
        return answer_;
    }

  private:
    std::size_t size_;
    std::mutex mutex_;
    std::condition_variable all_are_there_;
    std::size_t next_ = 0, waiting_ = 0, round_ = 0;
    bool has_said_ = false, answer_ = false;
};

class PretendedPeers final : public Peers {
  public:
    PretendedPeers(Meeting& meeting, std::size_t rank) : meeting_(meeting), rank_(rank) {}
    std::size_t rank() const override { return rank_; }
    std::size_t size() const override { return meeting_.size(); }
    std::size_t next() override { return meeting_.next(); }
    void restart() override {
        meeting_.any(false);  // nobody counts any more
        if (rank_ == 0) meeting_.restart();
        meeting_.any(false);
    }
    bool any(bool said) override { return meeting_.any(said); }
    void progress() override { ++served; }

    int served = 0;  // times that others were let ask

  private:
    Meeting& meeting_;
    std::size_t rank_;
};

}  // namespace bevlogen::testing
