// What an averted year costs, where that can be said; and which scenario is worth most at which worth of an averted year.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/label.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/experiment/resamples.hpp"

namespace bevlogen {

// What the 95 % intervals of costs (dearer, cheaper) and of averted years (better, worse) say together. Where one contains zero, only the
// other is named; `unclear` where both do, or where there is one replicate.
enum class CostVerdict {
    dearer_and_better,
    cheaper_and_better,
    dearer_and_worse,
    cheaper_and_worse,
    better,   // at costs that cannot be told apart
    worse,    // likewise
    dearer,   // with an effect that cannot be told apart
    cheaper,  // likewise
    unclear,
};

// What a verdict says; less where the measure itself has no price yet, so that nothing looks cheap for want of one.
Label words_for(CostVerdict verdict, bool has_unpriced_measure = false);

struct CostPerAverted {
    CostVerdict verdict = CostVerdict::unclear;
    // EUR for an averted year, the ratio of means with Fieller's interval (Fieller 1954), if dearer_and_better or better (then the interval
    // contains zero); EUR saved for a year that is not averted if cheaper_and_worse. NaN in other cases, where a ratio says nothing.
    Estimate ratio = no_estimate();
};

// Both are differences between a scenario and the base, paired: EUR more, years averted.
CostPerAverted cost_per_averted(std::span<const double> costs, std::span<const double> averted, IntervalOf of = IntervalOf::mean);

// How often each scenario has the highest net benefit, worth x averted - costs, over resamples (probability_best).
// [scenario][worth]; empty with fewer than two pairs. `costs` and `averted` are differences to the base, [scenario][replicate or draw], the
// base included.
std::vector<std::vector<double>> acceptability(std::span<const std::vector<double>> costs, std::span<const std::vector<double>> averted,
                                               std::span<const double> worth, const Resamples& resamples);

// 0, 10,000 ... 200,000 EUR.
std::vector<double> usual_worths();

}  // namespace bevlogen
