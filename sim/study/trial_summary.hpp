// What many replications of a trial say together: the distribution of the published statistic.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "sim/study/trial_analysis.hpp"

namespace bevlogen {

inline constexpr double kTrialLevel = 0.05;  // two-sided, at which a trial counts as significant
inline constexpr double kTrialPower = 0.80;  // for which the sample size is told

struct TrialSummary {
    std::size_t replications = 0;  // with an estimate
    // Of the estimates; of odds ratios of their logarithms, then taken back.
    double mean = 0.0, sd = 0.0;
    double low = 0.0, high = 0.0;      // between which 90 % of them lie (quantiles with linear interpolation)
    double significant = 0.0;          // share
    double mean_of_significant = 0.0;  // what would be published if only significant trials were; NaN where there are none
    double persons = 0.0;              // who count, in both arms, on average
    // In both arms together, for a power of 80 %: those who count, times the square of how far the mean is from where it would have to be
    // in standard errors. Nothing where the mean is not clear of zero over the replications.
    std::optional<std::size_t> persons_for_power;
};

TrialSummary summarise_trials(std::span<const AnalysisResult> trials, AnalysisKind kind);

}  // namespace bevlogen
