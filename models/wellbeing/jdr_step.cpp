// One week of a block under the Job Demands-Resources theory: team aggregates, then every person, in strips that stay in cache.
#include <algorithm>

#include "models/wellbeing/block_columns.hpp"
#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/jdr.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/lane_sum.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;

namespace {

using workforce::Demand;
using workforce::factor_of;
using workforce::kDemands;
using workforce::Resource;

constexpr std::size_t kStrip = 128;
// Order of the weekly normals: one shared shock, sixteen factors, three personal resources, five outcomes; three are left over.
constexpr std::size_t kDrawShared = 0, kDrawFactor = 1, kDrawPersonal = kDrawFactor + kFactors,
                      kDrawOutcome = kDrawPersonal + kPersonalResources;
constexpr std::size_t kDraws = 28;
static_assert(kDrawOutcome + kOutcomes <= kDraws);

struct StepInput {
    const FactorParameters& f;
    const JdrParameters& p;
    const JdrConstants& c;
    const Block& block;
    const BlockColumns& columns;
    Scratch& scratch;
};

// Who is present, and the scores at the start of the week.
BEVLOGEN_INLINE void score_start(const StepInput& in, std::size_t n) {
    const BlockColumns& col = in.columns;
    float* __restrict present = in.scratch.column(kPresent);
    float* __restrict on_leave = in.scratch.column(kOnLeave);
    float* __restrict z_exhaustion = in.scratch.column(kStartExhaustionZ);
    float* __restrict z_burnout = in.scratch.column(kStartBurnoutZ);
    float* __restrict z_engagement = in.scratch.column(kStartEngagementZ);
    const float* __restrict exhaustion = col.outcome[0];
    const float* __restrict distance = col.outcome[1];
    const float* __restrict vigour = col.outcome[2];
    const float* __restrict dedication = col.outcome[3];
    const float* __restrict absorption = col.outcome[4];
    for (std::size_t i = 0; i < n; ++i) {
        on_leave[i] = col.leave_kind[i] != 0 ? 1.0f : 0.0f;
        present[i] = (col.filled[i] != 0 ? 1.0f : 0.0f) * (1.0f - on_leave[i]);
    }
    const JdrParameters p = in.p;  // a copy of its own: stores to columns cannot change it, so the loops below become vector loops
    const JdrConstants c = in.c;
    for (std::size_t i = 0; i < n; ++i) z_exhaustion[i] = z_score(exhaustion[i], p.exhaustion_reference.mean, c.inverse_sd[0]);
    for (std::size_t i = 0; i < n; ++i) {
        z_burnout[i] = z_score(exhaustion[i] + p.distance_in_burnout * distance[i], p.burnout_reference.mean, c.burnout_inverse_sd);
    }
    for (std::size_t i = 0; i < n; ++i) {
        z_engagement[i] =
            z_score((vigour[i] + dedication[i] + absorption[i]) * (1.0f / 3.0f), p.engagement_reference.mean, c.engagement_inverse_sd);
    }
}

// Sums of each team over who is present, written to each of its posts.
BEVLOGEN_INLINE void aggregate_teams(const StepInput& in) {
    const float* present = in.scratch.column(kPresent);
    const float* z_burnout = in.scratch.column(kStartBurnoutZ);
    const float* z_engagement = in.scratch.column(kStartEngagementZ);
    const float* colleagues = in.columns.factor[factor_of(Resource::colleague_support)];
    float* __restrict count = in.scratch.column(kTeamCount);
    float* __restrict burnout = in.scratch.column(kTeamBurnout);
    float* __restrict engagement = in.scratch.column(kTeamEngagement);
    float* __restrict team_cohesion = in.scratch.column(kTeamCohesion);
    const auto begins = in.block.team_begin();
    for (std::size_t t = 0; t < in.block.teams(); ++t) {
        const std::size_t begin = begins[t];
        const std::size_t end = begins[t + 1];
        const auto n = static_cast<float>(lane_sum(present, present, begin, end));
        const auto sum_burnout = static_cast<float>(lane_sum(z_burnout, present, begin, end));
        const auto sum_engagement = static_cast<float>(lane_sum(z_engagement, present, begin, end));
        const auto sum_colleagues = static_cast<float>(lane_sum(colleagues, present, begin, end));
        const float c = n > 0.0f ? cohesion(in.p.cohesion_slope, sum_colleagues / n) : 0.0f;
        for (std::size_t i = begin; i < end; ++i) {
            count[i] = n;
            burnout[i] = sum_burnout;
            engagement[i] = sum_engagement;
            team_cohesion[i] = c;
        }
    }
}

// Working memory of a strip, on the stack.
struct Strip {
    alignas(64) float noise[kDraws][kStrip];
    alignas(64) float target[kFactors][kStrip];
    alignas(64) float D[kStrip], R[kStrip], P[kStrip], need[kNeeds][kStrip];
    alignas(64) float capital[kStrip], flexibility[kStrip];
};

// What each factor tends to this week: base, plus feedbacks from the state at the start of the week.
BEVLOGEN_INLINE void add_feedbacks(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        const float* __restrict base = in.scratch.column(kBaseTarget + j) + at;
        for (std::size_t i = 0; i < n; ++i) s.target[j][i] = base[i];
    }
    const float* __restrict zx = in.scratch.column(kStartExhaustionZ) + at;
    const float* __restrict ze = in.scratch.column(kStartEngagementZ) + at;
    const float* __restrict workload = in.columns.factor[factor_of(Demand::workload)] + at;
    const float* __restrict autonomy = in.columns.factor[factor_of(Resource::autonomy)] + at;
    const float* __restrict supervisor = in.columns.factor[factor_of(Resource::supervisor_support)] + at;
    const FactorParameters f = in.f;  // a copy, as in score_start
    float* __restrict to_workload = s.target[factor_of(Demand::workload)];
    float* __restrict to_home = s.target[factor_of(Demand::work_home_interference)];
    float* __restrict to_recovery = s.target[factor_of(Resource::recovery)];
    float* __restrict to_autonomy = s.target[factor_of(Resource::autonomy)];
    float* __restrict to_content = s.target[factor_of(Resource::work_content)];
    float* __restrict to_development = s.target[factor_of(Resource::development)];
    // Load, hours, duties, household and shares of time stand at their references until the world moves them.
    for (std::size_t i = 0; i < n; ++i) {
        to_workload[i] +=
            workload_feedback(f.strain_on_workload, f.damping, f.load_on_workload, zx[i], autonomy[i], supervisor[i], 0.0f, 0.0f);
    }
    for (std::size_t i = 0; i < n; ++i) {
        to_home[i] += work_home_feedback(f.workload_on_home, f.strain_on_home, f.hours_on_home, f.duties_on_home, workload[i], zx[i], 0.0f,
                                         0.0f, 0.0f);
        to_recovery[i] += recovery_feedback(f.workload_on_recovery, f.duties_on_recovery, f.age_on_duties, workload[i], 0.0f, 0.0f);
        const float crafted = crafting_feedback(f.crafting, ze[i]);
        to_autonomy[i] += crafted;
        to_development[i] += crafted;
        to_content[i] += crafted;
    }
}

