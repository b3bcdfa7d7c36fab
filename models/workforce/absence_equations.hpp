// The equations of absence and events, one pure function each, numbered as in docs/model.md. One-letter symbols are those of that page.
#pragma once

#include "models/workforce/fields.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {

// Hazards are chances in one week. Whoever's score is not a number has a hazard that is none either: nothing happens to them.

// A1 Short illness: more often the more burnt out (Borritz 2006).
BEVLOGEN_INLINE float short_illness_hazard(float h, float on_burnout, float z_burnout) noexcept {
    return h * portable_exp(on_burnout * z_burnout);
}

// A2 Burnout leave: h0 holds at z_exhaustion = at, and grows no more above the cap; `risk` is above 1 for some time after a return.
BEVLOGEN_INLINE float burnout_leave_hazard(float h0, float on_exhaustion, float at, float cap, float z_exhaustion, float risk) noexcept {
    const float z = z_exhaustion > cap ? cap : z_exhaustion;
    return risk * (h0 * portable_exp(on_exhaustion * (z - at)));
}

// A3 Planned maternity leave: women from one birthday to the other; `woman` is 1 or 0.
BEVLOGEN_INLINE float maternity_hazard(float h, float woman, float age_weeks, float from_weeks, float to_weeks) noexcept {
    const float old_enough = age_weeks >= from_weeks ? woman : 0.0f;
    return h * (age_weeks < to_weeks ? old_enough : 0.0f);
}

// A4 Competing risks with one uniform number u: the hazards are laid end to end, in this order, and u falls into one of them or none.
struct LeaveHazards {
    float burnout = 0.0f, long_illness = 0.0f, maternity = 0.0f, short_illness = 0.0f;
};
BEVLOGEN_INLINE float total_hazard(const LeaveHazards& h) noexcept {
    return ((h.burnout + h.long_illness) + h.maternity) + h.short_illness;
}
BEVLOGEN_INLINE Leave leave_that_begins(float u, const LeaveHazards& h) noexcept {
    if (u < h.burnout) return Leave::burnout;
    if (u < h.burnout + h.long_illness) return Leave::long_illness;
    if (u < (h.burnout + h.long_illness) + h.maternity) return Leave::maternity;
    return u < total_hazard(h) ? Leave::short_illness : Leave::none;
}

// A5 A short illness of geometric length with this mean lasts one more week with probability 1 - 1/mean.
BEVLOGEN_INLINE float chance_of_one_more_week(float mean_weeks) noexcept { return 1.0f - 1.0f / mean_weeks; }

// A6 The log of a lognormal's median from its mean m and the SD s of its log: ln m - s^2/2.
BEVLOGEN_INLINE float log_median_of_mean(float m, float s) noexcept { return portable_log(m) - 0.5f * s * s; }

// A7 A drawn length in whole weeks, the nearest, between the shortest and the longest.
BEVLOGEN_INLINE int whole_weeks(double drawn, float shortest, float longest) noexcept {
    const double low = static_cast<double>(shortest), high = static_cast<double>(longest);
    return static_cast<int>(std::floor((drawn < low ? low : drawn > high ? high : drawn) + 0.5));
}

// A8 The last weeks of a burnout leave are at half hours: this share of all, to the nearest week.
BEVLOGEN_INLINE float half_hours_weeks(float weeks, float share) noexcept { return std::floor(share * weeks + 0.5f); }

// A9 A complaint: more often against who is burnt out (Panagioti 2018).
BEVLOGEN_INLINE float complaint_hazard(float h, float factor, float above, float z_burnout) noexcept {
    return h * (z_burnout > above ? factor : 1.0f);
}

// A10 A conflict with colleagues: less often where it is safe to speak up.
BEVLOGEN_INLINE float conflict_hazard(float h, float on_safety, float safety) noexcept { return h * portable_exp(-on_safety * safety); }

// A11 What a week leaves of something that fades with this time constant: e^(-1/tau).
BEVLOGEN_INLINE float fade_of_a_week(float tau) noexcept { return portable_exp(-1.0f / tau); }

// A12 What is left a week later; what is too small to be felt is forgotten, so that columns do not fill with denormal numbers.
inline constexpr float kForgottenBelow = 1e-6f;  // SD
BEVLOGEN_INLINE float faded(float left, float fade) noexcept {
    const float next = left * fade;
    return next < kForgottenBelow ? 0.0f : next;
}

// A13 By how much the target of a factor has to stand off its own, so that a kick of `left` fades by `fade` a week whatever the factor's
// own gain = 1 - e^(-1/tau): in x + (target + shift - x) gain, the kicked part goes from left to left fade.
BEVLOGEN_INLINE float fading_shift(float left, float fade, float gain) noexcept { return left * (1.0f - (1.0f - fade) / gain); }

// A14 The stationary mean of what is left of kicks, at the end of a week, from the mean kick of a week (sum of hazard x size).
BEVLOGEN_INLINE float mean_left(float kick_a_week, float fade) noexcept { return kick_a_week / (1.0f - fade); }

}  // namespace bevlogen::workforce
