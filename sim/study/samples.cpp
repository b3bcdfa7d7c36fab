// Sums over samples in their order; distributions are Boost's.
#include "sim/study/samples.hpp"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace bevlogen {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double two_sided_p(double t, double degrees) {
    return 2.0 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), std::abs(t)));
}

}  // namespace

Moments moments_of(std::span<const double> values) {
    Moments m{values.size(), kNone, kNone};
    if (values.empty()) return m;
    double sum = 0.0, squares = 0.0;
    for (const double v : values) sum += v;
    m.mean = sum / static_cast<double>(m.n);
    for (const double v : values) squares += (v - m.mean) * (v - m.mean);
    if (m.n > 1) m.sd = std::sqrt(squares / static_cast<double>(m.n - 1));
    return m;
}

double correlation_of(std::span<const double> x, std::span<const double> y) {
    const double mean_x = moments_of(x).mean, mean_y = moments_of(y).mean;
    double xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - mean_x, dy = y[i] - mean_y;
        xx += dx * dx, yy += dy * dy, xy += dx * dy;
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : kNone;
}

GroupDifference compare_groups(std::span<const double> first, std::span<const double> second) {
    const Moments a = moments_of(first), b = moments_of(second);
    if (a.n < 2 || b.n < 2) return {kNone, kNone, kNone, 1.0};
    const auto n = static_cast<double>(a.n), m = static_cast<double>(b.n);
    const double variance = ((n - 1.0) * a.sd * a.sd + (m - 1.0) * b.sd * b.sd) / (n + m - 2.0);
    GroupDifference result;
    result.difference = a.mean - b.mean;
    result.standard_error = std::sqrt(variance * (1.0 / n + 1.0 / m));
    if (!(variance > 0.0)) return {result.difference, 0.0, kNone, 1.0};
    result.standardised = result.difference / std::sqrt(variance);
    result.p = two_sided_p(result.difference / result.standard_error, n + m - 2.0);
    return result;
}

ShareDifference compare_shares(std::size_t first_yes, std::size_t first_n, std::size_t second_yes, std::size_t second_n) {
    const auto a = static_cast<double>(first_yes), n = static_cast<double>(first_n), c = static_cast<double>(second_yes),
               m = static_cast<double>(second_n);
    if (first_n == 0 || second_n == 0) return {kNone, kNone, 1.0};
    ShareDifference result;
    result.difference = a / n - c / m;
    const bool has_empty = first_yes == 0 || second_yes == 0 || first_yes == first_n || second_yes == second_n;
    const double more = has_empty ? 0.5 : 0.0;
    result.odds_ratio = (a + more) * (m - c + more) / ((n - a + more) * (c + more));
    const double share = (a + c) / (n + m), variance = share * (1.0 - share) * (1.0 / n + 1.0 / m);
    if (variance > 0.0)
        result.p =
            2.0 * boost::math::cdf(boost::math::complement(boost::math::normal(), std::abs(result.difference) / std::sqrt(variance)));
    return result;
}

double power_of_groups(double d, std::size_t n, double alpha) {
    if (n < 2) return 0.0;
    const double degrees = 2.0 * static_cast<double>(n) - 2.0, shift = std::abs(d) * std::sqrt(static_cast<double>(n) / 2.0);
    const double critical = boost::math::quantile(boost::math::complement(boost::math::students_t(degrees), alpha / 2.0));
    const boost::math::non_central_t t(degrees, shift);
    return boost::math::cdf(boost::math::complement(t, critical)) + boost::math::cdf(t, -critical);
}

std::size_t group_size_for_power(double d, double power, double alpha) {
    if (d == 0.0 || !(power > 0.0 && power < 1.0) || !(alpha > 0.0 && alpha < 1.0))
        throw std::invalid_argument("a sample size needs an effect that is not 0, and power and level between 0 and 1");
    std::size_t low = 1, high = 2;  // power(low) is below, power(high) at least `power`
    while (power_of_groups(d, high, alpha) < power) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (power_of_groups(d, middle, alpha) < power ? low : high) = middle;
    }
    return high;
}

}  // namespace bevlogen
