// Which targets a record reaches: each part by one value, with an interval beside it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/calibrate/target.hpp"
#include "sim/record/calibration_file.hpp"

namespace bevlogen {

struct PartFit {
    double value = 0.0;  // that counts
    double low = 0.0, high = 0.0;
};

// Means over sets [set][part], and where 90 % of them lie.
std::vector<PartFit> fit_over(const std::vector<std::vector<double>>& sets);
// The chosen values, with the posterior's 90 % interval beside them; empty where nothing was chosen.
std::vector<PartFit> chosen_fit(const CalibrationRecord& record);

bool is_reached(const AimedPart& part, const PartFit& fit);
// Of each target; missed where a part is.
std::vector<TargetState> target_fits(const CalibrationDescription& about, const std::vector<PartFit>& parts);
std::string_view word_of(TargetState state);

struct FitCounts {
    std::size_t tests = 0, met = 0;   // targets that test the model
    std::size_t levels = 0, set = 0;  // whose level a parameter sets
};
FitCounts count_fits(const CalibrationDescription& about, const std::vector<TargetState>& fits);

}  // namespace bevlogen
