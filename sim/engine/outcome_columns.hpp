// The outcomes of a block, a column each: a column of the block itself, shown where it lies, or one that was worked out, or flags, a byte a
// post, or a weighted sum of others; the last two are turned into values only for who wants more of them than sums.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

    // `value` for every post whose flag is 1, 0 where it is 0; null where the outcome is no flag. Flags can be read in whole groups of
    // kFlagGroup; those behind the last post mean nothing.
    struct Flags {
        const std::uint8_t* flag = nullptr;
        float value = 0.0f;
    };
    static constexpr std::size_t kFlagGroup = 64;

    // Room for `outcomes` columns of at least `stride` values each; what was in them is gone.
    void prepare(std::size_t outcomes, std::size_t stride) {
        stride_ = stride;
        columns_.assign(outcomes, nullptr);
        weighted_.clear();
        flags_.assign(outcomes, {});
        flag_stride_ = (stride + kFlagGroup - 1) / kFlagGroup * kFlagGroup;
        if (flag_room_.size() < outcomes * flag_stride_) flag_room_.resize(outcomes * flag_stride_);
        if (room_.size() < outcomes * stride) room_.resize(outcomes * stride);
        if (zeros_.size() < stride) zeros_.resize(stride, 0.0f);
    }
    std::size_t size() const { return columns_.size(); }
    std::size_t stride() const { return stride_; }

    // Columns to write to, one after the other: outcome k at [0], outcome k + 1 at [stride()], ...
    float* fill(std::size_t outcome, std::size_t count = 1) {
        expect(outcome + count <= columns_.size(), "as many outcomes are measured as there is room for");
        for (std::size_t k = outcome; k < outcome + count; ++k) put(k, room_.data() + k * stride_);
        return room_.data() + outcome * stride_;
    }
    // A column of flags to write to, 0 or 1 a post. A set flag counts as `value`; sums of it must be exact in float32.
    std::uint8_t* flag(std::size_t outcome, float value = 1.0f) {
        expect(outcome < columns_.size(), "as many outcomes are measured as there is room for");
        std::uint8_t* to = flag_room_.data() + outcome * flag_stride_;
        put(outcome, nullptr);
        flags_[outcome] = {{to, value}, outcome};
        return to;
    }
    Flags flags(std::size_t outcome) const { return flags_[outcome].flags; }
    // Memory to work in, not zeroed, for whoever fills columns: until the next call.
    float* scratch(std::size_t values) {
        if (scratch_.size() < values) scratch_.resize(values);
        return scratch_.data();
    }
    // Likewise, of bytes.
    std::uint8_t* scratch_bytes(std::size_t values) {
        if (scratch_bytes_.size() < values) scratch_bytes_.resize(values);
        return scratch_bytes_.data();
    }
    // 0 for everybody.
    void none(std::size_t outcome) { put(outcome, zeros_.data()); }
    bool is_none(std::size_t outcome) const { return columns_[outcome] == zeros_.data(); }
    void show(std::size_t outcome, std::span<const float> column) { put(outcome, column.data()); }
    // The same sum for everybody, of outcomes that are shown or filled.
    void weigh(std::size_t outcome, float constant, const std::array<Term, kMostTerms>& terms) {
        weighted_.push_back({outcome, constant, terms});
    }
    std::span<const WeightedSum> weighted() const { return weighted_; }
    // Turns weighted sums and flags of the first n posts into values.
    void work_out(std::size_t n);

    // Leaves only these outcomes, in this order: weighted sums are worked out first.
    void keep(std::span<const std::size_t> outcomes);

    // Null where a weighted sum or flags have not been worked out.
    const float* operator[](std::size_t outcome) const { return columns_[outcome]; }
    std::span<const float* const> all() const { return columns_; }

  private:
    struct FlagColumn {
        Flags flags;
        std::size_t place = 0;  // where there is room for the values
    };
    // In the place of whatever it was.
    void put(std::size_t outcome, const float* column) {
        columns_[outcome] = column;
        flags_[outcome] = {};
    }
    void work_out_weighted(std::size_t n);

    std::size_t stride_ = 0, flag_stride_ = 0;
    std::vector<const float*> columns_;
    std::vector<WeightedSum> weighted_;
    std::vector<FlagColumn> flags_;
    LineVector<float> room_;
    LineVector<std::uint8_t> flag_room_;
    LineVector<float> zeros_;
    LineVector<float> scratch_;
    LineVector<std::uint8_t> scratch_bytes_;
};

}  // namespace bevlogen
