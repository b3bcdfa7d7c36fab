// What careers and the job market are held to: stocks, flows, contracts, departures.
#pragma once

#include <vector>

#include "sim/engine/pattern.hpp"

namespace bevlogen {

std::vector<PatternDecl> career_patterns();

}  // namespace bevlogen
