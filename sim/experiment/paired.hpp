// Differences between two scenarios that share their chance, replicate by replicate.
#pragma once

#include <cstddef>
#include <span>

namespace bevlogen {

// What a 95 % interval is about.
enum class IntervalOf {
    mean,  // the mean over more replicates: chance only
    draw,  // the value under one more draw of parameters, as plausible as those that were drawn: does not shrink with their number
};

// A mean with its 95 % interval (Student's t over values). With fewer than two values the interval is not a number.
struct Estimate {
    double mean = 0.0;
    double low = 0.0;
    double high = 0.0;
    std::size_t replicates = 0;

    bool excludes_zero() const { return low > 0.0 || high < 0.0; }
};
// Of no values: none of its numbers is one.
Estimate no_estimate();

Estimate estimate_mean(std::span<const double> values, IntervalOf of = IntervalOf::mean);
// Student's t that leaves 2.5 % above it, at n - 1 degrees of freedom; n of at least 2.
double t_of_interval(std::size_t n);
// What the variance between n values is multiplied by: 1/n for the mean of them, 1 + 1/n for one more (Hahn and Meeker, 1991).
double share_of_variance(IntervalOf of, std::size_t n);
// Mean of alternative[i] - base[i]; values that are not numbers leave their pair out.
Estimate paired_difference(std::span<const double> base, std::span<const double> alternative, IntervalOf of = IntervalOf::mean);

// A difference in SD between persons; NaN where there is no such SD or it is 0.
double standardised_effect(const Estimate& difference, double sd);

}  // namespace bevlogen
