// Sums for the record: formed in cells of teams, added over cells in a fixed tree, so that blocks and threads leave no trace.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/core/line_vector.hpp"

namespace bevlogen {

// A row of sums for each cell, in float32; totals are in float64. Different cells may be filled by different threads at once.
class CellSums {
  public:
    CellSums(std::size_t cells, std::size_t width) : width_(width), cells_(cells), rows_(cells * width, 0.0f) {}

    // To be written as a whole before the totals are taken.
    std::span<float> row(std::size_t cell) { return {rows_.data() + cell * width_, width_}; }

    // Adds all rows pairwise, (0 + 1), (2 + 3), ... then pairs of pairs, and so on.
    std::vector<double> total() const;

  private:
    std::size_t width_;
    std::size_t cells_;
    LineVector<float> rows_;
};

}  // namespace bevlogen