BEVLOGEN_INLINE void step_demands(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const float* __restrict on_leave = in.scratch.column(kOnLeave) + at;
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

BEVLOGEN_INLINE void step_resources(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const float common = -in.c.noise_common, own = in.c.noise_own;
    const float threshold = in.p.missing_threshold, missing = in.p.missing_factor;
    std::fill_n(s.R, n, 0.0f);
    for (std::size_t j = kDemands; j < kFactors; ++j) {
        float* __restrict x = in.columns.factor[j] + at;
        const float* __restrict z = s.noise[kDrawFactor + j];
        const float gain = in.c.gain[j], sd = in.c.noise_sd[j], w = in.f.strain_weight[j];
        const float wA = in.f.need[j][0], wC = in.f.need[j][1], wR = in.f.need[j][2];
        for (std::size_t i = 0; i < n; ++i) {
            const float r = ou_step(x[i], s.target[j][i], gain, sd, factor_noise(common, s.noise[kDrawShared][i], own, z[i]));
            x[i] = r;
            s.R[i] += w * r * missing_resource_factor(r, threshold, missing);
        }
        // How much a resource feeds needs depends on the phase for three of them.
        const std::size_t weighted = j == factor_of(Resource::autonomy)            ? kAutonomyNeed
                                     : j == factor_of(Resource::colleague_support) ? kColleaguesNeed
                                     : j == factor_of(Resource::work_content)      ? kContentNeed
                                                                                   : kScratchColumns;
        if (weighted < kScratchColumns) {
            const float* __restrict m = in.scratch.column(weighted) + at;
            for (std::size_t i = 0; i < n; ++i) {
                const float r = m[i] * x[i];
                s.need[0][i] += wA * r;
                s.need[1][i] += wC * r;
                s.need[2][i] += wR * r;
            }
        } else {
            for (std::size_t i = 0; i < n; ++i) {
                s.need[0][i] += wA * x[i];
                s.need[1][i] += wC * x[i];
                s.need[2][i] += wR * x[i];
            }
        }
    }
}

// Personal resources: a slow part around a lifelong level; gains of programmes come on top at once.
BEVLOGEN_INLINE void step_personal_resources(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const float* __restrict gain = in.columns.programme_gain + at;
    std::fill_n(s.P, n, 0.0f);
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        float* __restrict slow = in.columns.personal_slow[k] + at;
        const float* __restrict base = in.columns.personal_base[k] + at;
        const float* __restrict z = s.noise[kDrawPersonal + k];
        const float w = in.f.personal_strain_weight[k];
        const std::size_t weighted = k == 0 ? kCapitalOnStrain : k == 2 ? kFlexibilityOnStrain : kScratchColumns;
        for (std::size_t i = 0; i < n; ++i) slow[i] = ou_step(slow[i], base[i], in.c.personal_gain, in.c.personal_noise_sd, z[i]);
        if (weighted < kScratchColumns) {
            const float* __restrict m = in.scratch.column(weighted) + at;
            for (std::size_t i = 0; i < n; ++i) s.P[i] += w * m[i] * (slow[i] + gain[i]);
        } else {
            for (std::size_t i = 0; i < n; ++i) s.P[i] += w * (slow[i] + gain[i]);
        }
    }
    const float* __restrict capital = in.columns.personal_slow[0] + at;
    const float* __restrict flexibility = in.columns.personal_slow[2] + at;
    for (std::size_t i = 0; i < n; ++i) {
        s.capital[i] = capital[i] + gain[i];
        s.flexibility[i] = flexibility[i] + gain[i];
    }
}

