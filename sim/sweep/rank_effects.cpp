// Normal equations in correlations, solved by Cholesky's decomposition; ranks counted anew in each resample.
#include "sim/sweep/rank_effects.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

using Column = std::vector<double>;  // a number a point

// Of an axis, the share of its variance that does not follow from those before it. With less, the axes are dependent: *assumed*, far above
// rounding (1e-15 times the points) and far below what a design that means to separate two axes would have.
constexpr double kLeastOwnShare = 1e-10;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool is_constant(const Column& column) { return std::adjacent_find(column.begin(), column.end(), std::not_equal_to<>()) == column.end(); }

// Mean 0 and mean square 1, so that resamples lose nothing to large means.
Column standardised(Column column) {
    const auto n = static_cast<double>(column.size());
    const double mean = std::accumulate(column.begin(), column.end(), 0.0) / n;
    double squares = 0.0;
    for (double& value : column) {
        value -= mean;
        squares += value * value;
    }
    const double sd = std::sqrt(squares / n);
    for (double& value : column) value /= sd;
    return column;
}

// Pearson's, of every column with those before it: [row (row + 1) / 2 + column]. Not numbers where a column is constant in the resample.
class Correlations {
  public:
    Correlations(const std::vector<Column>& columns, const Column& weights) : triangle_(columns.size() * (columns.size() + 1) / 2) {
        const double n = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<Column> weighted(columns.size());
        Column means(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) {
            weighted[c].resize(weights.size());
            std::transform(weights.begin(), weights.end(), columns[c].begin(), weighted[c].begin(), std::multiplies<>());
            means[c] = std::accumulate(weighted[c].begin(), weighted[c].end(), 0.0) / n;
        }
        for (std::size_t row = 0; row < columns.size(); ++row) {
            for (std::size_t column = 0; column <= row; ++column) {
                const double products = std::inner_product(weighted[row].begin(), weighted[row].end(), columns[column].begin(), 0.0);
                triangle_[place(row, column)] = products / n - means[row] * means[column];
            }
        }
        Column sds(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const double variance = triangle_[place(c, c)];
            sds[c] = variance > kLeastOwnShare ? std::sqrt(variance) : kNaN;  // of columns with variance 1 over all points
        }
        for (std::size_t row = 0; row < columns.size(); ++row) {
            for (std::size_t column = 0; column <= row; ++column) triangle_[place(row, column)] /= sds[row] * sds[column];
        }
    }

    double operator()(std::size_t row, std::size_t column) const { return triangle_[place(row, column)]; }

  private:
    static std::size_t place(std::size_t row, std::size_t column) { return row * (row + 1) / 2 + column; }

    Column triangle_;
};

// Least squares of the last column on the others, all standardised; empty where these are dependent.
std::vector<double> regression_coefficients(const Correlations& correlation, std::size_t axes) {
    std::vector<double> factor(axes * axes, 0.0), solution(axes);  // correlation = factor x factor transposed
    for (std::size_t row = 0; row < axes; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double left = correlation(row, column);
            for (std::size_t k = 0; k < column; ++k) left -= factor[row * axes + k] * factor[column * axes + k];
            if (row == column && !(left > kLeastOwnShare)) return {};
            factor[row * axes + column] = row == column ? std::sqrt(left) : left / factor[column * axes + column];
        }
    }
    for (std::size_t row = 0; row < axes; ++row) {
        solution[row] = correlation(axes, row);
        for (std::size_t k = 0; k < row; ++k) solution[row] -= factor[row * axes + k] * solution[k];
        solution[row] /= factor[row * axes + row];
    }
    for (std::size_t row = axes; row-- > 0;) {
        for (std::size_t k = row + 1; k < axes; ++k) solution[row] -= factor[k * axes + row] * solution[k];
        solution[row] /= factor[row * axes + row];
    }
    return solution;
}

// Which of the different values of a column each point has, counted from the lowest.
struct Ties {
    explicit Ties(const Column& column) : group(column.size()) {
        std::vector<std::size_t> order(column.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&column](std::size_t a, std::size_t b) { return column[a] < column[b]; });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i == 0 || column[order[i]] != column[order[i - 1]]) ++groups;
            group[order[i]] = groups - 1;
        }
    }

    // Middle ranks from the mean rank, where a point counts as often as its weight says.
    Column centred_ranks(const Column& weights) const {
        Column in_group(groups, 0.0);
        for (std::size_t p = 0; p < group.size(); ++p) in_group[group[p]] += weights[p];
        const double middle = std::accumulate(in_group.begin(), in_group.end(), 0.0) / 2.0;
        double below = 0.0;
        for (double& count : in_group) {
            const double counted = count;
            count = below + counted / 2.0 - middle;
            below += counted;
        }
        Column ranks(group.size());
        for (std::size_t p = 0; p < group.size(); ++p) ranks[p] = in_group[group[p]];
        return ranks;
    }

    std::vector<std::size_t> group;
    std::size_t groups = 0;
};

