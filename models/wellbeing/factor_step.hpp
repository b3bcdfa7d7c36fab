// One week of factors and personal resources for a strip of posts, inlined into the kernel of each theory.
#pragma once

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

#include "models/wellbeing/block_columns.hpp"
#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_constants.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"
#include "sim/engine/scratch.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

inline constexpr std::size_t kStrip = 128;
// Order of the weekly normals: one shared shock, sixteen factors, three personal resources, the first four outcomes. That of the last
// outcome is drawn for four weeks at once, at the start of the epoch: a call of the generator gives four.
inline constexpr std::size_t kDrawShared = 0, kDrawFactor = 1, kDrawPersonal = kDrawFactor + kFactors,
                             kDrawOutcome = kDrawPersonal + kPersonalResources;
inline constexpr std::size_t kDraws = 24;
inline constexpr std::uint32_t kCallOfEpoch = kDraws / 4;  // after those of the week
static_assert(kDrawOutcome + kOutcomes - 1 == kDraws && kWeeksPerEpoch == 4);
inline constexpr std::size_t kMostDraws = kDraws + kWeeksPerEpoch;  // in the first week of an epoch

// Working memory of a strip, on the stack.
struct Strip {
    alignas(64) float noise[kMostDraws][kStrip];
    alignas(64) float changed[kFactors][kStrip];  // targets that differ from the base
    std::array<const float*, kFactors> target;    // of each factor: the base, or the above
    alignas(64) float D[kStrip], R[kStrip], P[kStrip], need[kNeeds][kStrip];
    alignas(64) float capital[kStrip], compassion[kStrip], flexibility[kStrip];  // with the gains of programmes
};

struct FactorStep {
    const FactorParameters& f;
    const FactorConstants& c;
    const BlockColumns& columns;
    Scratch& scratch;
    std::span<const workforce::TargetShift> shifts;  // ascending by post
};

// The normals of the week; in the first week of an epoch those of the whole epoch too, and beside them the uniforms of the week's absence.
BEVLOGEN_INLINE void draw_week(const FactorStep& in, const Now& now, Strip& s, std::size_t at, std::size_t n) {
    using namespace workforce::columns;
    const bool is_first_of_epoch = now.week.value % kWeeksPerEpoch == 0;
    fill_normals_beside(now.chance, {in.columns.id_low + at, in.columns.id_high + at, n},
                        {now.week, workforce::kWeeklyNoise, 0, is_first_of_epoch ? kCallOfEpoch + 1 : kCallOfEpoch}, s.noise[0], kStrip,
                        {workforce::kAbsenceAndEvents, in.scratch.column(kAbsenceUniform) + at, in.scratch.stride()});
    if (!is_first_of_epoch) return;
    for (std::size_t w = 0; w < kWeeksPerEpoch; ++w) std::copy_n(s.noise[kDraws + w], n, in.scratch.column(kEpochNoise + w) + at);
}

// What programmes ask of the few people who are in them; returns the first shift beyond the strip.
BEVLOGEN_INLINE std::size_t add_programme_shifts(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, std::size_t first) {
    while (first < in.shifts.size() && in.shifts[first].post < at) ++first;  // of a post that somebody has left
    while (first < in.shifts.size() && in.shifts[first].post < at + n) {
        const workforce::TargetShift& shift = in.shifts[first++];
        float* changed = s.changed[shift.factor];
        if (s.target[shift.factor] != changed) std::copy_n(s.target[shift.factor], n, changed);
        s.target[shift.factor] = changed;
        changed[shift.post - at] += shift.shift;
    }
    return first;
}

// Factors that nothing of the week feeds back on; add_feedbacks writes the targets of all others.
inline constexpr std::size_t kWithoutFeedback[] = {
    factor_of(workforce::Demand::administration), factor_of(workforce::Demand::job_insecurity),
    factor_of(workforce::Demand::management_friction), factor_of(workforce::Demand::emotional_load),
    factor_of(workforce::Resource::recognition)};
static_assert(std::size(kWithoutFeedback) + 11 == kFactors);

