// Which scenarios are worth considering at some worth of an averted year, and what the next step costs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/cost_effect.hpp"

namespace bevlogen {

enum class FrontierPlace {
    start,                // averts most of those that cost least: nothing cheaper to compare with
    on_it,                // each further averted year costs more than on the step before
    dominated,            // another averts as much or more for as little or less
    dominated_by_mixing,  // two others, each for a part, avert more for the same money
};

struct FrontierStep {
    FrontierPlace place = FrontierPlace::start;
    // The scenario that is the step before (on_it), that dominates, or the dearer of the two that do by mixing.
    std::optional<std::size_t> other;
    CostPerAverted ratio;  // of on_it: against the step before
};

// By means over replicates or draws (Drummond et al., 2015: incremental cost-effectiveness ratios after dominated options are left out).
// `costs` and `averted` are differences to the base, [scenario][replicate or draw], the base included; only observations in which no
// scenario is missing count. Empty where there is none.
std::vector<FrontierStep> efficiency_frontier(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                              IntervalOf of = IntervalOf::mean);

}  // namespace bevlogen
