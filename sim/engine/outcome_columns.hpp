// The outcomes of a block, a column each: a column of the block itself, shown where it lies, or one that was worked out.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/core/line_vector.hpp"

namespace bevlogen {

// Columns that are shown belong to the block and are valid until it is stepped again.
class OutcomeColumns {
  public:
    // Room for `outcomes` columns of at least `stride` values each; what was in them is gone.
    void prepare(std::size_t outcomes, std::size_t stride) {
        stride_ = stride;
        columns_.assign(outcomes, nullptr);
        if (room_.size() < outcomes * stride) room_.resize(outcomes * stride);
    }
    std::size_t size() const { return columns_.size(); }
    std::size_t stride() const { return stride_; }

    // Columns to write to, one after the other: outcome k at [0], outcome k + 1 at [stride()], ...
    float* fill(std::size_t outcome, std::size_t count = 1) {
        expect(outcome + count <= columns_.size(), "as many outcomes are measured as there is room for");
        for (std::size_t k = outcome; k < outcome + count; ++k) columns_[k] = room_.data() + k * stride_;
        return room_.data() + outcome * stride_;
    }
    void show(std::size_t outcome, std::span<const float> column) { columns_[outcome] = column.data(); }

    const float* operator[](std::size_t outcome) const { return columns_[outcome]; }
    std::span<const float* const> all() const { return columns_; }

  private:
    std::size_t stride_ = 0;
    std::vector<const float*> columns_;
    LineVector<float> room_;
};

}  // namespace bevlogen
