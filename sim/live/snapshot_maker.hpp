// Copies out of a session what a window wants.
#pragma once

#include <cstdint>
#include <memory>

#include "sim/live/session.hpp"
#include "sim/live/snapshot.hpp"

namespace bevlogen {

class SnapshotMaker {
  public:
    // At a clearing. Draws nothing and changes nothing of the session.
    std::shared_ptr<const Snapshot> make(const Session& session, const SnapshotWants& wants);

  private:
    std::uint64_t number_ = 0;
};

}  // namespace bevlogen
