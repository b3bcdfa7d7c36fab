// What may be said of a difference: better or worse only where its interval excludes zero.
#pragma once

#include "sim/engine/outcome.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {

enum class Verdict {
    better,
    worse,
    different,  // clear, in an outcome of which no direction is good
    unclear,    // not distinguishable: the interval contains zero, or there is none
    none        // equal in all replicates
};

// Equal means that every replicate's difference is exactly 0, of at least two replicates.
Verdict verdict_of(Direction good, const Estimate& difference);

}  // namespace bevlogen
