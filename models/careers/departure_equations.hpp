// The equations of departure, one pure function each, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::careers {

// D1 The chance that somebody considers to leave (log odds linear in scores and factors; Hodkinson 2022, Willard-Grace 2019).
struct Intention {
    float base = 0.0f, on_burnout = 0.0f, on_engagement = 0.0f, on_work_home = 0.0f, on_insecurity = 0.0f, on_autonomy = 0.0f;

    float operator()(float z_burnout, float z_engagement, float work_home, float insecurity, float autonomy) const noexcept
        __attribute__((always_inline)) {
        const float odds = base + on_burnout * z_burnout - on_engagement * z_engagement + on_work_home * work_home +
                           on_insecurity * insecurity - on_autonomy * autonomy;
        return 1.0f / (1.0f + portable_exp(-odds));
    }
};

// D2 How many times the usual somebody leaves: (intention / usual)^power.
BEVLOGEN_INLINE float times_usual(float intention, float usual, float power) noexcept {
    return portable_exp(power * portable_log(intention / usual));
}

// D3 Chance in an epoch of something with this rate a year.
BEVLOGEN_INLINE float chance_in_epoch(float rate_a_year) noexcept {
    constexpr float kEpochsAYear = static_cast<float>(kWeeksPerYear) / kWeeksPerEpoch;
    return 1.0f - portable_exp(-rate_a_year / kEpochsAYear);
}

// A little above that chance and quick to work out, as 1 - e^-x < x: who draws a number above this is spared. A thousandth and a
// millionth on top are far more than rounding to float can take away.
BEVLOGEN_INLINE float above_chance_in_epoch(float rate_a_year) noexcept {
    constexpr float kYearsAnEpoch = static_cast<float>(kWeeksPerEpoch) / kWeeksPerYear;
    return rate_a_year * (1.001f * kYearsAnEpoch) + 1e-6f;
}
// Whether it happens to who draws u.
BEVLOGEN_INLINE bool happens_in_epoch(float rate_a_year, float u) noexcept {
    return u < above_chance_in_epoch(rate_a_year) && u < chance_in_epoch(rate_a_year);
}

// D4 The rate a year of retiring at an age in years, from shares a year of those in whole years of age.
BEVLOGEN_INLINE float retirement_rate(float share_60_to_62, float share_63_to_65, float share_66_on, float age) noexcept {
    const float share = age < 60.0f ? 0.0f : age < 63.0f ? share_60_to_62 : age < 66.0f ? share_63_to_65 : share_66_on;
    return -portable_log(1.0f - share);
}

}  // namespace bevlogen::careers
