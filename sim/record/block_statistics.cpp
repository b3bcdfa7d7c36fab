// Loops over a block's outcomes, vectorised; copies for wider vector registers give the same bits.
#include "sim/record/block_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/core/instruction_set.hpp"
#include "sim/engine/lane_sum.hpp"

namespace bevlogen {
namespace {

// Sum of x[order[i]] for i in [begin, end), eight virtual lanes.
BEVLOGEN_INLINE double sum_of(const float* x, const std::uint32_t* order, std::size_t begin, std::size_t end) {
    double sum[kSumLanes] = {};
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        for (std::size_t l = 0; l < kSumLanes; ++l) sum[l] += static_cast<double>(x[order[i + l]]);
    }
    for (std::size_t l = 0; i + l < end; ++l) sum[l] += static_cast<double>(x[order[i + l]]);
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
}

BEVLOGEN_INLINE void all_sums(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                              std::span<const std::uint32_t> ends, double* row) {
    const std::size_t classes = ends.size() - 1;
    for (std::size_t o = 0; o < outcomes; ++o) {
        for (std::size_t k = 0; k < classes; ++k) {
            if (ends[k + 1] > ends[k]) row[o * classes + k] += sum_of(values + o * stride, order.data(), ends[k], ends[k + 1]);
        }
    }
}

void all_sums_narrow(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                     std::span<const std::uint32_t> ends, double* row) {
    all_sums(values, stride, outcomes, order, ends, row);
}
BEVLOGEN_WIDE_COPY void all_sums_wide(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                                      std::span<const std::uint32_t> ends, double* row) {
    all_sums(values, stride, outcomes, order, ends, row);
}

// Sum and sum of squares of x[order[i]] for i in [begin, end), eight virtual lanes each.
BEVLOGEN_INLINE void moments_of(const float* x, const std::uint32_t* order, std::size_t begin, std::size_t end, double* sums) {
    double sum[kSumLanes] = {};
    double squares[kSumLanes] = {};
    std::size_t i = begin;
    for (; i + kSumLanes <= end; i += kSumLanes) {
        for (std::size_t l = 0; l < kSumLanes; ++l) {
            const auto value = static_cast<double>(x[order[i + l]]);
            sum[l] += value;
            squares[l] += value * value;
        }
    }
    for (std::size_t l = 0; i + l < end; ++l) {
        const auto value = static_cast<double>(x[order[i + l]]);
        sum[l] += value;
        squares[l] += value * value;
    }
    sums[0] += ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
    sums[1] += ((squares[0] + squares[4]) + (squares[2] + squares[6])) + ((squares[1] + squares[5]) + (squares[3] + squares[7]));
}

BEVLOGEN_INLINE void all_moments(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                                 std::span<const std::uint32_t> ends, double* row) {
    const std::size_t classes = ends.size() - 1;
    for (std::size_t o = 0; o < outcomes; ++o) {
        for (std::size_t k = 0; k < classes; ++k) {
            if (ends[k + 1] > ends[k]) moments_of(values + o * stride, order.data(), ends[k], ends[k + 1], row + (o * classes + k) * 2);
        }
    }
}

void all_moments_narrow(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                        std::span<const std::uint32_t> ends, double* row) {
    all_moments(values, stride, outcomes, order, ends, row);
}
BEVLOGEN_WIDE_COPY void all_moments_wide(const float* values, std::size_t stride, std::size_t outcomes,
                                         std::span<const std::uint32_t> order, std::span<const std::uint32_t> ends, double* row) {
    all_moments(values, stride, outcomes, order, ends, row);
}

}  // namespace

void add_sums(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
              std::span<const std::uint32_t> ends, double* row) {
    const auto sums = vector_width() == VectorWidth::wide ? all_sums_wide : all_sums_narrow;
    sums(values, stride, outcomes, order, ends, row);
}

void sort_by_class(std::span<const std::uint8_t> class_of_post, std::size_t begin, std::size_t end, std::size_t classes,
                   std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& ends) {
    ends.assign(classes + 1, 0);
    for (std::size_t i = begin; i < end; ++i) {
        if (class_of_post[i] != kNoCategory) ++ends[class_of_post[i] + 1u];
    }
    for (std::size_t k = 1; k <= classes; ++k) ends[k] += ends[k - 1];
    std::array<std::uint32_t, kMaxCategories> next{};
    std::copy_n(ends.begin(), classes, next.begin());
    order.resize(ends[classes]);
    for (std::size_t i = begin; i < end; ++i) {
        if (class_of_post[i] != kNoCategory) order[next[class_of_post[i]]++] = static_cast<std::uint32_t>(i);
    }
}

void add_moments(const float* values, std::size_t stride, std::size_t outcomes, std::span<const std::uint32_t> order,
                 std::span<const std::uint32_t> ends, double* row) {
    const auto moments = vector_width() == VectorWidth::wide ? all_moments_wide : all_moments_narrow;
    moments(values, stride, outcomes, order, ends, row);
}

void count_into_bins(const float* values, std::span<const std::uint32_t> first_bin, const HistogramRange& range,
                     std::vector<std::uint32_t>& bins, std::uint32_t* counts) {
    const float low = range.low;
    const float scale = range.bins_per_unit();
    constexpr float kLast = static_cast<float>(kHistogramBins - 1);
    bins.resize(first_bin.size());
    std::uint32_t* __restrict to = bins.data();
    const std::uint32_t* __restrict first = first_bin.data();
    for (std::size_t i = 0; i < first_bin.size(); ++i) {
        const float bin = (values[i] - low) * scale;
        const float bounded = bin < 0.0f ? 0.0f : (bin > kLast ? kLast : bin);
        to[i] = first[i] + static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded));
    }
    for (const std::uint32_t bin : bins) ++counts[bin];
}

void write_measures(const ClassMoments& moments, std::span<const std::size_t> classes, std::size_t o, const OutcomeDecl& outcome,
                    float* measures) {
    const std::size_t all = moments.counts.size();
    std::uint64_t n = 0;
    double sum = 0.0;
    double squares = 0.0;
    std::array<std::uint32_t, kHistogramBins> bins{};
    for (const std::size_t k : classes) {
        n += moments.counts[k];
        sum += moments.sums[(o * all + k) * 2];
        squares += moments.sums[(o * all + k) * 2 + 1];
        for (std::size_t bin = 0; bin < kHistogramBins; ++bin) bins[bin] += moments.histograms[(o * (all + 1) + k) * kHistogramBins + bin];
    }
    if (n == 0) return;
    const double mean = sum / static_cast<double>(n);
    measures[0] = static_cast<float>(mean);
    if (outcome.shape == Shape::share) return;
    measures[1] = static_cast<float>(std::sqrt(std::max(0.0, squares / static_cast<double>(n) - mean * mean)));
    constexpr std::array<double, 5> kShares = {0.10, 0.25, 0.50, 0.75, 0.90};
    for (std::size_t q = 0; q < kShares.size(); ++q)
        measures[2 + q] = static_cast<float>(quantile(bins, {outcome.low, outcome.high}, kShares[q]));
}

}  // namespace bevlogen