// What each factor tends to this week: base, plus feedbacks from the state at the start of the week, plus what makes kicks fade.
BEVLOGEN_INLINE void add_feedbacks(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    using namespace workforce::columns;
    using workforce::Demand;
    using workforce::factor_of;
    using workforce::Resource;
    for (std::size_t j = 0; j < kFactors; ++j) s.target[j] = s.changed[j];
    for (const std::size_t j : kWithoutFeedback) s.target[j] = in.scratch.column(kBaseTarget + j) + at;
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
    const auto base_of = [&](auto factor) { return in.scratch.column(kBaseTarget + factor_of(factor)) + at; };
    const auto target_of = [&](auto factor) { return s.changed[factor_of(factor)]; };
    const float *base_workload = base_of(Demand::workload), *base_home = base_of(Demand::work_home_interference),
                *base_evaluation = base_of(Demand::evaluation_pressure), *base_unclarity = base_of(Demand::role_unclarity),
                *base_recovery = base_of(Resource::recovery), *base_autonomy = base_of(Resource::autonomy),
                *base_content = base_of(Resource::work_content), *base_development = base_of(Resource::development),
                *base_patients = base_of(Resource::patient_contact), *base_colleagues = base_of(Resource::colleague_support),
                *base_supervisor = base_of(Resource::supervisor_support);
    float *to_workload = target_of(Demand::workload), *to_home = target_of(Demand::work_home_interference),
          *to_evaluation = target_of(Demand::evaluation_pressure), *to_unclarity = target_of(Demand::role_unclarity),
          *to_recovery = target_of(Resource::recovery), *to_autonomy = target_of(Resource::autonomy),
          *to_content = target_of(Resource::work_content), *to_development = target_of(Resource::development),
          *to_patients = target_of(Resource::patient_contact), *to_colleagues = target_of(Resource::colleague_support),
          *to_supervisor = target_of(Resource::supervisor_support);
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float l = load[i], z_exhaustion = zx[i];
        to_workload[i] = base_workload[i] + workload_feedback(f.strain_on_workload, f.strain_cap, f.damping, f.load_on_workload,
                                                              z_exhaustion, autonomy[i], supervisor[i], l);
        const float overtime = c.overtime * (l > 0.0f ? l : 0.0f);
        to_home[i] = base_home[i] + work_home_feedback(f.workload_on_home, f.strain_on_home, f.strain_cap, f.hours_on_home, workload[i],
                                                       z_exhaustion, overtime);
        to_recovery[i] = base_recovery[i] + recovery_feedback(f.workload_on_recovery, workload[i]);
        to_patients[i] = base_patients[i] + patient_contact_feedback(f.slack_on_patients, l);
        const float crafted = crafting_feedback(f.crafting, ze[i]);
        to_autonomy[i] = base_autonomy[i] + crafted;
        to_development[i] = base_development[i] + crafted;
        to_content[i] = base_content[i] + crafted;
    }
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float is_new = newcomer[i];
        to_evaluation[i] = base_evaluation[i] + c.evaluation_shift * evaluation_left[i];
        to_colleagues[i] = base_colleagues[i] + (c.conflict_shift * conflict_left[i] + c.colleagues_shift * is_new);
        to_unclarity[i] = base_unclarity[i] + c.unclarity_shift * is_new;
        to_supervisor[i] = base_supervisor[i] + c.supervisor_shift * is_new;
        const float left = is_new * c.newcomer_fade;
        newcomer[i] = left > 1e-6f ? left : 0.0f;  // no denormal numbers
    }
}

// Which column of scratch weighs a resource's part in the needs, by phase; none: all phases alike.
constexpr std::size_t need_weight_column(std::size_t j) {
    using namespace workforce::columns;
    using workforce::factor_of;
    using workforce::Resource;
    return j == factor_of(Resource::autonomy)            ? kAutonomyNeed
           : j == factor_of(Resource::colleague_support) ? kColleaguesNeed
           : j == factor_of(Resource::work_content)      ? kContentNeed
                                                         : kScratchColumns;
}

// What one factor's loop reads, as copies: stores to columns cannot change them, so they stay in registers.
struct OneFactor {
    float* x;
    const float *z, *target, *need_weight;
    float gain, sd, w, needs[kNeeds];
};

BEVLOGEN_INLINE OneFactor one_factor(const FactorStep& in, const Strip& s, std::size_t j, std::size_t at) {
    const std::size_t weighted = need_weight_column(j);
    return {in.columns.factor[j] + at,
            s.noise[kDrawFactor + j],
            s.target[j],
            weighted < workforce::columns::kScratchColumns ? in.scratch.column(weighted) + at : nullptr,
            in.c.gain[j],
            in.c.noise_sd[j],
            in.f.strain_weight[j],
            {in.f.need[j][0], in.f.need[j][1], in.f.need[j][2]}};
}

// Demands [kFirst, kFirst + sizeof...(J)) take their step, in one loop, so that sums stay in registers; D, and what they frustrate of the
// needs.
template <std::size_t kFirst, std::size_t... J>
BEVLOGEN_INLINE void step_some_demands(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, std::index_sequence<J...>) {
    const float* on_leave = in.scratch.column(workforce::columns::kOnLeave) + at;
    const float away = in.f.on_leave_target;
    const float common = in.c.noise_common, own = in.c.noise_own;
    const OneFactor factor[] = {one_factor(in, s, kFirst + J, at)...};
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const bool is_away = on_leave[i] > 0.0f, has_no_post = on_leave[i] > 1.0f;
        const float shared = s.noise[kDrawShared][i];
        float D = 0.0f, nA = 0.0f, nC = 0.0f, nR = 0.0f;
        if constexpr (kFirst > 0) D = s.D[i], nA = s.need[0][i], nC = s.need[1][i], nR = s.need[2][i];
        const auto step = [&](const OneFactor& f, bool is_spared) __attribute__((always_inline)) {
            const float at_work = f.target[i];
            const float target = is_away & (is_spared | !has_no_post) ? away : at_work;
            const float d = ou_step(f.x[i], target, f.gain, f.sd, factor_noise(common, shared, own, f.z[i]));
            f.x[i] = d;
            D += f.w * d;
            nA -= f.needs[0] * d;
            nC -= f.needs[1] * d;
            nR -= f.needs[2] * d;
        };
        (step(factor[J], kFirst + J != factor_of(workforce::Demand::job_insecurity)), ...);
        s.D[i] = D;
        s.need[0][i] = nA;
        s.need[1][i] = nC;
        s.need[2][i] = nR;
    }
}

