// Solves normal equations with Eigen.
#include "sim/study/regression.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Dense>
#include <cmath>

#include "sim/study/samples.hpp"

namespace bevlogen {
namespace {

Eigen::MatrixXd design_of(std::span<const std::vector<double>> predictors, std::size_t n) {
    Eigen::MatrixXd x(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(predictors.size() + 1));
    x.col(0).setOnes();
    for (std::size_t k = 0; k < predictors.size(); ++k)
        x.col(static_cast<Eigen::Index>(k + 1)) = Eigen::Map<const Eigen::VectorXd>(predictors[k].data(), static_cast<Eigen::Index>(n));
    return x;
}

std::vector<double> as_vector(const Eigen::VectorXd& v) { return {v.data(), v.data() + v.size()}; }

// Whether the normal equations have one solution, as far as their numbers can tell.
bool is_regular(const Eigen::LDLT<Eigen::MatrixXd>& solved) {
    const Eigen::VectorXd d = solved.vectorD();
    return solved.info() == Eigen::Success && d.minCoeff() > 1e-10 * d.maxCoeff();
}

// A generalised linear model with the canonical link, by Newton's method: `mean_of` gives means of linear predictors, `variance_of`
// variances of means.
template <class MeanOf, class VarianceOf>
Regression by_newton(std::span<const std::vector<double>> predictors, std::span<const double> outcome, double start, const MeanOf& mean_of,
                     const VarianceOf& variance_of) {
    constexpr int kMostSteps = 50;
    constexpr double kMostLog = 30.0;  // beyond, the predictors tell the outcome for certain
    Regression result;
    result.n = outcome.size();
    const std::size_t terms = predictors.size() + 1;
    if (result.n <= terms) return result;
    const Eigen::MatrixXd x = design_of(predictors, result.n);
    const Eigen::Map<const Eigen::VectorXd> y(outcome.data(), static_cast<Eigen::Index>(result.n));
    const auto k = static_cast<Eigen::Index>(terms);
    Eigen::VectorXd b = Eigen::VectorXd::Zero(k);
    b[0] = start;
    for (int step = 0; step < kMostSteps; ++step) {
        const Eigen::VectorXd mean = mean_of(x * b);
        const Eigen::VectorXd w = variance_of(mean);
        const Eigen::MatrixXd information = x.transpose() * w.asDiagonal() * x;
        const Eigen::LDLT<Eigen::MatrixXd> solved(information);
        if (!is_regular(solved)) return result;
        const Eigen::VectorXd change = solved.solve(x.transpose() * (y - mean));
        b += change;
        if (!(b.cwiseAbs().maxCoeff() < kMostLog)) return result;
        if (change.cwiseAbs().maxCoeff() < 1e-10) {
            result.coefficient = as_vector(b);
            result.standard_error = as_vector(solved.solve(Eigen::MatrixXd::Identity(k, k)).diagonal().cwiseSqrt());
            result.is_solved = true;
            return result;
        }
    }
    return result;
}

}  // namespace

Regression least_squares(std::span<const std::vector<double>> predictors, std::span<const double> outcome) {
    Regression result;
    result.n = outcome.size();
    const std::size_t terms = predictors.size() + 1;
    if (result.n <= terms) return result;
    const Eigen::MatrixXd x = design_of(predictors, result.n);
    const Eigen::Map<const Eigen::VectorXd> y(outcome.data(), static_cast<Eigen::Index>(result.n));
    const Eigen::MatrixXd xx = x.transpose() * x;
    const Eigen::LDLT<Eigen::MatrixXd> solved(xx);
    if (!is_regular(solved)) return result;
    const Eigen::VectorXd b = solved.solve(x.transpose() * y);
    const double variance = (y - x * b).squaredNorm() / static_cast<double>(result.n - terms);
    const auto k = static_cast<Eigen::Index>(terms);
    const Eigen::MatrixXd inverse = solved.solve(Eigen::MatrixXd::Identity(k, k));
    result.coefficient = as_vector(b);
    result.standard_error = as_vector((variance * inverse.diagonal()).cwiseSqrt());
    result.is_solved = true;
    return result;
}

Regression standardised_least_squares(std::span<const std::vector<double>> predictors, std::span<const double> outcome) {
    const auto in_sd = [](std::span<const double> values) {
        const Moments m = moments_of(values);
        std::vector<double> z;
        for (const double v : values) z.push_back(m.sd > 0.0 ? (v - m.mean) / m.sd : 0.0);  // what does not vary is then not solved
        return z;
    };
    std::vector<std::vector<double>> all;
    for (const std::vector<double>& predictor : predictors) all.push_back(in_sd(predictor));
    return least_squares(all, in_sd(outcome));
}

Regression logistic_regression(std::span<const std::vector<double>> predictors, std::span<const double> outcome) {
    return by_newton(
        predictors, outcome, 0.0,
        [](const Eigen::VectorXd& linear) -> Eigen::VectorXd { return (1.0 + (-linear.array()).exp()).inverse(); },
        [](const Eigen::VectorXd& p) -> Eigen::VectorXd { return p.array() * (1.0 - p.array()); });
}

Regression log_linear_regression(std::span<const std::vector<double>> predictors, std::span<const double> outcome) {
    const double mean = moments_of(outcome).mean;
    if (!(mean > 0.0)) return {};
    const auto mean_of = [](const Eigen::VectorXd& linear) -> Eigen::VectorXd { return linear.array().exp(); };
    Regression found =
        by_newton(predictors, outcome, std::log(mean), mean_of, [](const Eigen::VectorXd& rate) -> Eigen::VectorXd { return rate; });
    if (!found.is_solved) return found;
    const Eigen::MatrixXd x = design_of(predictors, found.n);
    const Eigen::Map<const Eigen::VectorXd> b(found.coefficient.data(), static_cast<Eigen::Index>(found.coefficient.size()));
    const Eigen::Map<const Eigen::VectorXd> y(outcome.data(), static_cast<Eigen::Index>(found.n));
    const Eigen::VectorXd rate = mean_of(x * b);
    const double pearson = ((y - rate).array().square() / rate.array()).sum();
    const double dispersion = std::sqrt(pearson / static_cast<double>(found.n - found.coefficient.size()));
    for (double& error : found.standard_error) error *= dispersion;
    return found;
}

}  // namespace bevlogen
