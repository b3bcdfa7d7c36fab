// What a sweep varies, in both languages.
#pragma once

#include <cstddef>

#include "sim/core/label.hpp"
#include "sim/sweep/plan.hpp"

namespace bevlogen {

// A value as it stands in a sentence: "0.25" and "0,25", "yes" and "ja"; a word of a choice as it is written.
Label worded_axis_value(const Axis& axis, double value);
// "0.1 to 0.4, by the logarithm"; "8, 16 and 24".
Label worded_axis_values(const Axis& axis);
// "coaches 16", of several axes "coaches 16, sessions 6".
Label worded_point(const SweepPlan& plan, std::size_t point);

}  // namespace bevlogen
