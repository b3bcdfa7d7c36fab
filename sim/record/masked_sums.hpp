// Sums of columns over some posts under several masks at once, without moving a value: for few columns and few masks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bevlogen {

// For the posts of a cell and each of some sets: all bits where the post belongs to it, else none.
class CellMasks {
  public:
    // Posts [begin, end); `set_of_post` is below `sets`, or kNoCategory: in none.
    void assign(std::span<const std::uint8_t> set_of_post, std::size_t begin, std::size_t end, std::size_t sets);

    std::size_t sets() const { return sets_; }
    std::size_t begin() const { return begin_; }
    std::size_t posts() const { return posts_; }
    // Padded with zeros to whole vectors, and aligned to them.
    const std::uint32_t* of(std::size_t set) const { return first_ + set * stride_; }

  private:
    std::size_t sets_ = 0, begin_ = 0, posts_ = 0, stride_ = 0;
    std::vector<std::uint32_t> bits_;
    const std::uint32_t* first_ = nullptr;
};

// sums[c sets + m] = sum of columns[c] over the posts of the cell that belong to set m, in float32 with eight virtual lanes counted from
// its first post: the same bits whatever the width of vectors and wherever the cell lies in its block.
void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums);

}  // namespace bevlogen
