// Statistics of followed persons: how traces go together, last, answer each other and predict each other.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/paired.hpp"

namespace bevlogen {

// One trace of the panel: a value for each look and person, NaN where the person was not there. Looks are at weeks every, 2 every, ...
struct PanelTrace {
    std::size_t persons = 0;
    int every = 1;
    std::vector<double> values;  // [look][person]

    std::size_t looks() const { return persons > 0 ? values.size() / persons : 0; }
    double at(std::size_t look, std::size_t person) const { return values[look * persons + person]; }
};

// All of the same panel. Estimates have a 95 % interval over persons, normal for large panels, and one replicate; NaN where the panel is
// too short or too small, or a trace does not vary.

// Correlation over persons, averaged over looks; its interval is that of one look with the mean number of persons (Fisher 1915, z).
Estimate panel_correlation(const PanelTrace& x, const PanelTrace& y);
// Correlation with itself 52 weeks later, averaged over all such pairs of looks; interval as above.
Estimate panel_stability(const PanelTrace& x);
// Slope of y on x within persons: means of four weeks, less the person's mean of the year's 13 months; pooled least squares over the years
// of persons who were there throughout. y is divided by its SD over all these persons and months, x is taken as it is. Persons are
// clusters.
Estimate panel_slope(const PanelTrace& y, const PanelTrace& x);
// Standardised coefficient of x in the regression of y 52 weeks later on x and y: pairs of looks that begin about half a year apart,
// pooled. Persons are clusters; means and SDs count as known.
Estimate panel_cross_lag(const PanelTrace& y, const PanelTrace& x);
// panel_cross_lag(y, x) less panel_cross_lag(x, y), of the same persons.
Estimate panel_cross_lag_excess(const PanelTrace& y, const PanelTrace& x);

// Odds ratio of an event within 52 weeks, of who has a level above 1 at their start against who has not, within strata of a third trace at
// that start (Mantel and Haenszel 1959): person-years one after the other, of who is there at the start. Interval of its logarithm after
// Robins, Breslow and Greenland (1986).
Estimate panel_odds_ratio(const PanelTrace& event, const PanelTrace& level, const PanelTrace& stratum);

}  // namespace bevlogen
