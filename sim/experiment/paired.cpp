// Student's t from Boost.Math.
#include "sim/experiment/paired.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/core/contract.hpp"

namespace bevlogen {

Estimate no_estimate() {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none, none, 0};
}

Estimate estimate_mean(std::span<const double> values, IntervalOf of) {
    std::vector<double> present;
    for (const double value : values) {
        if (std::isfinite(value)) present.push_back(value);
    }
    if (present.empty()) return no_estimate();
    const double none = std::numeric_limits<double>::quiet_NaN();
    double sum = 0.0;
    for (const double value : present) sum += value;
    const auto n = static_cast<double>(present.size());
    const double mean = sum / n;
    if (present.size() < 2) return {mean, none, none, 1};
    double squares = 0.0;
    for (const double value : present) squares += (value - mean) * (value - mean);
    const double half = t_of_interval(present.size()) * std::sqrt(squares / (n - 1.0) * share_of_variance(of, present.size()));
    return {mean, mean - half, mean + half, present.size()};
}

double t_of_interval(std::size_t n) {
    expect(n >= 2, "an interval is of two values at least");
    return boost::math::quantile(boost::math::students_t(static_cast<double>(n) - 1.0), 0.975);
}

double share_of_variance(IntervalOf of, std::size_t n) {
    const double of_mean = 1.0 / static_cast<double>(n);
    return of == IntervalOf::mean ? of_mean : 1.0 + of_mean;
}

Estimate paired_difference(std::span<const double> base, std::span<const double> alternative, IntervalOf of) {
    expect(base.size() == alternative.size(), "paired values are as many");
    std::vector<double> differences(base.size());
    for (std::size_t i = 0; i < base.size(); ++i) differences[i] = alternative[i] - base[i];
    return estimate_mean(differences, of);
}

double standardised_effect(const Estimate& difference, double sd) {
    return sd > 0.0 ? difference.mean / sd : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace bevlogen
