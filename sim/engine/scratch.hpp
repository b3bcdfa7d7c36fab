// Working memory of one thread: float columns over the posts and teams of the block in hand, reused from block to block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/core/line_vector.hpp"
#include "sim/population/block.hpp"

namespace bevlogen {

class Scratch {
  public:
    // Makes room for `columns` columns over posts and `team_columns` over teams; allocates only when a block is larger than any before.
    void prepare(const Block& block, std::size_t columns, std::size_t team_columns) {
        stride_ = block.padded_posts() + kColumnPadding;
        team_stride_ = (block.teams() + kColumnPadding - 1) / kColumnPadding * kColumnPadding;
        grow(person_, columns * stride_);
        grow(team_, team_columns * team_stride_);
    }
    // Column k: padded_posts() floats on a 64-byte boundary, and room for a group more: kernels that begin with a team may read and write
    // on to the end of a group.
    float* column(std::size_t k) { return person_.data() + k * stride_; }
    const float* column(std::size_t k) const { return person_.data() + k * stride_; }
    std::size_t stride() const { return stride_; }
    float* team_column(std::size_t k) { return team_.data() + k * team_stride_; }

    // What this thread works on next. Kernels ask for a little of it now and then, where they compute long and read little, so that it is
    // in the level-2 cache when its turn comes: one block fits beside the one in hand.
    void look_ahead(std::span<const std::byte> next) {
        ahead_ = next.data();
        ahead_end_ = next.data() + next.size();
    }
    void fetch_ahead() {
        constexpr std::size_t kLines = 20;  // as many as a core can wait for at once
        for (std::size_t line = 0; line < kLines && ahead_ < ahead_end_; ++line, ahead_ += kLineBytes) __builtin_prefetch(ahead_, 0, 2);
    }

  private:
    static void grow(LineVector<float>& columns, std::size_t floats) {
        if (columns.size() < floats) columns.resize(floats);
    }
    LineVector<float> person_;
    LineVector<float> team_;
    std::size_t stride_ = 0;
    std::size_t team_stride_ = 0;
    const std::byte *ahead_ = nullptr, *ahead_end_ = nullptr;
};

}  // namespace bevlogen
