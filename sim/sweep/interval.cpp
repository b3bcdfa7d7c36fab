// Sorts and cuts off a fortieth at each end.
#include "sim/sweep/interval.hpp"

#include <algorithm>
#include <cmath>

namespace bevlogen {

Interval percentile_interval(std::vector<double> estimates) {
    std::erase_if(estimates, [](double estimate) { return !std::isfinite(estimate); });
    if (estimates.empty()) return {};
    std::sort(estimates.begin(), estimates.end());
    const std::size_t outside = estimates.size() / 40;
    return {estimates[outside], estimates[estimates.size() - 1 - outside]};
}

}  // namespace bevlogen