// Resources likewise, after the demands; R, where a missing resource counts `missing` times, and what they feed of the needs.
template <std::size_t kFirst, std::size_t... J>
BEVLOGEN_INLINE void step_some_resources(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, float threshold, float missing,
                                         std::index_sequence<J...>) {
    const float common = -in.c.noise_common, own = in.c.noise_own;
    const OneFactor factor[] = {one_factor(in, s, kFirst + J, at)...};
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float shared = s.noise[kDrawShared][i];
        float R = 0.0f, nA = s.need[0][i], nC = s.need[1][i], nR = s.need[2][i];
        if constexpr (kFirst > workforce::kDemands) R = s.R[i];
        const auto step = [&](const OneFactor& f, bool is_weighted) __attribute__((always_inline)) {
            const float r = ou_step(f.x[i], f.target[i], f.gain, f.sd, factor_noise(common, shared, own, f.z[i]));
            f.x[i] = r;
            R += f.w * r * missing_resource_factor(r, threshold, missing);
            const float weighed = is_weighted ? f.need_weight[i] * r : r;
            nA += f.needs[0] * weighed;
            nC += f.needs[1] * weighed;
            nR += f.needs[2] * weighed;
        };
        (step(factor[J], need_weight_column(kFirst + J) < workforce::columns::kScratchColumns), ...);
        s.R[i] = R;
        s.need[0][i] = nA;
        s.need[1][i] = nC;
        s.need[2][i] = nR;
    }
}

BEVLOGEN_INLINE void step_demands(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    constexpr std::size_t kHalf = workforce::kDemands / 2;
    step_some_demands<0>(in, s, at, n, std::make_index_sequence<kHalf>());
    step_some_demands<kHalf>(in, s, at, n, std::make_index_sequence<workforce::kDemands - kHalf>());
}

BEVLOGEN_INLINE void step_resources(const FactorStep& in, Strip& s, std::size_t at, std::size_t n, float threshold, float missing) {
    constexpr std::size_t kHalf = workforce::kResources / 2, kMiddle = workforce::kDemands + kHalf;
    step_some_resources<workforce::kDemands>(in, s, at, n, threshold, missing, std::make_index_sequence<kHalf>());
    step_some_resources<kMiddle>(in, s, at, n, threshold, missing, std::make_index_sequence<workforce::kResources - kHalf>());
}

// Personal resources: a slow part around a lifelong level; gains of programmes come on top at once.
BEVLOGEN_INLINE void step_personal_resources(const FactorStep& in, Strip& s, std::size_t at, std::size_t n) {
    using namespace workforce::columns;
    static_assert(kPersonalResources == 3);
    const float* gain = in.columns.programme_gain + at;
    const float* capital_weight = in.scratch.column(kCapitalOnStrain) + at;
    const float* flexibility_weight = in.scratch.column(kFlexibilityOnStrain) + at;
    const std::array<float*, 3> slow = {in.columns.personal_slow[0] + at, in.columns.personal_slow[1] + at,
                                        in.columns.personal_slow[2] + at};
    const std::array<const float*, 3> base = {in.columns.personal_base[0] + at, in.columns.personal_base[1] + at,
                                              in.columns.personal_base[2] + at};
    const std::array<float, 3> w = in.f.personal_strain_weight;
    const float pull = in.c.personal_gain, sd = in.c.personal_noise_sd;
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float capital = ou_step(slow[0][i], base[0][i], pull, sd, s.noise[kDrawPersonal][i]);
        const float compassion = ou_step(slow[1][i], base[1][i], pull, sd, s.noise[kDrawPersonal + 1][i]);
        const float flexibility = ou_step(slow[2][i], base[2][i], pull, sd, s.noise[kDrawPersonal + 2][i]);
        slow[0][i] = capital;
        slow[1][i] = compassion;
        slow[2][i] = flexibility;
        const float g = gain[i];
        s.capital[i] = capital + g;
        s.compassion[i] = compassion + g;
        s.flexibility[i] = flexibility + g;
        s.P[i] =
            0.0f + w[0] * capital_weight[i] * (capital + g) + w[1] * (compassion + g) + w[2] * flexibility_weight[i] * (flexibility + g);
    }
}

}  // namespace bevlogen::wellbeing
