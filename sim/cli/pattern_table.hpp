// The table of what a model is held to, and whether a file of it meets that.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/cli/context.hpp"
#include "sim/experiment/patterns.hpp"

namespace bevlogen {

// Patterns of the model of a results file, measured in its first scenario. Throws InputError as measure_patterns does.
std::vector<PatternValue> patterns_in(const std::filesystem::path& file, const Context& context);

// Value, interval, aim, met or missed, source of each; drifts that are met stand together, with the largest of them.
std::string pattern_table(std::span<const PatternValue> patterns);
// All of them, as JSON; `answer` is JSON text that gets them under "patterns".
std::string with_patterns(const std::string& answer, std::span<const PatternValue> patterns);

}  // namespace bevlogen
