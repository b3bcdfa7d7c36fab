// A binary tree over cell indices.
#include "sim/record/cell_sums.hpp"

#include <algorithm>

namespace bevlogen {

std::vector<double> CellSums::total_and_clear() {
    const std::size_t cells = width_ > 0 ? rows_.size() / width_ : 0;
    for (std::size_t stride = 1; stride < cells; stride *= 2) {
        for (std::size_t cell = 0; cell + stride < cells; cell += 2 * stride) {
            double* to = rows_.data() + cell * width_;
            const double* from = rows_.data() + (cell + stride) * width_;
            for (std::size_t k = 0; k < width_; ++k) to[k] += from[k];
        }
    }
    std::vector<double> total(width_, 0.0);
    if (cells > 0) std::copy_n(rows_.begin(), width_, total.begin());
    std::fill(rows_.begin(), rows_.end(), 0.0);
    return total;
}

}  // namespace bevlogen
