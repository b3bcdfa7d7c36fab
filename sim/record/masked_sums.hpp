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
    // The posts of teams, which begin and end at `team_begin` (one more than there are teams); `set_of_post` is below `sets`, or
    // kNoCategory: in none. Columns have `column_length` values.
    void assign(std::span<const std::uint8_t> set_of_post, std::span<const std::uint32_t> team_begin, std::size_t column_length,
                std::size_t sets);

    std::size_t sets() const { return sets_; }
    std::size_t column_length() const { return column_length_; }
    // Where each vector of eight posts begins; a team's first post is in lane 0, and what lies behind its last one is masked.
    std::span<const std::uint32_t> vectors() const { return vectors_; }
    // A mask for each lane of each vector, aligned to vectors.
    const std::uint32_t* of(std::size_t set) const { return first_ + set * stride_; }

  private:
    std::size_t sets_ = 0, column_length_ = 0, stride_ = 0;
    std::vector<std::uint32_t> vectors_;
    std::vector<std::uint32_t> bits_;
    const std::uint32_t* first_ = nullptr;
};

// sums[c sets + m] = sum of columns[c] over the posts of the cell that belong to set m, in float32 with eight virtual lanes counted from
// each team's first post: the same bits whatever the width of vectors, wherever the cell lies in its block, and however many empty posts
// follow at the end of a team.
void sum_under_masks(std::span<const float* const> columns, const CellMasks& masks, float* sums);

}  // namespace bevlogen
