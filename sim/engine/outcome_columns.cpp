// Works out weighted sums, column by column.
#include "sim/engine/outcome_columns.hpp"

#include <algorithm>

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

}  // namespace bevlogen
