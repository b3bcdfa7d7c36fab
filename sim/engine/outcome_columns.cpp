// Works out weighted sums and flags, column by column, and leaves outcomes out.
#include "sim/engine/outcome_columns.hpp"

#include <algorithm>
#include <utility>

namespace bevlogen {

void OutcomeColumns::work_out(std::size_t n) {
    work_out_weighted(n);
    for (std::size_t outcome = 0; outcome < flags_.size(); ++outcome) {
        const Flags flags = flags_[outcome].flags;
        if (flags.flag == nullptr || columns_[outcome] != nullptr) continue;
        float* __restrict to = room_.data() + flags_[outcome].place * stride_;
        const std::uint8_t* __restrict from = flags.flag;
        for (std::size_t i = 0; i < n; ++i) to[i] = from[i] != 0 ? flags.value : 0.0f;
        columns_[outcome] = to;
    }
}

void OutcomeColumns::work_out_weighted(std::size_t n) {
    for (const WeightedSum& sum : weighted_) {
        float* __restrict to = fill(sum.outcome);
        std::fill_n(to, n, sum.constant);
        for (const Term& term : sum.terms) {
            if (term.weight == 0.0f) continue;
            const float* __restrict from = columns_[term.outcome];
            expect(from != nullptr, "a weighted sum is of outcomes that are shown or filled");
            for (std::size_t i = 0; i < n; ++i) to[i] += term.weight * from[i];
        }
    }
}

void OutcomeColumns::keep(std::span<const std::size_t> outcomes) {
    work_out_weighted(stride_);
    weighted_.clear();
    std::vector<const float*> columns;
    std::vector<FlagColumn> flags;
    for (const std::size_t outcome : outcomes) {
        columns.push_back(columns_[outcome]);
        flags.push_back(flags_[outcome]);
    }
    columns_ = std::move(columns);
    flags_ = std::move(flags);
}

}  // namespace bevlogen
