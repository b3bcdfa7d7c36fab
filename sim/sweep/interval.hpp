// A 95 % interval between quantiles of what a bootstrap estimated.
#pragma once

#include <limits>
#include <vector>

namespace bevlogen {

struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    bool contains(double value) const { return low <= value && value <= high; }
};

// The 95 % interval of percentiles (Efron and Tibshirani, 1993), as many estimates left out below as above. Estimates that are no finite
// number are left out first; NaN where none is left.
Interval percentile_interval(std::vector<double> estimates);

}  // namespace bevlogen
