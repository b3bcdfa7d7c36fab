// Checks of chance with a stated rate of false alarms: two-sided, one in a million each.
#pragma once

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bevlogen::statistical {

// How often one check may fail although nothing is wrong. Seeds are fixed, so that a check that passes today passes for ever.
inline constexpr double kFalsePositiveRate = 1e-6;

// What a check of normality within the standard error allows: 4.8916 standard errors to either side.
inline double two_sided_z_bound() {
    return boost::math::quantile(boost::math::complement(boost::math::normal(), kFalsePositiveRate / 2.0));
}

// Whether an estimate lies within chance of what is expected, where its error is normal: a mean of many independent numbers.
inline bool agrees(double observed, double expected, double standard_error) {
    return std::abs(observed - expected) <= two_sided_z_bound() * standard_error;
}

// Whether a chi-squared statistic is neither too large (a poor fit) nor too small (a fit that chance would not give).
inline bool chi_squared_agrees(double statistic, double degrees_of_freedom) {
    const boost::math::chi_squared distribution(degrees_of_freedom);
    return statistic >= boost::math::quantile(distribution, kFalsePositiveRate / 2.0) &&
           statistic <= boost::math::quantile(boost::math::complement(distribution, kFalsePositiveRate / 2.0));
}

// The same for counts in bins that are equally probable.
inline bool counts_agree(const std::vector<std::size_t>& counts) {
    double total = 0.0;
    for (const std::size_t count : counts) total += static_cast<double>(count);
    const double expected = total / static_cast<double>(counts.size());
    double statistic = 0.0;
    for (const std::size_t count : counts) statistic += std::pow(static_cast<double>(count) - expected, 2) / expected;
    return chi_squared_agrees(statistic, static_cast<double>(counts.size() - 1));
}

// The largest distance between the distribution of a sample and a cumulative distribution (Kolmogorov 1933).
template <class Cumulative>
double kolmogorov_distance(std::vector<float> sample, const Cumulative& cumulative) {
    std::sort(sample.begin(), sample.end());
    const auto size = static_cast<double>(sample.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const double at = cumulative(static_cast<double>(sample[i]));
        distance = std::max({distance, at - static_cast<double>(i) / size, static_cast<double>(i + 1) / size - at});
    }
    return distance;
}

// P(distance sqrt(n) > x) tends to 2 exp(-2 x^2) - 2 exp(-8 x^2) + ...; at 1e-6 the first term alone counts (x = 2.6935).
inline bool kolmogorov_agrees(double distance, std::size_t sample_size) {
    return distance * std::sqrt(static_cast<double>(sample_size)) <= std::sqrt(std::log(2.0 / kFalsePositiveRate) / 2.0);
}

}  // namespace bevlogen::statistical
