// The team of each of a sequence of ascending posts, as rows of a ledger have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/population/block.hpp"

namespace bevlogen::interventions {

class TeamOfPost {
  public:
    explicit TeamOfPost(const Block& block) : begins_(block.team_begin()) {}
    std::size_t operator()(std::uint32_t post) {
        while (begins_[team_ + 1] <= post) ++team_;
        return team_;
    }

  private:
    std::span<const std::uint32_t> begins_;
    std::size_t team_ = 0;
};

}  // namespace bevlogen::interventions
