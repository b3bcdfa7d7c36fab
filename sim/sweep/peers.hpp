// The processes that share a sweep: one alone, or those of a launcher.
#pragma once

#include <cstddef>

namespace bevlogen {

class Peers {
  public:
    virtual ~Peers() = default;
    virtual std::size_t rank() const = 0;
    virtual std::size_t size() const = 0;
    // The next number of a count from 0 that all share; each is given out once. Called by one thread at a time.
    virtual std::size_t next() = 0;
    // Waits for all; the count begins at 0 again. Called by one thread of each, when none of its others counts.
    virtual void restart() = 0;
    // Waits for all; whether any of them said true. Called by one thread of each, as often in each.
    virtual bool any(bool said) = 0;
    // Lets others be served who ask this process something. Called by one thread at a time, often.
    virtual void progress() {}
};

class Alone final : public Peers {
  public:
    std::size_t rank() const override { return 0; }
    std::size_t size() const override { return 1; }
    std::size_t next() override { return next_++; }
    void restart() override { next_ = 0; }
    bool any(bool said) override { return said; }

  private:
    std::size_t next_ = 0;
};

}  // namespace bevlogen
