// Correlations and regressions over persons, with the influence of each person on them.
#include "sim/experiment/panel_statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "sim/core/contract.hpp"
#include "sim/core/week.hpp"

namespace bevlogen {
namespace {

constexpr double kNormal975 = 1.959963984540054;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr Estimate kNothing = {kNaN, kNaN, kNaN, 0};

// A statistic and how far each person moves it: its squared standard error is the sum of squares (White 1980, clusters).
struct Influenced {
    double value = kNaN;
    std::vector<double> by_person;
};

Estimate estimate(const Influenced& found) {
    if (!std::isfinite(found.value)) return kNothing;
    double squares = 0.0;
    for (const double influence : found.by_person) squares += influence * influence;
    const double half = kNormal975 * std::sqrt(squares);
    return {found.value, found.value - half, found.value + half, 1};
}

// Looks that are a number of weeks; 0 where there is no such number.
std::size_t looks_in(int weeks, int every) { return weeks % every == 0 ? static_cast<std::size_t>(weeks / every) : 0; }

struct Correlation {
    double r = kNaN;
    double persons = 0.0;
};

// Of x at one look and y at another, over persons who were there at both.
Correlation correlation(const PanelTrace& x, std::size_t look_x, const PanelTrace& y, std::size_t look_y) {
    double n = 0.0, sx = 0.0, sy = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (std::size_t i = 0; i < x.persons; ++i) {
        const double a = x.at(look_x, i), b = y.at(look_y, i);
        if (std::isnan(a) || std::isnan(b)) continue;
        n += 1.0, sx += a, sy += b, xx += a * a, yy += b * b, xy += a * b;
    }
    const double squares = (xx - sx * sx / n) * (yy - sy * sy / n);
    return n > 3.0 && squares > 0.0 ? Correlation{(xy - sx * sy / n) / std::sqrt(squares), n} : Correlation{};
}

// Mean correlation of x at each look with y `lag` looks later.
Estimate mean_correlation(const PanelTrace& x, const PanelTrace& y, std::size_t lag) {
    double sum = 0.0, persons = 0.0, count = 0.0;
    for (std::size_t look = 0; look + lag < x.looks(); ++look) {
        const Correlation one = correlation(x, look, y, look + lag);
        if (std::isfinite(one.r)) sum += one.r, persons += one.persons, count += 1.0;
    }
    if (count == 0.0) return kNothing;
    const double r = sum / count;
    const double z = std::atanh(r), half = kNormal975 / std::sqrt(persons / count - 3.0);
    return {r, std::tanh(z - half), std::tanh(z + half), 1};
}

void expect_same_panel(const PanelTrace& x, const PanelTrace& y) {
    expect(x.persons == y.persons && x.every == y.every && x.values.size() == y.values.size(), "two traces are of the same panel");
}

constexpr std::size_t kMonths = kWeeksPerYear / kWeeksPerEpoch;
using Months = std::array<double, kMonths>;

// Means of four weeks in the year that begins at `first` look; NaN in months where a look is missing.
Months months_of(const PanelTrace& x, std::size_t first, std::size_t looks_a_month, std::size_t person) {
    Months months{};
    for (std::size_t month = 0; month < kMonths; ++month) {
        for (std::size_t look = 0; look < looks_a_month; ++look)
            months[month] += x.at(first + month * looks_a_month + look, person) / static_cast<double>(looks_a_month);
    }
    return months;
}

double mean_of(const Months& months) {
    double sum = 0.0;
    for (const double month : months) sum += month;
    return sum / static_cast<double>(kMonths);
}

// Pairs of moments 52 weeks apart, of all persons who were there at both, standardised.
struct Lagged {
    std::vector<std::size_t> person;
    std::vector<double> y_then, x_then, y_now, x_now;
};

void standardise(std::vector<double>& values) {
    double sum = 0.0, squares = 0.0;
    for (const double value : values) sum += value;
    const double mean = sum / static_cast<double>(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double sd = std::sqrt(squares / static_cast<double>(values.size()));
    for (double& value : values) value = (value - mean) / sd;
}

Lagged lagged(const PanelTrace& y, const PanelTrace& x) {
    Lagged rows;
    const std::size_t year = looks_in(kWeeksPerYear, y.every);
    if (year == 0) return rows;
    for (std::size_t then = 0; then + year < y.looks(); then += std::max<std::size_t>(1, year / 2)) {
        for (std::size_t i = 0; i < y.persons; ++i) {
            const std::array<double, 4> one = {y.at(then, i), x.at(then, i), y.at(then + year, i), x.at(then + year, i)};
            if (std::isnan(one[0] + one[1] + one[2] + one[3])) continue;
            rows.person.push_back(i);
            rows.y_then.push_back(one[0]), rows.x_then.push_back(one[1]), rows.y_now.push_back(one[2]), rows.x_now.push_back(one[3]);
        }
    }
    for (std::vector<double>* column : {&rows.y_then, &rows.x_then, &rows.y_now, &rows.x_now}) standardise(*column);
    return rows;
}

double product_mean(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum / static_cast<double>(a.size());
}

// Coefficient of `other` in the regression of `now` on `other` and `same`, all standardised.
Influenced coefficient(const std::vector<double>& now, const std::vector<double>& other, const std::vector<double>& same,
                       const std::vector<std::size_t>& person, std::size_t persons) {
    if (now.size() < 4) return {};
    const double between = product_mean(other, same), with_other = product_mean(now, other), with_same = product_mean(now, same);
    const double left = 1.0 - between * between;
    const double of_other = (with_other - between * with_same) / left, of_same = (with_same - between * with_other) / left;
    Influenced found{of_other, std::vector<double>(persons, 0.0)};
    for (std::size_t i = 0; i < now.size(); ++i) {
        const double residual = now[i] - of_other * other[i] - of_same * same[i];
        found.by_person[person[i]] += (other[i] - between * same[i]) * residual / (left * static_cast<double>(now.size()));
    }
    return found;
}

}  // namespace

Estimate panel_correlation(const PanelTrace& x, const PanelTrace& y) {
    expect_same_panel(x, y);
    return mean_correlation(x, y, 0);
}

Estimate panel_stability(const PanelTrace& x) {
    const std::size_t year = looks_in(kWeeksPerYear, x.every);
    return year > 0 ? mean_correlation(x, x, year) : kNothing;
}

Estimate panel_slope(const PanelTrace& y, const PanelTrace& x) {
    expect_same_panel(x, y);
    const std::size_t looks_a_month = looks_in(kWeeksPerEpoch, x.every);
    if (looks_a_month == 0) return kNothing;
    struct PersonYear {
        std::size_t person;
        Months x, y;  // deviations
    };
    std::vector<PersonYear> years;
    double squares = 0.0, products = 0.0, all = 0.0, all_squares = 0.0;
    const std::size_t looks_a_year = looks_a_month * kMonths;
    for (std::size_t first = 0; first + looks_a_year <= x.looks(); first += looks_a_year) {
        for (std::size_t i = 0; i < x.persons; ++i) {
            PersonYear one{i, months_of(x, first, looks_a_month, i), months_of(y, first, looks_a_month, i)};
            const double mean_x = mean_of(one.x), mean_y = mean_of(one.y);
            if (std::isnan(mean_x + mean_y)) continue;
            for (std::size_t month = 0; month < kMonths; ++month) {
                all += one.y[month], all_squares += one.y[month] * one.y[month];
                one.x[month] -= mean_x, one.y[month] -= mean_y;
                squares += one.x[month] * one.x[month], products += one.x[month] * one.y[month];
            }
            years.push_back(one);
        }
    }
    const double count = static_cast<double>(years.size() * kMonths);
    const double sd = std::sqrt(all_squares / count - (all / count) * (all / count));
    const double slope = products / squares;
    Influenced found{slope / sd, std::vector<double>(x.persons, 0.0)};
    for (const PersonYear& one : years) {
        for (std::size_t month = 0; month < kMonths; ++month)
            found.by_person[one.person] += one.x[month] * (one.y[month] - slope * one.x[month]) / (squares * sd);
    }
    return estimate(found);
}

Estimate panel_cross_lag(const PanelTrace& y, const PanelTrace& x) {
    expect_same_panel(x, y);
    const Lagged rows = lagged(y, x);
    return estimate(coefficient(rows.y_now, rows.x_then, rows.y_then, rows.person, y.persons));
}

Estimate panel_cross_lag_excess(const PanelTrace& y, const PanelTrace& x) {
    expect_same_panel(x, y);
    const Lagged rows = lagged(y, x);
    Influenced excess = coefficient(rows.y_now, rows.x_then, rows.y_then, rows.person, y.persons);
    const Influenced back = coefficient(rows.x_now, rows.y_then, rows.x_then, rows.person, y.persons);
    excess.value -= back.value;
    for (std::size_t i = 0; i < excess.by_person.size(); ++i) excess.by_person[i] -= back.by_person[i];
    return estimate(excess);
}

Estimate panel_odds_ratio(const PanelTrace& event, const PanelTrace& level, const PanelTrace& stratum) {
    expect_same_panel(event, level);
    expect_same_panel(event, stratum);
    const std::size_t a_year = looks_in(kWeeksPerYear, event.every);
    if (a_year == 0) return kNothing;
    struct Table {
        double cells[2][2] = {};  // [level above][event]
    };
    std::map<long, Table> tables;
    for (std::size_t start = 0; start + a_year < event.looks(); start += a_year) {
        for (std::size_t i = 0; i < event.persons; ++i) {
            const double x = level.at(start, i), s = stratum.at(start, i);
            if (std::isnan(x) || std::isnan(s)) continue;
            bool happens = false;
            for (std::size_t look = start; look < start + a_year; ++look) happens = happens || event.at(look, i) > 0.5;
            tables[std::lround(s)].cells[x > 1.0 ? 1 : 0][happens ? 1 : 0] += 1.0;
        }
    }
    double R = 0.0, S = 0.0, PR = 0.0, mixed = 0.0, QS = 0.0;
    for (const auto& [_, table] : tables) {
        const double a = table.cells[1][1], b = table.cells[1][0], c = table.cells[0][1], d = table.cells[0][0];
        const double n = a + b + c + d;
        const double p = (a + d) / n, q = (b + c) / n, r = a * d / n, s = b * c / n;
        R += r, S += s, PR += p * r, mixed += p * s + q * r, QS += q * s;
    }
    if (!(R > 0.0 && S > 0.0)) return kNothing;
    const double variance = PR / (2.0 * R * R) + mixed / (2.0 * R * S) + QS / (2.0 * S * S);
    const double half = kNormal975 * std::sqrt(variance);
    return {R / S, R / S * std::exp(-half), R / S * std::exp(half), 1};
}

}  // namespace bevlogen
