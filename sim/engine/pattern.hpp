// What a model is held to: published or aimed-at figures of its baseline, declared as data, measured from a results file.
#pragma once

#include <string>

#include "sim/core/label.hpp"

namespace bevlogen {

// How a figure is measured. Means are over replicates and all clearings, in a stratum the last of each year; the panel is followed week by
// week.
enum class PatternKind {
    mean,              // of an outcome in a row of phases or strata
    largest_row_of,    // 1 where the outcome's mean is largest in that row of phases or strata among the rows of its grouping, else 0
    persons,           // in a row of phases, at a population scale of 1
    yearly,            // of a rate a year: how many in a year in a row of phases, at a population scale of 1
    mean_stay,         // of a rate a year at which a row of phases is entered: months that somebody stays, 12 over the rate
    ratio,             // of the mean of an outcome to that of another in the same row
    drift,             // last year's mean minus the first's, in SD between persons (shares: percentage points / 100)
    reference_mean,    // mean of the outcome over its reference mean, of raw scores in units of the reference SD: 0 is equal
    reference_spread,  // SD between persons over the reference SD: 1 is equal
    correlation,       // of two traces over persons, averaged over weeks
    stability,         // correlation of a trace with itself a year later
    slope,             // of a trace on another within persons: months of four weeks, less the person's mean of 13 months; the first in SD
    cross_lag,         // of a trace on another a year earlier, given itself a year earlier (standardised)
    cross_lag_excess,  // that, less the one in the other direction: of the other on the trace
    odds_ratio,        // of an event (a trace of 0 and 1) within a year where another trace is above 1 at its start, adjusted for a third
};

struct PatternDecl {
    std::string name;  // "stability_of_burnout"
    Label label;
    PatternKind kind = PatternKind::mean;
    std::string outcome;         // or trace
    std::string other{};         // second trace: what the first is correlated with or regressed on; second outcome of a ratio
    std::string adjusted_for{};  // third trace, of whole numbers
    std::string row{};           // of phases or strata; empty: everybody
    double low = 0.0;            // aimed at: [low, high]
    double high = 0.0;
    std::string unit{};  // "%" shows a share in per cent
    std::string source;  // author and year, or what it is aimed at
};

}  // namespace bevlogen
