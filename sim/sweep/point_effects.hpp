// Points of a grid or list one by one: level, difference from the first and from the one before, and what it costs.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/cost_effect.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/sweep/sensitivity.hpp"

namespace bevlogen {

// All over replicates, paired, since every point of a replicate has the same chance. 95 % intervals; none with fewer than two replicates.
struct PointEffect {
    std::size_t point = 0;
    Estimate level = no_estimate();  // where no run of the point is there, as all that follows
    Estimate from_first = no_estimate();
    Estimate from_before = no_estimate();  // of the first point 0
    // Over all years, more than at the first point, in the world that was simulated.
    Estimate euros = no_estimate();    // all payers together, not discounted; no replicates where no costs are known
    Estimate averted = no_estimate();  // person-years less in the state that the outcome is the share of; no replicates of other outcomes
    CostPerAverted per_averted;
};

// Whether the design is a grid or list of so few points and axes that people read them one by one.
bool is_read_point_by_point(const SweepTable& table);

std::vector<PointEffect> point_effects(const SweepTable& table, const SensitivityQuestion& question);

}  // namespace bevlogen
