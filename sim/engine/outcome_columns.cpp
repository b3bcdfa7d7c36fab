// Works out weighted sums, column by column, and leaves outcomes out.
#include "sim/engine/outcome_columns.hpp"

#include <algorithm>
#include <utility>

namespace bevlogen {

void OutcomeColumns::fill_weighted(std::size_t n) {
    for (const WeightedSum& sum : weighted_) {
        float* __restrict to = fill(sum.outcome);
        std::fill_n(to, n, sum.constant);
        for (const Term& term : sum.terms) {
            if (term.weight == 0.0f) continue;
            const float* __restrict from = columns_[term.outcome];
            for (std::size_t i = 0; i < n; ++i) to[i] += term.weight * from[i];
        }
    }
}

void OutcomeColumns::keep(std::span<const std::size_t> outcomes) {
    fill_weighted(stride_);
    weighted_.clear();
    std::vector<const float*> kept;
    kept.reserve(outcomes.size());
    for (const std::size_t outcome : outcomes) kept.push_back(columns_[outcome]);
    columns_ = std::move(kept);
}

}  // namespace bevlogen
