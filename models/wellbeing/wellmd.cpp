// The week of a block under culture, efficiency and resilience.
#include "models/wellbeing/wellmd.hpp"

#include "models/wellbeing/latent_step.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/population/team_spread.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;

namespace {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

struct WellmdStep {
    LatentStep latent;
    const WellmdParameters& p;
};

BEVLOGEN_INLINE void step_block(const WellmdStep& in, const Now& now) {
    const BlockColumns& columns = in.latent.factors.columns;
    const Scratch& scratch = in.latent.factors.scratch;
    const auto target = [&](const Strip& s, std::size_t at, std::size_t n, float* wellbeing) __attribute__((always_inline)) {
        const auto column_of = [&](auto factor) { return columns.factor[factor_of(factor)] + at; };
        const float *colleagues = column_of(Resource::colleague_support), *supervisor = column_of(Resource::supervisor_support),
                    *recognition = column_of(Resource::recognition), *administration = column_of(Demand::administration),
                    *workload = column_of(Demand::workload), *unclarity = column_of(Demand::role_unclarity),
                    *content = column_of(Resource::work_content), *recovery = column_of(Resource::recovery);
        const float *leader = scratch.column(kTeamLeader) + at, *team_safety = scratch.column(kTeamSafety) + at,
                    *safety_shift = scratch.column(kSafetyShift) + at;
        const float *t_zest = columns.t_zest + at, *t_strain = columns.t_strain + at;
        const WellmdParameters p = in.p;  // a copy of its own: stores to columns cannot change it, so the loop becomes a vector loop
#pragma GCC ivdep
        for (std::size_t i = 0; i < n; ++i) {
            const float C = culture_of_wellness(colleagues[i], supervisor[i], recognition[i], leader[i], team_safety[i] + safety_shift[i]);
            const float E = efficiency_of_practice(p.content_in_efficiency, administration[i], workload[i], unclarity[i], content[i]);
            const float R = personal_resilience(p.recovery_in_resilience, s.capital[i], s.compassion[i], s.flexibility[i], recovery[i]);
            wellbeing[i] = three_part_target(p.on_culture, p.on_efficiency, p.on_resilience, p.on_culture_efficiency,
                                             p.on_culture_resilience, p.on_efficiency_resilience, C, E, R) +
                           wellbeing_trait(t_zest[i], t_strain[i]);
        }
    };
    step_latent_block(in.latent, now, target);
}

void step_narrow(const WellmdStep& in, const Now& now) { step_block(in, now); }
BEVLOGEN_WIDE_COPY void step_wide(const WellmdStep& in, const Now& now) { step_block(in, now); }

}  // namespace

Wellmd::Wellmd(const FactorTargets& targets, const WellmdParameters& parameters, const PhaseWeights& weights,
               const workforce::WorkforceFields& fields)
    : Theory(targets, parameters.scores, spread_of(parameters.latent), weights, fields), p_(parameters), c_(parameters.latent) {}

void Wellmd::step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept {
    spread_over_teams(block.team_begin(), block.team(fields_.leader_now).data(), scratch.column(kTeamLeader), block.padded_posts());
    spread_over_teams(block.team_begin(), block.team(fields_.safety).data(), scratch.column(kTeamSafety), block.padded_posts());
    const BlockColumns columns = columns_of(block, fields_);
    const WellmdStep in{{{targets_.parameters(), factor_constants_, columns, scratch, shifts},
                         c_,
                         {p_.exhaustion_on_demands, p_.distance_on_demands},
                         block.padded_posts()},
                        p_};
    vector_width() == VectorWidth::wide ? step_wide(in, now) : step_narrow(in, now);
}

}  // namespace bevlogen::wellbeing
