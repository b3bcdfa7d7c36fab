// Sums for the record: formed in cells of sixteen teams, added over cells in a fixed tree, so that blocks and threads leave no trace.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace bevlogen {

// A row of sums for each cell. Different cells may be filled by different threads at once.
class CellSums {
  public:
    CellSums(std::size_t cells, std::size_t width) : width_(width), rows_(cells * width, 0.0) {}

    std::span<double> row(std::size_t cell) { return {rows_.data() + cell * width_, width_}; }

    // Adds all rows pairwise, (0 + 1), (2 + 3), ... then pairs of pairs, and so on; clears all rows for the next use.
    std::vector<double> total_and_clear();

  private:
    std::size_t width_;
    std::vector<double> rows_;
};

}  // namespace bevlogen
