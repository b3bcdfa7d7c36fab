// The experiment that the words after `compare` name: a comparison file, scenario files, or a results file to repeat.
#pragma once

#include <string>
#include <vector>

#include "sim/cli/context.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// One comparison file, or a base and alternatives. Throws InputError with the mistakes of all of them.
Experiment read_comparison_files(const Context& context, const std::vector<std::string>& files, const std::vector<Override>& overrides);

// The comparison that a results file holds, under overrides.
Experiment repeated_comparison(const Context& context, const std::string& file, const std::vector<Override>& overrides);

}  // namespace bevlogen
