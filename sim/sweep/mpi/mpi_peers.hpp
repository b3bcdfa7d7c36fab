// The processes of one MPI job: they take numbers from one counter in a window of the first of them.
#pragma once

#include <cstdint>
#include <memory>

#include "sim/sweep/peers.hpp"

namespace bevlogen {

// MPI is initialised while one of these lives; there is one a process at most, and one a process's life.
class MpiPeers final : public Peers {
  public:
    MpiPeers();
    ~MpiPeers() override;
    MpiPeers(const MpiPeers&) = delete;
    MpiPeers& operator=(const MpiPeers&) = delete;

    std::size_t rank() const override { return rank_; }
    std::size_t size() const override { return size_; }
    std::size_t next() override;
    void restart() override;
    bool any(bool said) override;
    void progress() override;

    // Ends all processes of the job with this exit code, at once.
    [[noreturn]] void abandon(int exit_code) const;

  private:
    struct Counter;
    std::size_t rank_ = 0, size_ = 1;
    std::unique_ptr<Counter> counter_;
};

}  // namespace bevlogen
