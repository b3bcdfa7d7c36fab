// The equations of well-being, one pure function each, numbered as in docs/model.md. One-letter symbols are those of that page.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::wellbeing {

// E1 Exact weekly step of an Ornstein-Uhlenbeck process: gain = 1 - e^(-1/tau), sd = s sqrt(1 - e^(-2/tau)).
BEVLOGEN_INLINE float ou_step(float x, float target, float gain, float sd, float z) noexcept { return x + (target - x) * gain + sd * z; }

// E2 Noise of a factor: a shock that a person shares between all factors (Z_c; a bad week raises demands and lowers resources) and one
// of its own. `common` is +sqrt(rho) for demands, -sqrt(rho) for resources; `own` is sqrt(1 - rho).
BEVLOGEN_INLINE float factor_noise(float common, float z_common, float own, float z_own) noexcept {
    return common * z_common + own * z_own;
}

// E3 Standard score with fixed reference values: feedbacks, instruments and cut-offs use z, the equations of outcomes raw values.
BEVLOGEN_INLINE float z_score(float raw, float mean, float inverse_sd) noexcept { return (raw - mean) * inverse_sd; }

// Exhaustion as E4 and E5 feel it: the rested gain no more than one SD, and above the cap it drives itself no further. Without a cap
// feedbacks of twice the strength run away, as E12 multiplies demands by missing resources.
BEVLOGEN_INLINE float felt_strain(float z_exhaustion, float cap) noexcept {
    const float floored = z_exhaustion > -1.0f ? z_exhaustion : -1.0f;
    return floored < cap ? floored : cap;
}

// E4 Strain raises perceived workload (Tang 2014), damped by control and support (Guthier 2020); L is the team's log load.
BEVLOGEN_INLINE float workload_feedback(float strain, float strain_cap, float damping, float load_weight, float z_exhaustion,
                                        float autonomy, float supervisor_support, float log_load) noexcept {
    const float damped = 1.0f - damping * portable_tanh(0.5f * (autonomy + supervisor_support));
    return strain * felt_strain(z_exhaustion, strain_cap) * damped + load_weight * log_load;
}

// E5 Workload, strain and overtime reach home; so do hours of the roster, duties above the reference and the household (standing part).
BEVLOGEN_INLINE float work_home_feedback(float workload_weight, float strain, float strain_cap, float hours_weight, float workload,
                                         float z_exhaustion, float log_overtime) noexcept {
    return workload_weight * workload + strain * felt_strain(z_exhaustion, strain_cap) + hours_weight * log_overtime;
}
BEVLOGEN_INLINE float work_home_standing(float hours_weight, float duty_weight, float household_weight, float log_roster_ratio,
                                         float extra_duties, float care_at_home, float mean_care_at_home) noexcept {
    return hours_weight * log_roster_ratio + duty_weight * extra_duties + household_weight * (care_at_home - mean_care_at_home);
}

// E6 The share of working time that goes to administration, against the reference share.
BEVLOGEN_INLINE float administration_feedback(float weight, float share, float reference_share) noexcept {
    return weight * (share - reference_share);
}

// E7 Workload takes recovery away; so do duties (standing part), which weigh more from age 50 on, and in the last phase from 55 on again.
BEVLOGEN_INLINE float recovery_feedback(float workload_weight, float workload) noexcept { return -workload_weight * workload; }
BEVLOGEN_INLINE float recovery_standing(float duty_weight, float duty_age_weight, float late_weight, float extra_duties, float duties,
                                        float age_years, bool is_late) noexcept {
    const float above_50 = age_years > 50.0f ? age_years - 50.0f : 0.0f;
    const float above_55 = is_late && age_years > 55.0f ? age_years - 55.0f : 0.0f;
    return -(duty_weight * extra_duties * (1.0f + duty_age_weight * above_50) + late_weight * above_55 * duties);
}

// E8 Slack is time for patients.
BEVLOGEN_INLINE float patient_contact_feedback(float weight, float log_load) noexcept {
    return weight * (log_load < 0.0f ? -log_load : 0.0f);
}

// E9 Time for care makes work content; years in the same post beyond the grace wear it.
BEVLOGEN_INLINE float work_content_feedback(float care_weight, float care_share, float reference_care_share, float wear_per_year,
                                            float grace_years, float years_in_post) noexcept {
    const float worn_years = years_in_post > grace_years ? years_in_post - grace_years : 0.0f;
    return care_weight * (care_share - reference_care_share) - wear_per_year * worn_years;
}

