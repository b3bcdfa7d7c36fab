// Linear and logistic regression, as published analyses use them.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace bevlogen {

// Of an intercept and one coefficient a predictor, in their order behind it.
struct Regression {
    std::vector<double> coefficient;
    std::vector<double> standard_error;
    std::size_t n = 0;
    bool is_solved = false;  // false: predictors that follow from each other, too few persons, or outcomes that they separate
};

// Least squares. `predictors[k][i]` is of person i.
Regression least_squares(std::span<const std::vector<double>> predictors, std::span<const double> outcome);
// The same with predictors and outcome in SD of the sample: standardised coefficients; the intercept is 0.
Regression standardised_least_squares(std::span<const std::vector<double>> predictors, std::span<const double> outcome);
// Maximum likelihood of outcomes 0 and 1 by Newton's method; coefficients are log odds ratios.
Regression logistic_regression(std::span<const std::vector<double>> predictors, std::span<const double> outcome);
// Log-linear model of rates from 0 (Poisson quasi-likelihood), likewise; coefficients are logs of rate ratios. Standard errors allow for a
// variance in proportion to the mean (McCullagh and Nelder 1989).
Regression log_linear_regression(std::span<const std::vector<double>> predictors, std::span<const double> outcome);

}  // namespace bevlogen
