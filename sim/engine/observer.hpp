// Who watches a simulation: sees blocks as they are stepped, and the whole when all have been.
#pragma once

#include <cstddef>

#include "sim/engine/model.hpp"

namespace bevlogen {

// What an observer is shown: a block after a week. Weeks count from the end of the burn-in; the first is 1.
struct BlockNow {
    const Block& block;
    std::size_t block_index = 0;
    Week week;               // recorded weeks that have passed
    Week week_from_burn_in;  // weeks that have passed since the start of the burn-in
    Chance chance;
    const Dynamics& dynamics;
    unsigned slot = 0;  // no two calls at one time have the same
};

// Called from several threads at once for different blocks, in any order; `close_epoch` from one, in order, after the clearing. An observer
// draws nothing.
class Observer {
  public:
    virtual ~Observer() = default;
    virtual void observe_week(const BlockNow& now) = 0;      // after each week, before the clearing that may follow
    virtual void observe_clearing(const BlockNow& now) = 0;  // after every fourth, while the block is in cache and before anybody moves
    virtual void close_epoch(Week week, std::span<const Block> blocks) = 0;
};

}  // namespace bevlogen