// E10 The engaged craft their jobs: autonomy, work content, development (Frederick and VanderWeele 2020).
BEVLOGEN_INLINE float crafting_feedback(float weight, float z_engagement) noexcept { return weight * z_engagement; }

// E11 A missing resource is a stressor: it counts more below the threshold.
BEVLOGEN_INLINE float missing_resource_factor(float resource, float threshold, float factor) noexcept {
    return resource < threshold ? factor : 1.0f;
}

// E12 What exhaustion tends to. D: weighted demands, R: weighted resources, P: weighted personal resources; resources buffer demands.
BEVLOGEN_INLINE float exhaustion_target(float scale, float D, float R, float P, float buffering, float D_unit, float D_floor, float R_unit,
                                        float t_strain) noexcept {
    const float relative = D / D_unit;
    const float demand = relative > D_floor ? relative : D_floor;
    return scale * (D - R - P - buffering * demand * (R / R_unit)) + t_strain;
}

// E13 What mental distance tends to: exhaustion, frustrated needs.
BEVLOGEN_INLINE float distance_target(float on_exhaustion, float on_needs, float on_flexibility, float on_capital, float exhaustion,
                                      float nA, float nC, float nR, float flexibility, float capital) noexcept {
    return on_exhaustion * exhaustion - on_needs * ((nA + nC + nR) * (1.0f / 3.0f)) - on_flexibility * flexibility - on_capital * capital;
}

// E14 What vigour tends to.
BEVLOGEN_INLINE float vigour_target(float on_A, float on_C, float on_R, float on_exhaustion, float on_capital, float on_flexibility,
                                    float nA, float nC, float nR, float exhaustion, float capital, float flexibility,
                                    float t_zest) noexcept {
    return on_A * nA + on_C * nC + on_R * nR - on_exhaustion * exhaustion + on_capital * capital + on_flexibility * flexibility + t_zest;
}

// E15 What dedication tends to.
BEVLOGEN_INLINE float dedication_target(float on_A, float on_C, float on_R, float on_distance, float on_capital, float nA, float nC,
                                        float nR, float distance, float capital, float t_zest) noexcept {
    return on_A * nA + on_C * nC + on_R * nR - on_distance * distance + on_capital * capital + t_zest;
}

// E16 What absorption tends to: a high workload absorbs (challenge).
BEVLOGEN_INLINE float absorption_target(float on_A, float on_C, float on_R, float on_workload, float on_capital, float nA, float nC,
                                        float nR, float workload, float capital, float t_zest) noexcept {
    return on_A * nA + on_C * nC + on_R * nR + on_workload * workload + on_capital * capital + t_zest;
}

// E17 Cohesion of a team from its mean colleague support, in [0, 1].
BEVLOGEN_INLINE float cohesion(float slope, float mean_colleague_support) noexcept {
    const float c = slope * mean_colleague_support;
    return c < 0.0f ? 0.0f : (c > 1.0f ? 1.0f : c);
}

// E18 Contagion: towards the mean z of the others in the team, in cohesive teams only (Westman 2011).
BEVLOGEN_INLINE float contagion(float weight, float team_cohesion, float z_others, float z_own) noexcept {
    return weight * team_cohesion * (z_others - z_own);
}

// E19 Exhaustion rises faster than it falls (tau 4 and 7 weeks); its noise has a time constant of its own.
BEVLOGEN_INLINE float exhaustion_step(float y, float target, float gain_up, float gain_down, float sd, float z) noexcept {
    return ou_step(y, target, target > y ? gain_up : gain_down, sd, z);
}

// E20 Fragmentation of the team: shifts a day above today's, and the fall of the mean contract (thesis of 2024, 4.4.2).
BEVLOGEN_INLINE float fragmentation(float shift_weight, float fte_weight, float more_shifts, float fte_fall) noexcept {
    return shift_weight * more_shifts + fte_weight * fte_fall;
}

// E21 A temporary contract against what is usual in the phase.
BEVLOGEN_INLINE float contract_insecurity(float weight, bool is_temporary, float temporary_share) noexcept {
    return weight * ((is_temporary ? 1.0f : 0.0f) - temporary_share);
}

}  // namespace bevlogen::wellbeing
