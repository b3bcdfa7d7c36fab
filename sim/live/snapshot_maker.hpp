// Copies out of a session what a window wants.
#pragma once

#include <cstdint>
#include <memory>

#include "sim/live/session.hpp"
#include "sim/live/snapshot.hpp"

namespace bevlogen {

enum class Look { curves, everybody };

class SnapshotMaker {
  public:
    // At a clearing. Draws nothing and changes nothing of the session. Without a look at everybody the last one stays.
    std::shared_ptr<const Snapshot> make(const Session& session, const SnapshotWants& wants, Look look,
                                         std::shared_ptr<const TwoLives> lives = nullptr, std::size_t acts = 0);

  private:
    std::uint64_t number_ = 0;
    std::shared_ptr<const EverybodyNow> everybody_;
};

}  // namespace bevlogen
