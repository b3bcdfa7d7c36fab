// Walks the counts up to the share that is asked for.
#include "sim/record/histogram.hpp"

#include <limits>

namespace bevlogen {

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
