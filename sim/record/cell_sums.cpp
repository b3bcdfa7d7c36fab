// A binary tree over cell indices, one pass over the rows.
#include "sim/record/cell_sums.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

void add(std::vector<double>& to, const std::vector<double>& from) {
    double* __restrict a = to.data();
    const double* __restrict b = from.data();
    for (std::size_t k = 0; k < to.size(); ++k) a[k] += b[k];
}

void add_rows(const float* __restrict a, const float* __restrict b, std::vector<double>& sum) {
    double* __restrict to = sum.data();
    for (std::size_t k = 0; k < sum.size(); ++k) to[k] = static_cast<double>(a[k]) + static_cast<double>(b[k]);
}

}  // namespace

// As a binary counter of pairs: level l holds the sum of the 2^l pairs of cells before, where that bit of the number of pairs is set.
std::vector<double> CellSums::total() const {
    std::vector<std::vector<double>> levels;
    std::vector<double> sum(width_);
    const std::size_t pairs = cells_ / 2;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const float* row = rows_.data() + 2 * pair * width_;
        add_rows(row, row + width_, sum);
        std::size_t level = 0;
        for (; pair >> level & 1u; ++level) add(sum, levels[level]);
        if (level == levels.size()) levels.emplace_back(width_);
        levels[level].swap(sum);
    }
    // What no partner was found for, from the right.
    std::vector<double> total(width_, 0.0);
    bool is_first = cells_ % 2 == 0;
    if (!is_first) std::copy_n(rows_.data() + (cells_ - 1) * width_, width_, total.begin());
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!(pairs >> level & 1u)) continue;
        if (is_first) {
            total = levels[level];
        } else {
            add(total, levels[level]);
        }
        is_first = false;
    }
    return total;
}

}  // namespace bevlogen
