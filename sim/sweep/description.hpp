// What the file of a sweep says about it: follows from the plan alone, whoever ran it.
#pragma once

#include "sim/record/sweep_file.hpp"
#include "sim/sweep/plan.hpp"

namespace bevlogen {

SweepDescription describe_sweep(const SweepPlan& plan, const Model& model);

}  // namespace bevlogen
