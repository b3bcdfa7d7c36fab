// Which scenarios are worth considering at some worth of an averted year, and what the next step costs.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/cost_effect.hpp"

namespace bevlogen {

enum class FrontierPlace {
    unpriced,   // its measure has no price: not compared
    same,       // neither costs nor averted years can be told from those of `other`, which stands before it
    start,      // the cheapest of the others
    step,       // averts more than `other`, which is the step before, at a rising price of a year
    dominated,  // `other` averts as much or more for as little or less, by means
    mixed,      // `other` and the step before it, each for a part, avert more for the same money, by means
};

struct FrontierStep {
    FrontierPlace place = FrontierPlace::start;
    std::optional<std::size_t> other;  // a scenario
    CostPerAverted against;            // what intervals say of it against `other`; the ratio where that means something
};

// Incremental cost-effectiveness (Drummond et al., 2015). `costs` and `averted` are differences to the base, [scenario][replicate or draw],
// the base included; only observations in which no scenario is missing count. Empty with fewer than two of them.
std::vector<FrontierStep> efficiency_frontier(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                              const std::vector<bool>& is_unpriced, IntervalOf of = IntervalOf::mean);

}  // namespace bevlogen
