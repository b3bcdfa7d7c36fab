// From interval and direction to a word.
#include "sim/experiment/verdict.hpp"

namespace bevlogen {

Verdict verdict_of(Direction good, const Estimate& difference) {
    if (difference.mean == 0.0 && difference.low == 0.0 && difference.high == 0.0) return Verdict::none;
    if (!difference.excludes_zero()) return Verdict::unclear;
    if (good == Direction::neutral) return Verdict::different;
    const bool rises = difference.low > 0.0;
    return rises == (good == Direction::higher_is_better) ? Verdict::better : Verdict::worse;
}

}  // namespace bevlogen
