// Means over weighted replicates; the best takes the resample.
#include "sim/experiment/probability_best.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace bevlogen {

std::vector<double> probability_best(std::span<const std::vector<double>> values, Direction good, const Resamples& resamples) {
    expect(!values.empty(), "there is a scenario");
    std::vector<double> shares(values.size(), std::numeric_limits<double>::quiet_NaN());
    const std::size_t replicates = values.front().size();
    std::vector<std::size_t> whole;
    for (std::size_t r = 0; r < replicates; ++r) {
        if (std::all_of(values.begin(), values.end(), [r](const std::vector<double>& of) { return std::isfinite(of[r]); }))
            whole.push_back(r);
    }
    if (good == Direction::neutral || whole.size() < 2) return shares;
    std::fill(shares.begin(), shares.end(), 0.0);
    const double sign = good == Direction::higher_is_better ? 1.0 : -1.0;
    double counted = 0.0;
    std::vector<double> sums(values.size());
    for (std::size_t draw = 0; draw < resamples.size(); ++draw) {
        const std::vector<double>& weights = resamples.weights(draw);
        expect(weights.size() == replicates, "resamples are of as many replicates");
        double weight = 0.0;
        for (const std::size_t r : whole) weight += weights[r];
        if (weight == 0.0) continue;
        for (std::size_t s = 0; s < values.size(); ++s) {
            sums[s] = 0.0;
            for (const std::size_t r : whole) sums[s] += sign * weights[r] * values[s][r];
        }
        const double best = *std::max_element(sums.begin(), sums.end());
        const auto winners = static_cast<double>(std::count(sums.begin(), sums.end(), best));
        for (std::size_t s = 0; s < values.size(); ++s) {
            if (sums[s] == best) shares[s] += 1.0 / winners;
        }
        counted += 1.0;
    }
    for (double& share : shares) share /= counted;
    return shares;
}

}  // namespace bevlogen
