// The equations of surveys, one pure function each, numbered as in docs/model.md: what participants report, points abroad, who answers.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::instruments {

// I3 The score that a person reports, of which less is better: participants of a programme, who know of it, may report so much better than
// they are. Of what more is better the shift is negative.
BEVLOGEN_INLINE float reported_z(float z, float response_shift, bool is_participant) noexcept {
    return z - (is_participant ? response_shift : 0.0f);
}

// I4 Points of MBI emotional exhaustion (nine items, 0 to 54) from a mean of the UBOS, its Dutch version (0 to 6).
BEVLOGEN_INLINE float mbi_points(float ubos_exhaustion) noexcept { return 9.0f * ubos_exhaustion; }

// I5 The chance that a person answers a survey: log odds at a burnout score of 0, and per z.
BEVLOGEN_INLINE float chance_to_answer(float odds_at_0, float on_burnout, float z_burnout) noexcept {
    return 1.0f / (1.0f + portable_exp(-(odds_at_0 + on_burnout * z_burnout)));
}

}  // namespace bevlogen::instruments
