// Everybody: teams in order of identity, cut into blocks of whole cells.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <span>
#include <vector>

#include "sim/population/block.hpp"

namespace bevlogen {

// Sums for the record are formed in cells of this many teams, in index order, then over cells in a fixed tree.
inline constexpr std::size_t kTeamsPerCell = 32;

// A block is a whole number of cells, as many as are needed to reach this many posts: its columns then fit a level-2 cache.
inline constexpr std::size_t kDefaultBlockPosts = 600;

class Population {
  public:
    // `plans` in ascending order of TeamId. `block_posts` may follow cache and threads; no result depends on it.
    Population(const Fields& fields, std::span<const TeamPlan> plans, std::size_t block_posts = kDefaultBlockPosts);

    std::span<Block> blocks() { return blocks_; }
    std::span<const Block> blocks() const { return blocks_; }
    std::size_t posts() const { return posts_; }
    std::size_t teams() const { return teams_; }
    std::size_t cells() const { return (teams_ + kTeamsPerCell - 1) / kTeamsPerCell; }

  private:
    std::unique_ptr<std::pmr::memory_resource> pages_, memory_;  // of all blocks, in one piece, if that is large
    std::vector<Block> blocks_;
    std::size_t posts_ = 0;
    std::size_t teams_ = 0;
};

}  // namespace bevlogen
