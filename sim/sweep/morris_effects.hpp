// Elementary effects: how much an output changes with each axis, from the values at the points of morris_trajectories.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "sim/experiment/resamples.hpp"
#include "sim/sweep/design.hpp"
#include "sim/sweep/interval.hpp"

namespace bevlogen {

// Of the elementary effects of one axis: change of the output over change of the coordinate, so per whole range of the axis, in the
// output's unit. NaN where there are none; the SD also where there is one.
struct MorrisEffect {
    double mean = std::numeric_limits<double>::quiet_NaN();           // mu: direction, can be 0 where ups and downs cancel
    double mean_absolute = std::numeric_limits<double>::quiet_NaN();  // mu*, by which axes are ranked (Campolongo et al., 2007)
    double sd = std::numeric_limits<double>::quiet_NaN();             // sigma: interactions and what is not linear
    Interval interval;                                                // 95 %, of mu*, over trajectories
    std::size_t effects_used = 0;
};

// An effect an axis (Morris, 1991; Campolongo, Cariboni and Saltelli, 2007). `steps` are those of the design and `values` of its points, in
// their order. Effects that need a value that is no finite number are left out. `of_trajectories` are of as many observations as there
// are trajectories.
std::vector<MorrisEffect> morris_effects(std::span<const MorrisStep> steps, std::size_t axes, std::span<const double> values,
                                         const Resamples& of_trajectories);

}  // namespace bevlogen
