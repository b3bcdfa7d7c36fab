// Every index is a ratio of sums over rows, so that a resample costs one weighted sum of what the rows contribute.
#include "sim/sweep/sobol_indices.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

// What rows contribute: [row][middle of f(A) and f(B), their mean square, then of each axis (first order) and again (total order)].
class RowTerms {
  public:
    RowTerms(std::span<const double> values, std::size_t axes) : axes_(axes), width_(2 + 2 * axes) {
        const std::size_t row_width = axes + 2;
        for (std::size_t row = 0; row < values.size() / row_width; ++row) {
            const auto of_row = values.subspan(row * row_width, row_width);
            if (std::all_of(of_row.begin(), of_row.end(), [](double value) { return std::isfinite(value); })) rows_.push_back(row);
        }
        const double centre = rows_.empty() ? 0.0 : mean_output(values);
        terms_.reserve(rows_.size() * width_);
        for (const std::size_t row : rows_) append(values.subspan(row * row_width, row_width), centre);
    }

    std::size_t rows() const { return rows_.size(); }

    // Sums of the terms over rows, each as often as `weight_of(row)` says, over the sum of weights.
    template <class WeightOf>
    std::vector<double> means(WeightOf weight_of) const {
        std::vector<double> sums(width_, 0.0);
        double weights = 0.0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const double weight = weight_of(rows_[i]);
            if (weight == 0.0) continue;
            weights += weight;
            const double* const of_row = &terms_[i * width_];
            for (std::size_t term = 0; term < width_; ++term) sums[term] += weight * of_row[term];
        }
        for (double& sum : sums) sum /= weights;
        return sums;
    }

    static double variance(const std::vector<double>& means) { return means[1] - means[0] * means[0]; }

    double first(const std::vector<double>& means, std::size_t axis) const { return share(means[2 + axis], means); }
    double total(const std::vector<double>& means, std::size_t axis) const { return share(means[2 + axes_ + axis], means); }

  private:
    // Over A and B, as a distance from the first value: exact where nothing varies, so that a variance of 0 is found.
    double mean_output(std::span<const double> values) const {
        const double origin = values[rows_.front() * (axes_ + 2)];
        double sum = 0.0;
        for (const std::size_t row : rows_) sum += (values[row * (axes_ + 2)] - origin) + (values[row * (axes_ + 2) + 1] - origin);
        return origin + sum / (2.0 * static_cast<double>(rows_.size()));
    }

    // The first-order product takes f(B) from the mean: the same on average, with far less chance where the mean is large.
    void append(std::span<const double> row, double centre) {
        const double a = row[0] - centre, b = row[1] - centre;
        terms_.push_back((a + b) / 2.0);
        terms_.push_back((a * a + b * b) / 2.0);
        for (const double mixed : row.subspan(2)) terms_.push_back(b * (mixed - row[0]));
        for (const double mixed : row.subspan(2)) terms_.push_back((row[0] - mixed) * (row[0] - mixed) / 2.0);
    }

    static double share(double part, const std::vector<double>& means) {
        const double whole = variance(means);
        return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
    }

    std::size_t axes_, width_;
    std::vector<std::size_t> rows_;  // that are whole
    std::vector<double> terms_;
};

}  // namespace

SobolResult sobol_indices(std::span<const double> values, std::size_t axes, const Resamples& of_rows) {
    expect(values.size() % (axes + 2) == 0, "a row has two values and one an axis");
    const RowTerms terms(values, axes);
    SobolResult result{std::vector<SobolIndex>(axes), terms.rows()};
    if (terms.rows() < 2) return result;
    const std::vector<double> once = terms.means([](std::size_t) { return 1.0; });
    result.variance = RowTerms::variance(once);
    std::vector<std::vector<double>> firsts(axes), totals(axes);
    for (std::size_t draw = 0; draw < of_rows.size(); ++draw) {
        const std::vector<double>& weights = of_rows.weights(draw);
        expect(weights.size() == values.size() / (axes + 2), "resamples are of as many rows");
        const std::vector<double> means = terms.means([&weights](std::size_t row) { return weights[row]; });
        for (std::size_t axis = 0; axis < axes; ++axis) {
            firsts[axis].push_back(terms.first(means, axis));
            totals[axis].push_back(terms.total(means, axis));
        }
    }
    for (std::size_t axis = 0; axis < axes; ++axis) {
        result.indices[axis] = {terms.first(once, axis), terms.total(once, axis), percentile_interval(std::move(firsts[axis])),
                                percentile_interval(std::move(totals[axis]))};
    }
    return result;
}

}  // namespace bevlogen
