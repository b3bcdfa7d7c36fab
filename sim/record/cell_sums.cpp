// A binary tree over cell indices, one pass over the rows.
#include "sim/record/cell_sums.hpp"

namespace bevlogen {
namespace {

void add(std::vector<double>& to, const std::vector<double>& from) {
    double* __restrict a = to.data();
    const double* __restrict b = from.data();
    for (std::size_t k = 0; k < to.size(); ++k) a[k] += b[k];
}

}  // namespace

// As a binary counter: level l holds the sum of the 2^l cells before, where that bit of the number of cells is set.
std::vector<double> CellSums::total() const {
    std::vector<std::vector<double>> levels;
    std::vector<double> sum;
    for (std::size_t cell = 0; cell < cells_; ++cell) {
        const float* row = rows_.data() + cell * width_;
        sum.assign(row, row + width_);
        std::size_t level = 0;
        for (; cell >> level & 1u; ++level) {
            add(levels[level], sum);
            sum.swap(levels[level]);
        }
        if (level == levels.size()) levels.emplace_back();
        levels[level].swap(sum);
    }
    std::vector<double> total(width_, 0.0);
    bool is_first = true;
    for (std::size_t level = 0; level < levels.size(); ++level) {  // what no pair was found for, from the right
        if (!(cells_ >> level & 1u)) continue;
        if (!is_first) add(levels[level], total);
        total = levels[level];
        is_first = false;
    }
    return total;
}

}  // namespace bevlogen
