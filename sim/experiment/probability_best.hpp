// How sure it is which scenario is best in one outcome.
#pragma once

#include <span>
#include <vector>

#include "sim/engine/outcome.hpp"
#include "sim/experiment/resamples.hpp"

namespace bevlogen {

// `values[s]` holds scenario s's value in each replicate (or draw of parameters), paired. The share of resamples in which each scenario's
// mean is the best; scenarios that are equally good share a resample. Replicates in which a scenario is missing are left out. Not numbers
// where no direction is good or fewer than two replicates are whole.
std::vector<double> probability_best(std::span<const std::vector<double>> values, Direction good, const Resamples& resamples);

}  // namespace bevlogen
