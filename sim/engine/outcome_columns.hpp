// The outcomes of a block, a column each: a column of the block itself, shown where it lies, or one that was worked out, or a weighted sum
// of others, which is worked out only for who wants more of it than its mean.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/core/line_vector.hpp"

namespace bevlogen {

// Columns that are shown belong to the block and are valid until it is stepped again.
class OutcomeColumns {
  public:
    static constexpr std::size_t kMostTerms = 4;
    struct Term {
        std::size_t outcome = 0;  // among those of these columns
        float weight = 0.0f;
    };
    // constant + sum of weight times outcome; terms of weight 0 do not count.
    struct WeightedSum {
        std::size_t outcome = 0;
        float constant = 0.0f;
        std::array<Term, kMostTerms> terms{};
    };

    // Room for `outcomes` columns of at least `stride` values each; what was in them is gone.
    void prepare(std::size_t outcomes, std::size_t stride) {
        stride_ = stride;
        columns_.assign(outcomes, nullptr);
        weighted_.clear();
        if (room_.size() < outcomes * stride) room_.resize(outcomes * stride);
        if (zeros_.size() < stride) zeros_.resize(stride, 0.0f);
    }
    std::size_t size() const { return columns_.size(); }
    std::size_t stride() const { return stride_; }

    // Columns to write to, one after the other: outcome k at [0], outcome k + 1 at [stride()], ...
    float* fill(std::size_t outcome, std::size_t count = 1) {
        expect(outcome + count <= columns_.size(), "as many outcomes are measured as there is room for");
        for (std::size_t k = outcome; k < outcome + count; ++k) columns_[k] = room_.data() + k * stride_;
        return room_.data() + outcome * stride_;
    }
    // Memory to work in, not zeroed, for whoever fills columns: until the next call.
    float* scratch(std::size_t values) {
        if (scratch_.size() < values) scratch_.resize(values);
        return scratch_.data();
    }
    // 0 for everybody.
    void none(std::size_t outcome) { columns_[outcome] = zeros_.data(); }
    bool is_none(std::size_t outcome) const { return columns_[outcome] == zeros_.data(); }
    void show(std::size_t outcome, std::span<const float> column) { columns_[outcome] = column.data(); }
    // The same sum for everybody, of outcomes that are shown or filled.
    void weigh(std::size_t outcome, float constant, const std::array<Term, kMostTerms>& terms) {
        weighted_.push_back({outcome, constant, terms});
    }
    std::span<const WeightedSum> weighted() const { return weighted_; }
    // Works out the weighted sums of the first n posts.
    void fill_weighted(std::size_t n);

    // Leaves only these outcomes, in this order: weighted sums are worked out first.
    void keep(std::span<const std::size_t> outcomes);

    // Null where a weighted sum has not been worked out.
    const float* operator[](std::size_t outcome) const { return columns_[outcome]; }
    std::span<const float* const> all() const { return columns_; }

  private:
    std::size_t stride_ = 0;
    std::vector<const float*> columns_;
    std::vector<WeightedSum> weighted_;
    LineVector<float> room_;
    LineVector<float> zeros_;
    LineVector<float> scratch_;
};

}  // namespace bevlogen
