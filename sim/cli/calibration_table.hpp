// What `calibrate` prints: published against simulated values, and what became of the parameters.
#pragma once

#include <string>
#include <vector>

#include "sim/calibrate/calibration_plan.hpp"
#include "sim/record/calibration_file.hpp"

namespace bevlogen {

std::string calibration_table(const CalibrationRecord& record);
// The same for machines.
std::string calibration_json(const CalibrationRecord& record);

// Targets alone, under sets of values that nobody fitted here: [set][part].
std::string check_table(const CalibrationDescription& about, const std::vector<std::vector<double>>& sets, const std::string& under);
std::string check_json(const CalibrationDescription& about, const std::vector<std::vector<double>>& sets);

// The chosen values as a parameter file. Throws InputError where there are none.
std::string calibrated_parameters(const CalibrationRecord& record, const Vocabulary& vocabulary, const std::string& file);

}  // namespace bevlogen
