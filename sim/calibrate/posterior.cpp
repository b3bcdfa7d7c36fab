// Sorts values and adds weights up.
#include "sim/calibrate/posterior.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kPriorVariance = 1.0 / 12.0;  // of a quantile
constexpr double kLeastContraction = 0.25;

// Two standard errors of the variance of so many even numbers, over that variance: the fourth moment of an even distribution is 1.8 times
// the square of its second.
double by_chance(double points) { return 2.0 * std::sqrt(0.8 / points); }

std::vector<double> weights_of(const CalibrationRecord& record) {
    std::vector<double> weights;
    for (const CalibrationRun& run : record.runs) weights.push_back(run.weight);
    return weights;
}

std::vector<double> column(const CalibrationRecord& record, std::vector<double> CalibrationRun::*of, std::size_t k) {
    std::vector<double> all;
    for (const CalibrationRun& run : record.runs) all.push_back((run.*of)[k]);
    return all;
}

std::vector<WeightedSummary> parts_under(const CalibrationRecord& record, const std::vector<double>& weights) {
    std::vector<WeightedSummary> all;
    for (std::size_t p = 0; p < record.about.parts.size(); ++p)
        all.push_back(summarise_weighted(column(record, &CalibrationRun::part, p), weights));
    return all;
}

}  // namespace

WeightedSummary summarise_weighted(const std::vector<double>& values, const std::vector<double>& weights) {
    std::vector<std::size_t> order;
    double total = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]) && weights[i] > 0.0) order.push_back(i), total += weights[i];
    }
    if (order.empty()) return {kNaN, kNaN, kNaN};
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    const auto quantile = [&](double share) {
        double passed = 0.0;
        for (const std::size_t i : order) {
            passed += weights[i] / total;
            if (passed >= share) return values[i];
        }
        return values[order.back()];
    };
    return {quantile(0.05), quantile(0.5), quantile(0.95)};
}

std::vector<ParameterPosterior> parameter_posteriors(const CalibrationRecord& record) {
    const std::vector<double> weights = weights_of(record);
    const double effective_points = 1.0 / std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0);  // they sum to 1
    std::vector<ParameterPosterior> all;
    for (std::size_t k = 0; k < record.about.parameters.size(); ++k) {
        const std::vector<double> at = column(record, &CalibrationRun::coordinate, k);
        const double mean = std::inner_product(at.begin(), at.end(), weights.begin(), 0.0);
        double variance = 0.0;
        for (std::size_t i = 0; i < at.size(); ++i) variance += weights[i] * (at[i] - mean) * (at[i] - mean);
        const double contraction = record.about.parameters[k].is_free() ? 1.0 - variance / kPriorVariance : kNaN;
        const bool is_identified = contraction >= std::max(kLeastContraction, by_chance(effective_points));
        all.push_back({summarise_weighted(column(record, &CalibrationRun::value, k), weights), contraction, is_identified});
    }
    return all;
}

std::vector<WeightedSummary> part_posteriors(const CalibrationRecord& record) { return parts_under(record, weights_of(record)); }

std::vector<WeightedSummary> part_priors(const CalibrationRecord& record) {
    std::vector<double> first;
    for (const CalibrationRun& run : record.runs) first.push_back(run.generation == 0 ? 1.0 : 0.0);
    return parts_under(record, first);
}

std::vector<double> mean_over(const std::vector<std::vector<double>>& sets) {
    std::vector<double> mean(sets.front().size(), 0.0);
    for (const std::vector<double>& one : sets) {
        for (std::size_t p = 0; p < mean.size(); ++p) mean[p] += one[p] / static_cast<double>(sets.size());
    }
    return mean;
}

}  // namespace bevlogen
