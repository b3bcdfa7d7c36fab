// Where each of some persons sits: kept up to date as people move between posts and blocks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/population/block.hpp"

namespace bevlogen {

// A person who is followed and sits in a block.
struct Seat {
    std::uint32_t post = 0;   // in the block
    std::uint32_t index = 0;  // among the persons who are followed
};

// Who sat in a post when it was looked at last is remembered, so that only posts with somebody new cost a search. Different blocks may be
// looked at by different threads at once.
class PersonSeats {
  public:
    PersonSeats() = default;
    // `persons`: PersonIds, ascending.
    PersonSeats(std::vector<std::uint64_t> persons, std::size_t blocks);

    std::size_t size() const { return persons_.size(); }
    const std::vector<std::uint64_t>& persons() const { return persons_; }

    // The seats of a block as it is now, in ascending order of posts; valid until it is looked at again.
    std::span<const Seat> look_at(const Block& block, std::size_t block_index, const EngineFields& engine);
    // As it was when it was looked at last.
    std::span<const Seat> seats(std::size_t block_index) const { return blocks_[block_index].seats; }

  private:
    struct BlockSeats {
        // Puts those who are new in the posts that have changed in the place of who sat there.
        void take_over();

        std::vector<std::uint32_t> low, high;  // halves of the PersonId by post, when looked at last
        std::vector<Seat> seats;
        std::vector<Seat> changed, before;  // working memory: posts with somebody else or nobody; the seats before
    };
    // `expected`: tried first; posts in order hold persons nearly in order.
    std::uint32_t index_of(std::uint64_t person, std::size_t expected) const;

    std::size_t bit_of(std::uint64_t person) const;

    std::vector<std::uint64_t> persons_;
    std::vector<bool> may_be_followed_ = {false};  // by bit_of(): spares most of those who are not followed the search
    std::vector<BlockSeats> blocks_;
};

}  // namespace bevlogen
