// Reads the targets of a calibration against the model whose quantities they name.
#pragma once

#include <vector>

#include "sim/calibrate/calibration_plan.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/scenario/toml_value.hpp"

namespace bevlogen {

// Adds targets to the plan, and the quantities that they ask for. Conditions are read before. Mistakes are reported at their places.
void read_targets(const std::vector<const TomlValue*>& tables, const Model& model, CalibrationPlan& plan, Diagnostics& diagnostics);

}  // namespace bevlogen
