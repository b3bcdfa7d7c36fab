// Everything that is made of an opened results file: what is shown, compared, exported and reported starts here.
#pragma once

#include <functional>
#include <memory>

#include "sim/record/stored_results.hpp"

namespace bevlogen::fuzz {

using OpenAgain = std::function<std::unique_ptr<StoredResults>()>;

// Opens the file and reads it in all ways; `open` is asked for several of it.
void read_in_all_ways(const OpenAgain& open);

}  // namespace bevlogen::fuzz
