// Counts without branches, and walks the counts up to the share that is asked for.
#include "sim/record/histogram.hpp"

#include <limits>

namespace bevlogen {

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
        const float bounded = bin > 0.0f ? (bin > kLast ? kLast : bin) : 0.0f;
        to[i] = first[i] + static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded));
    }
    for (const std::uint32_t bin : bins) ++counts[bin];
}

double quantile(std::span<const std::uint32_t> counts, const HistogramRange& range, double share) {
    std::uint64_t total = 0;
    for (const std::uint32_t count : counts) total += count;
    if (total == 0) return std::numeric_limits<double>::quiet_NaN();
    const double wanted = share * static_cast<double>(total);
    std::uint64_t below = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] > 0 && static_cast<double>(below + counts[bin]) >= wanted) {
            const double inside = (wanted - static_cast<double>(below)) / static_cast<double>(counts[bin]);
            return static_cast<double>(range.low) + (static_cast<double>(bin) + inside) * range.width();
        }
        below += counts[bin];
    }
    return static_cast<double>(range.high);
}

}  // namespace bevlogen
