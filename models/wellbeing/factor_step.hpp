// One week of factors and personal resources for a strip of posts, inlined into the kernel of each theory.
#pragma once

#include <algorithm>
#include <span>

#include "models/wellbeing/block_columns.hpp"
#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_constants.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/scratch.hpp"

namespace bevlogen::wellbeing {

inline constexpr std::size_t kStrip = 128;
// Order of the weekly normals: one shared shock, sixteen factors, three personal resources, five outcomes; three are left over.
inline constexpr std::size_t kDrawShared = 0, kDrawFactor = 1, kDrawPersonal = kDrawFactor + kFactors,
                             kDrawOutcome = kDrawPersonal + kPersonalResources;
inline constexpr std::size_t kDraws = 28;
static_assert(kDrawOutcome + kOutcomes <= kDraws);

// Working memory of a strip, on the stack.
struct Strip {
    alignas(64) float noise[kDraws][kStrip];
    alignas(64) float target[kFactors][kStrip];
    alignas(64) float D[kStrip], R[kStrip], P[kStrip], need[kNeeds][kStrip];
    alignas(64) float capital[kStrip], flexibility[kStrip];
};

struct FactorStep {
    const FactorParameters& f;
    const FactorConstants& c;
    const BlockColumns& columns;
    Scratch& scratch;
    std::span<const workforce::TargetShift> shifts;  // ascending by post
};

// What programmes ask of the few people who are in them; returns the first shift beyond the strip.
BEVLOGEN_INLINE std::size_t add_programme_shifts(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, std::size_t first) {
    while (first < in.shifts.size() && in.shifts[first].post < at + n) {
        const workforce::TargetShift& shift = in.shifts[first++];
        s.target[shift.factor][shift.post - at] += shift.shift;
    }
    return first;
}

// What each factor tends to this week: base, plus feedbacks from the state at the start of the week, plus what makes kicks fade.
BEVLOGEN_INLINE void add_feedbacks(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    using namespace workforce::columns;
    using workforce::Demand;
    using workforce::factor_of;
    using workforce::Resource;
    for (std::size_t j = 0; j < kFactors; ++j) {
        const float* __restrict base = in.scratch.column(kBaseTarget + j) + at;
        for (std::size_t i = 0; i < n; ++i) s.target[j][i] = base[i];
    }
    const float* __restrict zx = in.scratch.column(kStartExhaustionZ) + at;
    const float* __restrict ze = in.scratch.column(kStartEngagementZ) + at;
    const float* __restrict load = in.scratch.column(kLogLoad) + at;
    const float* __restrict workload = in.columns.factor[factor_of(Demand::workload)] + at;
    const float* __restrict autonomy = in.columns.factor[factor_of(Resource::autonomy)] + at;
    const float* __restrict supervisor = in.columns.factor[factor_of(Resource::supervisor_support)] + at;
    const float* __restrict evaluation_left = in.columns.lasting_evaluation + at;
    const float* __restrict conflict_left = in.columns.lasting_conflict + at;
    float* __restrict newcomer = in.columns.newcomer + at;
    const FactorParameters f = in.f;  // copies of their own: stores to columns cannot change them, so the loops become vector loops
    const FactorConstants c = in.c;
    float* __restrict to_workload = s.target[factor_of(Demand::workload)];
    float* __restrict to_home = s.target[factor_of(Demand::work_home_interference)];
    float* __restrict to_evaluation = s.target[factor_of(Demand::evaluation_pressure)];
    float* __restrict to_unclarity = s.target[factor_of(Demand::role_unclarity)];
    float* __restrict to_recovery = s.target[factor_of(Resource::recovery)];
    float* __restrict to_autonomy = s.target[factor_of(Resource::autonomy)];
    float* __restrict to_content = s.target[factor_of(Resource::work_content)];
    float* __restrict to_development = s.target[factor_of(Resource::development)];
    float* __restrict to_patients = s.target[factor_of(Resource::patient_contact)];
    float* __restrict to_colleagues = s.target[factor_of(Resource::colleague_support)];
    float* __restrict to_supervisor = s.target[factor_of(Resource::supervisor_support)];
    for (std::size_t i = 0; i < n; ++i) {
        to_workload[i] += workload_feedback(f.strain_on_workload, f.strain_cap, f.damping, f.load_on_workload, zx[i], autonomy[i],
                                            supervisor[i], load[i]);
    }
    for (std::size_t i = 0; i < n; ++i) {
        const float overtime = c.overtime * (load[i] > 0.0f ? load[i] : 0.0f);
        to_home[i] += work_home_feedback(f.workload_on_home, f.strain_on_home, f.strain_cap, f.hours_on_home, workload[i], zx[i], overtime);
        to_recovery[i] += recovery_feedback(f.workload_on_recovery, workload[i]);
        to_patients[i] += patient_contact_feedback(f.slack_on_patients, load[i]);
        const float crafted = crafting_feedback(f.crafting, ze[i]);
        to_autonomy[i] += crafted;
        to_development[i] += crafted;
        to_content[i] += crafted;
    }
    for (std::size_t i = 0; i < n; ++i) {
        const float is_new = newcomer[i];
        to_evaluation[i] += c.evaluation_shift * evaluation_left[i];
        to_colleagues[i] += c.conflict_shift * conflict_left[i] + c.colleagues_shift * is_new;
        to_unclarity[i] += c.unclarity_shift * is_new;
        to_supervisor[i] += c.supervisor_shift * is_new;
        const float left = is_new * c.newcomer_fade;
        newcomer[i] = left > 1e-6f ? left : 0.0f;  // no denormal numbers
    }
}

// Demands take their step; D, and what they frustrate of the needs.
BEVLOGEN_INLINE void step_demands(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    using workforce::kDemands;
    const float* __restrict on_leave = in.scratch.column(workforce::columns::kOnLeave) + at;
    const float away = in.f.on_leave_target;
    const float common = in.c.noise_common, own = in.c.noise_own;
    std::fill_n(s.D, n, 0.0f);
    for (auto& need : s.need) std::fill_n(need, n, 0.0f);
    for (std::size_t j = 0; j < kDemands; ++j) {
        float* __restrict x = in.columns.factor[j] + at;
        const float* __restrict z = s.noise[kDrawFactor + j];
        const float gain = in.c.gain[j], sd = in.c.noise_sd[j], w = in.f.strain_weight[j];
        const float wA = in.f.need[j][0], wC = in.f.need[j][1], wR = in.f.need[j][2];
        for (std::size_t i = 0; i < n; ++i) {
            const float target = on_leave[i] > 0.0f ? away : s.target[j][i];
            const float d = ou_step(x[i], target, gain, sd, factor_noise(common, s.noise[kDrawShared][i], own, z[i]));
            x[i] = d;
            s.D[i] += w * d;
            s.need[0][i] -= wA * d;
            s.need[1][i] -= wC * d;
            s.need[2][i] -= wR * d;
        }
    }
}

// Which column of scratch weighs a resource's part in the needs, by phase; none: all phases alike.
BEVLOGEN_INLINE std::size_t need_weight_column(std::size_t j) {
    using namespace workforce::columns;
    using workforce::factor_of;
    using workforce::Resource;
    return j == factor_of(Resource::autonomy)            ? kAutonomyNeed
           : j == factor_of(Resource::colleague_support) ? kColleaguesNeed
           : j == factor_of(Resource::work_content)      ? kContentNeed
                                                         : kScratchColumns;
}

// Resources take their step; R, where a missing resource counts `missing` times, and what they feed of the needs.
BEVLOGEN_INLINE void step_resources(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, float threshold, float missing) {
    using workforce::kDemands;
    const float common = -in.c.noise_common, own = in.c.noise_own;
    std::fill_n(s.R, n, 0.0f);
    for (std::size_t j = kDemands; j < kFactors; ++j) {
        float* __restrict x = in.columns.factor[j] + at;
        const float* __restrict z = s.noise[kDrawFactor + j];
        const float gain = in.c.gain[j], sd = in.c.noise_sd[j], w = in.f.strain_weight[j];
        const float wA = in.f.need[j][0], wC = in.f.need[j][1], wR = in.f.need[j][2];
        const std::size_t weighted = need_weight_column(j);
        const float* __restrict m = weighted < workforce::columns::kScratchColumns ? in.scratch.column(weighted) + at : nullptr;
        const auto step = [&](std::size_t i, float weight) {
            const float r = ou_step(x[i], s.target[j][i], gain, sd, factor_noise(common, s.noise[kDrawShared][i], own, z[i]));
            x[i] = r;
            s.R[i] += w * r * missing_resource_factor(r, threshold, missing);
            const float weighed = weight * r;
            s.need[0][i] += wA * weighed;
            s.need[1][i] += wC * weighed;
            s.need[2][i] += wR * weighed;
        };
        if (m) {
            for (std::size_t i = 0; i < n; ++i) step(i, m[i]);
        } else {
            for (std::size_t i = 0; i < n; ++i) step(i, 1.0f);
        }
    }
}

// Personal resources: a slow part around a lifelong level; gains of programmes come on top at once.
BEVLOGEN_INLINE void step_personal_resources(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    using namespace workforce::columns;
    const float* __restrict gain = in.columns.programme_gain + at;
    std::fill_n(s.P, n, 0.0f);
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        float* __restrict slow = in.columns.personal_slow[k] + at;
        const float* __restrict base = in.columns.personal_base[k] + at;
        const float* __restrict z = s.noise[kDrawPersonal + k];
        const float w = in.f.personal_strain_weight[k];
        const float pull = in.c.personal_gain, sd = in.c.personal_noise_sd;
        const std::size_t weighted = k == 0 ? kCapitalOnStrain : k == 2 ? kFlexibilityOnStrain : kScratchColumns;
        const float* __restrict m = weighted < kScratchColumns ? in.scratch.column(weighted) + at : nullptr;
        const auto step = [&](std::size_t i, float weight) {
            const float level = ou_step(slow[i], base[i], pull, sd, z[i]);
            slow[i] = level;
            s.P[i] += w * weight * (level + gain[i]);
            return level + gain[i];
        };
        if (k == 0) {
            for (std::size_t i = 0; i < n; ++i) s.capital[i] = step(i, m[i]);
        } else if (k == 2) {
            for (std::size_t i = 0; i < n; ++i) s.flexibility[i] = step(i, m[i]);
        } else {
            for (std::size_t i = 0; i < n; ++i) step(i, 1.0f);
        }
    }
}

}  // namespace bevlogen::wellbeing