// The five outcomes together, from this week's factors and the outcomes at the start of the week.
BEVLOGEN_INLINE void step_outcomes(const StepInput& in, Strip& s, std::size_t at, std::size_t n) {
    const JdrParameters p = in.p;  // copies, as in score_start
    const JdrConstants c = in.c;
    const BlockColumns& col = in.columns;
    float* __restrict exhaustion = col.outcome[0] + at;
    float* __restrict distance = col.outcome[1] + at;
    float* __restrict vigour = col.outcome[2] + at;
    float* __restrict dedication = col.outcome[3] + at;
    float* __restrict absorption = col.outcome[4] + at;
    const float* __restrict t_strain = col.t_strain + at;
    const float* __restrict t_zest = col.t_zest + at;
    const float* __restrict workload = col.factor[factor_of(Demand::workload)] + at;
    const float* __restrict present = in.scratch.column(kPresent) + at;
    const float* __restrict count = in.scratch.column(kTeamCount) + at;
    const float* __restrict team_burnout = in.scratch.column(kTeamBurnout) + at;
    const float* __restrict team_engagement = in.scratch.column(kTeamEngagement) + at;
    const float* __restrict team_cohesion = in.scratch.column(kTeamCohesion) + at;
    const float* __restrict zb = in.scratch.column(kStartBurnoutZ) + at;
    const float* __restrict ze = in.scratch.column(kStartEngagementZ) + at;
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        // The others present: none for who is alone or away, and then no contagion.
        const float others = count[i] - 1.0f;
        const float felt = present[i] > 0.0f && others > 0.5f ? p.contagion : 0.0f;
        const float divisor = others > 0.5f ? others : 1.0f;
        const float towards_burnout = contagion(felt, team_cohesion[i], (team_burnout[i] - zb[i]) / divisor, zb[i]);
        const float towards_engagement = contagion(felt, team_cohesion[i], (team_engagement[i] - ze[i]) / divisor, ze[i]);
        const float nA = s.need[0][i], nC = s.need[1][i], nR = s.need[2][i];
        const float x = exhaustion[i], m = distance[i];
        const float x_target = exhaustion_target(p.strain_scale, s.D[i], s.R[i], s.P[i], p.buffering, p.demand_unit, p.demand_floor,
                                                 p.resource_unit, t_strain[i]) +
                               towards_burnout;
        const float m_target = distance_target(p.distance_on_exhaustion, p.distance_on_needs, p.distance_on_flexibility,
                                               p.distance_on_capital, x, nA, nC, nR, s.flexibility[i], s.capital[i]) +
                               towards_burnout;
        const float v_target =
            vigour_target(p.vigour_on_need[0], p.vigour_on_need[1], p.vigour_on_need[2], p.vigour_on_exhaustion, p.vigour_on_capital,
                          p.vigour_on_flexibility, nA, nC, nR, x, s.capital[i], s.flexibility[i], t_zest[i]) +
            towards_engagement;
        const float d_target =
            dedication_target(p.dedication_on_need[0], p.dedication_on_need[1], p.dedication_on_need[2], p.dedication_on_distance,
                              p.dedication_on_capital, nA, nC, nR, m, s.capital[i], t_zest[i]) +
            towards_engagement;
        const float a_target =
            absorption_target(p.absorption_on_need[0], p.absorption_on_need[1], p.absorption_on_need[2], p.absorption_on_workload,
                              p.absorption_on_capital, nA, nC, nR, workload[i], s.capital[i], t_zest[i]) +
            towards_engagement;
        exhaustion[i] =
            exhaustion_step(x, x_target, c.exhaustion_gain_up, c.exhaustion_gain_down, c.outcome_noise_sd[0], s.noise[kDrawOutcome][i]);
        distance[i] = ou_step(m, m_target, c.outcome_gain[1], c.outcome_noise_sd[1], s.noise[kDrawOutcome + 1][i]);
        vigour[i] = ou_step(vigour[i], v_target, c.outcome_gain[2], c.outcome_noise_sd[2], s.noise[kDrawOutcome + 2][i]);
        dedication[i] = ou_step(dedication[i], d_target, c.outcome_gain[3], c.outcome_noise_sd[3], s.noise[kDrawOutcome + 3][i]);
        absorption[i] = ou_step(absorption[i], a_target, c.outcome_gain[4], c.outcome_noise_sd[4], s.noise[kDrawOutcome + 4][i]);
    }
}

