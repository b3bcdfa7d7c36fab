// Ordinary least squares in double precision, by normal equations and Cholesky, on standardised variables.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace bevlogen::statistical {

using Column = std::vector<double>;

inline double mean_of(const Column& x) {
    double sum = 0.0;
    for (const double value : x) sum += value;
    return sum / static_cast<double>(x.size());
}

// To mean 0 and SD 1.
inline Column standardised(const Column& x) {
    const double mean = mean_of(x);
    double squares = 0.0;
    for (const double value : x) squares += (value - mean) * (value - mean);
    const double sd = std::sqrt(squares / static_cast<double>(x.size()));
    Column z(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) z[i] = (x[i] - mean) / sd;
    return z;
}

// Mean product; of standardised columns their correlation.
inline double product_mean(const Column& x, const Column& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum / static_cast<double>(x.size());
}

inline double correlation(const Column& x, const Column& y) { return product_mean(standardised(x), standardised(y)); }

struct Regression {
    std::vector<double> beta;  // standardised, in the order of the predictors
    double r_squared = 0.0;
};

inline Regression regress(const Column& outcome, const std::vector<Column>& predictors) {
    const std::size_t k = predictors.size();
    std::vector<Column> x;
    for (const Column& predictor : predictors) x.push_back(standardised(predictor));
    const Column y = standardised(outcome);
    // Correlations of the predictors, replaced by their Cholesky factor row by row; then forward and backward substitution.
    std::vector<std::vector<double>> lower(k, std::vector<double>(k, 0.0));
    std::vector<double> with_outcome(k), half(k), beta(k);
    for (std::size_t a = 0; a < k; ++a) {
        with_outcome[a] = product_mean(x[a], y);
        for (std::size_t b = 0; b <= a; ++b) {
            double rest = product_mean(x[a], x[b]);
            for (std::size_t c = 0; c < b; ++c) rest -= lower[a][c] * lower[b][c];
            lower[a][b] = a == b ? std::sqrt(rest) : rest / lower[b][b];
        }
    }
    for (std::size_t a = 0; a < k; ++a) {
        double rest = with_outcome[a];
        for (std::size_t c = 0; c < a; ++c) rest -= lower[a][c] * half[c];
        half[a] = rest / lower[a][a];
    }
    double explained = 0.0;
    for (std::size_t a = k; a-- > 0;) {
        double rest = half[a];
        for (std::size_t c = a + 1; c < k; ++c) rest -= lower[c][a] * beta[c];
        beta[a] = rest / lower[a][a];
        explained += beta[a] * with_outcome[a];
    }
    return {beta, explained};
}

}  // namespace bevlogen::statistical
