// Sobol' indices: which share of an output's variance goes with each axis, from the values at the points of sobol_rows.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "sim/experiment/resamples.hpp"
#include "sim/sweep/interval.hpp"

namespace bevlogen {

struct SobolIndex {
    double first = std::numeric_limits<double>::quiet_NaN();  // the share that the axis explains alone
    double total = std::numeric_limits<double>::quiet_NaN();  // the share that goes with it, interactions included
    Interval first_interval, total_interval;                  // 95 %, over rows
};

struct SobolResult {
    std::vector<SobolIndex> indices;  // an axis each
    std::size_t rows_used = 0;
    double variance = std::numeric_limits<double>::quiet_NaN();  // of the output over A and B, in its unit squared
};

// `values` in the order of sobol_rows: a row is f(A), f(B) and, for each axis j, f(A with coordinate j of B). First order by Saltelli et
// al. (2010, table 2, b), total order by Jansen (1999). A first index can come out below 0 or above the total one by chance. A row in which
// a value is no finite number is left out as a whole. NaN with fewer than two rows and where the output does not vary. `of_rows` are of as
// many observations as there are rows, those left out included.
SobolResult sobol_indices(std::span<const double> values, std::size_t axes, const Resamples& of_rows);

}  // namespace bevlogen
