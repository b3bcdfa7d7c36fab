// Says in a line what a part of a target measures.
#pragma once

#include <string>

#include "sim/calibrate/calibration_plan.hpp"

namespace bevlogen {

// "mean of burnt_out (phases: anios, aios), in 2015"
std::string part_words(const TargetPart& part, const CalibrationPlan& plan, const Model& model);

}  // namespace bevlogen
