// What a reader of this model's numbers must know about them.
#pragma once

#include <vector>

#include "sim/core/label.hpp"

namespace bevlogen {

std::vector<Label> workforce_limits();

}  // namespace bevlogen