BEVLOGEN_INLINE void step_block(const StepInput& in, const Now& now) {
    const std::size_t padded = in.block.padded_posts();
    score_start(in, padded);
    aggregate_teams(in);
    Strip s;
    for (std::size_t at = 0; at < padded; at += kStrip) {
        const std::size_t n = padded - at < kStrip ? padded - at : kStrip;
        fill_normals(now.chance, {in.columns.id_low + at, in.columns.id_high + at, n}, {now.week, workforce::kWeeklyNoise, 0, kDraws / 4},
                     s.noise[0], kStrip);
        add_feedbacks(in, s, at, n);
        step_demands(in, s, at, n);
        step_resources(in, s, at, n);
        step_personal_resources(in, s, at, n);
        step_outcomes(in, s, at, n);
    }
}

void step_narrow(const StepInput& in, const Now& now) { step_block(in, now); }
BEVLOGEN_WIDE_COPY void step_wide(const StepInput& in, const Now& now) { step_block(in, now); }

}  // namespace

void Jdr::step(Block& block, const Now& now, Scratch& scratch) const noexcept {
    const BlockColumns columns = columns_of(block, fields_);
    const StepInput in{f_, p_, c_, block, columns, scratch};
    vector_width() == VectorWidth::wide ? step_wide(in, now) : step_narrow(in, now);
}

}  // namespace bevlogen::wellbeing
