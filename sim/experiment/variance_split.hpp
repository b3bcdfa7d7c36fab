// How much of the uncertainty of a mean is chance, and how much is of the parameters.
#pragma once

#include <cstddef>
#include <span>

namespace bevlogen {

// Variances of the mean over a draw's replicates; they add up to the variance between draws, unless chance alone is larger than that (then
// of_parameters is 0).
struct VarianceSplit {
    double of_parameters = 0.0;
    double of_chance = 0.0;

    double share_of_parameters() const { return of_parameters / (of_parameters + of_chance); }
};

// One-way random effects (Searle, Casella and McCulloch, 1992): `values` of replicates, `a_draw` neighbours under one draw of parameters.
// Not numbers with fewer than two replicates a draw, fewer than two draws, or where nothing varies. Draws with a missing value are left
// out.
VarianceSplit split_variance(std::span<const double> values, std::size_t a_draw);

}  // namespace bevlogen
