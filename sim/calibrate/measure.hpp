// Measures what targets ask for, in what simulated persons said.
#pragma once

#include <span>
#include <vector>

#include "sim/calibrate/condition_answers.hpp"
#include "sim/calibrate/target.hpp"

namespace bevlogen {

// A value of the part, NaN where it cannot be measured: nobody is there, nothing varies, no odds are finite. `conditions` in the order of
// the plan; `scale` of the population.
double measure_part(const TargetPart& part, std::span<const ConditionAnswers> conditions, double scale);

// Of all parts, in the order of targets.
std::vector<double> measure_targets(const std::vector<Target>& targets, std::span<const ConditionAnswers> conditions, double scale);

}  // namespace bevlogen
