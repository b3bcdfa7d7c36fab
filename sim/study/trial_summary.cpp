// Sorts estimates and counts.
#include "sim/study/trial_summary.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/study/samples.hpp"

namespace bevlogen {
namespace {

// Of ascending values, with linear interpolation (Hyndman and Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// So many standard errors must lie between zero and the mean.
double errors_for_power() {
    const boost::math::normal normal;
    return boost::math::quantile(normal, 1.0 - kTrialLevel / 2.0) + boost::math::quantile(normal, kTrialPower);
}

}  // namespace

TrialSummary summarise_trials(std::span<const AnalysisResult> trials, AnalysisKind kind) {
    const bool is_ratio = kind == AnalysisKind::odds_ratio;
    const auto back = [&](double value) { return is_ratio ? std::exp(value) : value; };
    std::vector<double> all, significant;
    double persons = 0.0;
    for (const AnalysisResult& trial : trials) {
        const double estimate = is_ratio ? std::log(trial.estimate) : trial.estimate;
        if (!std::isfinite(estimate)) continue;
        all.push_back(estimate);
        persons += static_cast<double>(trial.arm + trial.control);
        if (trial.p < kTrialLevel) significant.push_back(estimate);
    }
    std::ranges::sort(all);
    TrialSummary summary;
    const Moments moments = moments_of(all);
    const auto n = static_cast<double>(all.size());
    summary.replications = all.size();
    summary.mean = back(moments.mean);
    summary.sd = moments.sd;
    summary.low = back(quantile(all, 0.05));
    summary.high = back(quantile(all, 0.95));
    summary.significant = all.empty() ? 0.0 : static_cast<double>(significant.size()) / n;
    summary.mean_of_significant = back(moments_of(significant).mean);
    summary.persons = all.empty() ? 0.0 : persons / n;
    if (std::abs(moments.mean) > 2.0 * moments.sd / std::sqrt(n)) {
        const double needed = errors_for_power() * moments.sd / moments.mean;
        summary.persons_for_power = static_cast<std::size_t>(std::ceil(summary.persons * needed * needed));
    }
    return summary;
}

}  // namespace bevlogen
