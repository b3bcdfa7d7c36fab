// What a calibration has found out, from its record: weighted quantiles, and how much narrower parameters became.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/record/calibration_file.hpp"

namespace bevlogen {

// Of weighted values that are finite; NaN of none.
struct WeightedSummary {
    double low = 0.0, median = 0.0, high = 0.0;  // 90 % interval
};
WeightedSummary summarise_weighted(const std::vector<double>& values, const std::vector<double>& weights);

// Of each parameter, in its unit; how much of the prior's variance is gone, of its quantile there: 0 as wide as before, 1 a point. Of what
// follows from others there is no prior: NaN.
struct ParameterPosterior {
    WeightedSummary value;
    double contraction = 0.0;
    // Whether the targets tell it: a quarter of the variance is gone (the bound is ours), and more than as many points would lose by
    // chance.
    bool is_identified = false;
};
std::vector<ParameterPosterior> parameter_posteriors(const CalibrationRecord& record);

// Of each part, over the posterior.
std::vector<WeightedSummary> part_posteriors(const CalibrationRecord& record);
// The same over the first generation, which is the prior.
std::vector<WeightedSummary> part_priors(const CalibrationRecord& record);

// [set][part] -> a mean each.
std::vector<double> mean_over(const std::vector<std::vector<double>>& sets);

}  // namespace bevlogen
