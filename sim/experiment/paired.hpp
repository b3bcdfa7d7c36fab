// Differences between two scenarios that share their chance, replicate by replicate.
#pragma once

#include <span>

namespace bevlogen {

// A mean with its 95 % interval (Student's t over replicates). With fewer than two values the interval is not a number.
struct Estimate {
    double mean = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::size_t replicates = 0;

    bool excludes_zero() const { return low > 0.0 || high < 0.0; }
};

Estimate estimate_mean(std::span<const double> values);
// Student's t that leaves 2.5 % above it, at n - 1 degrees of freedom; n of at least 2.
double t_of_interval(std::size_t n);
// Mean of alternative[i] - base[i]; values that are not numbers leave their pair out.
Estimate paired_difference(std::span<const double> base, std::span<const double> alternative);

// A difference in SD between persons; NaN where there is no such SD or it is 0.
double standardised_effect(const Estimate& difference, double sd);

}  // namespace bevlogen
