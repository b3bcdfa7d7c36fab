// The equations of the two theories with one latent well-being, one pure function each, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::wellbeing {

// T1 The trait of well-being: engaged by nature, less strained by nature.
BEVLOGEN_INLINE float wellbeing_trait(float t_zest, float t_strain) noexcept { return t_zest - t_strain; }

// T2 What an outcome tends to: its loading on well-being y*, and on the weighted demands D, which only the three-part theory has.
BEVLOGEN_INLINE float loaded_outcome(float on_wellbeing, float on_demands, float wellbeing, float D) noexcept {
    return on_wellbeing * wellbeing + on_demands * D;
}

// T3 A driver of engagement or burnout (Shanafelt and Noseworthy 2017), + is good: two factors, weighed with their signs.
BEVLOGEN_INLINE float driver(float weight_a, float a, float weight_b, float b) noexcept { return weight_a * a + weight_b * b; }

// T4 Culture of wellness: mean of colleagues, supervisor, recognition, the leader's quality and psychological safety.
BEVLOGEN_INLINE float culture_of_wellness(float colleague_support, float supervisor_support, float recognition, float leader,
                                          float safety) noexcept {
    return (colleague_support + supervisor_support + recognition + leader + safety) * (1.0f / 5.0f);
}

// T5 Efficiency of practice: what takes time from care, and the care itself.
BEVLOGEN_INLINE float efficiency_of_practice(float content_weight, float administration, float workload, float role_unclarity,
                                             float work_content) noexcept {
    return -(administration + workload + role_unclarity) * (1.0f / 3.0f) + content_weight * work_content;
}

// T6 Personal resilience: mean of the personal resources, with the gains of programmes, and recovery.
BEVLOGEN_INLINE float personal_resilience(float recovery_weight, float capital, float compassion, float flexibility,
                                          float recovery) noexcept {
    return (capital + compassion + flexibility) * (1.0f / 3.0f) + recovery_weight * recovery;
}

// T7 What well-being tends to without traits (Bohman 2017): three parts, each of which the others make more of.
BEVLOGEN_INLINE float three_part_target(float on_C, float on_E, float on_R, float on_CE, float on_CR, float on_ER, float C, float E,
                                        float R) noexcept {
    return on_C * C + on_E * E + on_R * R + on_CE * (C * E) + on_CR * (C * R) + on_ER * (E * R);
}

}  // namespace bevlogen::wellbeing
