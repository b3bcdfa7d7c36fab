// Sums of columns over some posts under several masks at once, without moving a value: for few columns and few masks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bevlogen {

// For each post of a block and each of some sets all bits where the post belongs to it, else none.
class Masks {
  public:
    // `set_of_post` below `sets`, or kNoCategory: in none.
    void assign(std::span<const std::uint8_t> set_of_post, std::size_t sets);
    std::size_t sets() const { return sets_; }
    const std::uint32_t* of(std::size_t set) const { return bits_.data() + set * stride_; }

  private:
    std::size_t sets_ = 0;
    std::size_t stride_ = 0;
    std::vector<std::uint32_t> bits_;
};

// sums[c sets + m] = sum of columns[c] over the posts in [begin, end) that belong to set m, in float32 with eight virtual lanes counted
// from `begin`: the same bits whatever the width of vectors and wherever the posts lie in their block.
void sum_under_masks(std::span<const float* const> columns, const Masks& masks, std::size_t begin, std::size_t end, float* sums);

}  // namespace bevlogen
