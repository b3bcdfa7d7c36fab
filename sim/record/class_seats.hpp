// Which class the person on each post of a block is of, and what follows from it for sums.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/population/population.hpp"
#include "sim/record/category_classes.hpp"
#include "sim/record/cell_masks.hpp"
#include "sim/record/class_bits.hpp"
#include "sim/record/row_moments.hpp"

namespace bevlogen {

// As many as have room in the level-1 cache, with eight columns of values and a row of eight for each of their posts.
inline constexpr std::size_t kTeamsAtOnce = 16;
static_assert(kTeamsPerCell % kTeamsAtOnce == 0);

// Of one block; kept from one look to the next, since most posts keep their class.
class ClassSeats {
  public:
    // `categories`: of each post. False where no post's class has changed since the last look.
    bool look_at(const Block& block, const CategoryClasses& classes, std::span<const std::uint8_t> categories);

    // Who is of each class in the block, as of the last look.
    const ClassBits& members() const { return members_; }
    // Of kTeamsAtOnce teams each, of which a cell is some.
    std::span<const ClassOrder> orders() const { return orders_; }
    // Of a cell each, as of the last look; worked out when they are asked for.
    std::span<const CellMasks> masks(const Block& block);

  private:
    std::vector<std::uint8_t> class_of_post_, found_;
    ClassBits members_;
    std::vector<ClassOrder> orders_;
    std::vector<CellMasks> masks_;
    bool has_masks_ = false;
};

}  // namespace bevlogen