double product_of(const Column& a, const Column& b, const Column& weights) {
    double sum = 0.0;
    for (std::size_t p = 0; p < weights.size(); ++p) sum += weights[p] * a[p] * b[p];
    return sum;
}

// What one axis came to over all points or over a resample.
struct Estimates {
    std::vector<double> regression, rank_correlation;  // [varying axis]
    double r_squared = kNaN;
};

// The axes that vary and, as the last column, the output.
class Ranking {
  public:
    explicit Ranking(const std::vector<Column>& columns) : ties_(columns.begin(), columns.end()) {
        for (const Column& column : columns) columns_.push_back(standardised(column));
    }

    Estimates estimates(const Column& weights) const {
        const std::size_t axes = columns_.size() - 1;
        Estimates found{std::vector<double>(axes, kNaN), std::vector<double>(axes, kNaN)};
        const Correlations correlation(columns_, weights);
        const std::vector<double> coefficients = regression_coefficients(correlation, axes);
        if (!coefficients.empty()) {
            found.regression = coefficients;
            found.r_squared = 0.0;
            for (std::size_t axis = 0; axis < axes; ++axis) found.r_squared += coefficients[axis] * correlation(axes, axis);
        }
        const Column output = ties_.back().centred_ranks(weights);
        const double of_output = product_of(output, output, weights);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            const Column ranks = ties_[axis].centred_ranks(weights);
            found.rank_correlation[axis] = product_of(ranks, output, weights) / std::sqrt(product_of(ranks, ranks, weights) * of_output);
        }
        return found;
    }

  private:
    std::vector<Column> columns_;
    std::vector<Ties> ties_;
};

// The numbers at these places.
template <class Numbers>
Column picked(const Numbers& numbers, const std::vector<std::size_t>& points, std::size_t stride = 1, std::size_t offset = 0) {
    Column column;
    column.reserve(points.size());
    for (const std::size_t point : points) column.push_back(numbers[point * stride + offset]);
    return column;
}

}  // namespace

RankResult rank_effects(std::span<const double> coordinates, std::size_t axes, std::span<const double> values, const Resamples& of_points) {
    expect(coordinates.size() == values.size() * axes, "a point has a coordinate an axis");
    std::vector<std::size_t> points;
    for (std::size_t point = 0; point < values.size(); ++point) {
        if (std::isfinite(values[point])) points.push_back(point);
    }
    RankResult result{std::vector<RankEffect>(axes), kNaN, points.size()};
    const Column output = picked(values, points);
    if (points.size() < 2 || is_constant(output)) return result;
    std::vector<std::size_t> varying;
    std::vector<Column> columns;
    for (std::size_t axis = 0; axis < axes; ++axis) {
        Column column = picked(coordinates, points, axes, axis);
        if (is_constant(column)) continue;
        varying.push_back(axis);
        columns.push_back(std::move(column));
    }
    columns.push_back(output);

    const Ranking ranking(columns);
    const Estimates best = ranking.estimates(Column(points.size(), 1.0));
    std::vector<std::vector<double>> regressions(varying.size()), rank_correlations(varying.size());
    for (std::size_t draw = 0; draw < of_points.size(); ++draw) {
        expect(of_points.weights(draw).size() == values.size(), "resamples are of as many points");
        const Estimates once = ranking.estimates(picked(of_points.weights(draw), points));
        for (std::size_t v = 0; v < varying.size(); ++v) {
            regressions[v].push_back(once.regression[v]);
            rank_correlations[v].push_back(once.rank_correlation[v]);
        }
    }
    result.r_squared = best.r_squared;
    for (std::size_t v = 0; v < varying.size(); ++v) {
        result.effects[varying[v]] = {best.regression[v], best.rank_correlation[v], percentile_interval(std::move(regressions[v])),
                                      percentile_interval(std::move(rank_correlations[v]))};
    }
    return result;
}

}  // namespace bevlogen
