// Quantiles from integer counts: exact in any order of counting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bevlogen {

// Equal bins over [low, high]; what lies outside counts at the ends.
inline constexpr std::size_t kHistogramBins = 128;

struct HistogramRange {
    float low = 0.0f;
    float high = 1.0f;

    float bins_per_unit() const { return static_cast<float>(kHistogramBins) / (high - low); }
    double width() const { return (static_cast<double>(high) - static_cast<double>(low)) / static_cast<double>(kHistogramBins); }
};

// Adds one to counts[first_bin[i] + bin of values[i]] for each post; `bins` is working memory.
void count_into_bins(const float* values, std::span<const std::uint32_t> first_bin, const HistogramRange& range,
                     std::vector<std::uint32_t>& bins, std::uint32_t* counts);

// The value below which a share of the counted values lies, linear within its bin; NaN where nothing is counted.
double quantile(std::span<const std::uint32_t> counts, const HistogramRange& range, double share);

}  // namespace bevlogen
