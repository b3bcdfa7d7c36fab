// One week of a block under the Job Demands-Resources theory: team aggregates, then every person, in strips that stay in cache.
#include <algorithm>

#include "models/wellbeing/block_columns.hpp"
#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_step.hpp"
#include "models/wellbeing/jdr.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/lane_sum.hpp"
#include "sim/engine/occupied.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;

namespace {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

struct StepInput {
    FactorStep factors;
    const JdrParameters& p;
    const JdrConstants& c;
    const Block& block;
    const BlockColumns& columns;
    Scratch& scratch;
};

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
    const std::size_t padded = in.block.padded_posts();
    for (std::size_t t = 0; t < in.block.teams(); ++t) {
        const std::size_t begin = begins[t];
        const std::size_t end = begins[t + 1];
        const auto [n, sums] = lane_sums_of_present<3>({z_burnout, z_engagement, colleagues}, present, begin, end);
        const auto sum_burnout = static_cast<float>(sums[0]);
        const auto sum_engagement = static_cast<float>(sums[1]);
        const float c = n > 0.0f ? cohesion(in.p.cohesion_slope, static_cast<float>(sums[2]) / n) : 0.0f;
        spread_over_team(count, n, begin, end, padded);
        spread_over_team(burnout, sum_burnout, begin, end, padded);
        spread_over_team(engagement, sum_engagement, begin, end, padded);
        spread_over_team(team_cohesion, c, begin, end, padded);
    }
}

// The five outcomes together, from this week's factors and the outcomes at the start of the week.
BEVLOGEN_INLINE void step_outcomes(const StepInput& in, Strip& s, std::size_t of_epoch, std::size_t at, std::size_t n) {
    const JdrParameters p = in.p;  // copies of their own: stores to columns cannot change them, so the loop becomes a vector loop
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
    const float* __restrict absorption_noise = in.scratch.column(kEpochNoise + of_epoch) + at;
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
        absorption[i] = ou_step(absorption[i], a_target, c.outcome_gain[4], c.outcome_noise_sd[4], absorption_noise[i]);
    }
}

BEVLOGEN_INLINE void step_block(const StepInput& in, const Now& now) {
    const std::size_t padded = in.block.padded_posts();
    aggregate_teams(in);
    const auto of_epoch = static_cast<std::size_t>(now.week.value % kWeeksPerEpoch);
    Strip s;
    std::size_t shift = 0;
    for (auto run = next_occupied(in.columns.filled, padded, 0, kStrip); run.count > 0;
         run = next_occupied(in.columns.filled, padded, run.at + run.count, kStrip)) {
        const std::size_t at = run.at, n = run.count;
        in.scratch.fetch_ahead();
        draw_week(in.factors, now, s, at, n);
        in.scratch.fetch_ahead();
        add_feedbacks(in.factors, s, at, n);
        shift = add_programme_shifts(in.factors, s, at, n, shift);
        in.scratch.fetch_ahead();
        step_demands(in.factors, s, at, n);
        in.scratch.fetch_ahead();
        step_resources(in.factors, s, at, n, in.p.missing_threshold, in.p.missing_factor);
        in.scratch.fetch_ahead();
        step_personal_resources(in.factors, s, at, n);
        in.scratch.fetch_ahead();
        step_outcomes(in, s, of_epoch, at, n);
        if (of_epoch + 1 == kWeeksPerEpoch) {  // for who looks on at the clearing
            for (std::size_t k = 0; k < kNeeds; ++k) std::copy_n(s.need[k], n, in.columns.need[k] + at);
        }
    }
}

void step_narrow(const StepInput& in, const Now& now) { step_block(in, now); }
BEVLOGEN_WIDE_COPY void step_wide(const StepInput& in, const Now& now) { step_block(in, now); }

}  // namespace

void Jdr::step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept {
    const BlockColumns columns = columns_of(block, fields_);
    const StepInput in{{targets_.parameters(), factor_constants_, columns, scratch, shifts}, p_, c_, block, columns, scratch};
    vector_width() == VectorWidth::wide ? step_wide(in, now) : step_narrow(in, now);
}

}  // namespace bevlogen::wellbeing
