// Sorts a block's posts again only where somebody's class is another one.
#include "sim/record/class_seats.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

// Calls `work(part, first team, end team)` for every `teams` teams of the block.
template <class Work>
void for_each_part(const Block& block, std::size_t teams, Work work) {
    for (std::size_t first = 0; first < block.teams(); first += teams) {
        work(first / teams, first, std::min(first + teams, block.teams()));
    }
}

std::size_t parts_of(const Block& block, std::size_t teams) { return (block.teams() + teams - 1) / teams; }

}  // namespace

bool ClassSeats::look_at(const Block& block, const CategoryClasses& classes, std::span<const std::uint8_t> categories) {
    classes.find(categories, found_);
    if (!orders_.empty() && found_ == class_of_post_) return false;
    class_of_post_.swap(found_);
    has_masks_ = false;
    members_.assign(class_of_post_, classes.count);
    orders_.resize(parts_of(block, kTeamsAtOnce));
    const auto begins = block.team_begin();
    for_each_part(block, kTeamsAtOnce,
                  [&](std::size_t part, std::size_t first, std::size_t end) { orders_[part].sort(members_, begins[first], begins[end]); });
    return true;
}

std::span<const CellMasks> ClassSeats::masks(const Block& block) {
    if (has_masks_) return masks_;
    has_masks_ = true;
    masks_.resize(parts_of(block, kTeamsPerCell));
    for_each_part(block, kTeamsPerCell, [&](std::size_t cell, std::size_t first, std::size_t end) {
        masks_[cell].assign(members_, block.team_begin().subspan(first, end - first + 1), block.padded_posts());
    });
    return masks_;
}

}  // namespace bevlogen
