// The answer of a sensitivity analysis for people, for machines, and as a file.
#pragma once

#include <string>
#include <vector>

#include "sim/record/table_file.hpp"
#include "sim/sweep/sensitivity.hpp"

namespace bevlogen {

// A row an axis, the strongest first, at most `most` of them; what is missing is said above.
std::string sensitivity_table(const SweepTable& sweep, const Sensitivity& found, std::size_t most);
// A row a point of a grid or list: level, differences from the first point and from the one before, costs. Nothing for other designs, or
// for more points than one reads.
std::string points_table(const SweepTable& sweep, const SensitivityQuestion& question);
std::string sensitivity_json(const SweepTable& sweep, const std::vector<Sensitivity>& found);
// Dimensions `question` and `parameter`; one variable for each number of the table and its interval.
NamedTable sensitivity_file(const SweepTable& sweep, const std::vector<Sensitivity>& found);

// "burnt out (UBOS), anios and aios, year 10".
std::string question_words(const SweepTable& sweep, const SensitivityQuestion& question);

}  // namespace bevlogen
