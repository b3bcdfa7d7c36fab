// Sums what stands for some weeks into the base targets of a block.
#include "models/wellbeing/factor_targets.hpp"

#include "models/wellbeing/equations.hpp"
#include "models/workforce/conditions.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;
using workforce::Demand;
using workforce::factor_of;
using workforce::index_of;
using workforce::Resource;

FactorTargets::FactorTargets(const FactorParameters& factors, const TargetReferences& references, const workforce::WorkforceFields& fields)
    : f_(factors), r_(references), fields_(fields) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        for (std::size_t k = 0; k < kPhases; ++k) level_[j][k] = offset_[j][k] = centred_offset(factors, j, k);
    }
    for (std::size_t k = 0; k < kPhases; ++k) {
        level_[factor_of(Demand::emotional_load)][k] -= r_.events.emotional_load;
        level_[factor_of(Demand::evaluation_pressure)][k] -= r_.events.evaluation;
        level_[factor_of(Resource::colleague_support)][k] -= r_.events.colleagues - r_.fading.newcomer_on_colleagues * r_.newcomer[k];
        level_[factor_of(Resource::supervisor_support)][k] += r_.fading.newcomer_on_supervisor * r_.newcomer[k];
        level_[factor_of(Demand::role_unclarity)][k] -= r_.fading.newcomer_on_unclarity * r_.newcomer[k];
    }
}

void FactorTargets::set(const Block& block, Scratch& scratch) const {
    const std::uint8_t* phase = block.person(fields_.phase).data();
    const auto leader = block.team(fields_.leader_now);
    const auto led = [&](std::size_t factor) {
        if (factor == factor_of(Resource::supervisor_support)) return r_.leader_on_supervisor_support;
        if (factor == factor_of(Resource::recognition)) return r_.leader_on_recognition;
        if (factor == factor_of(Demand::management_friction)) return r_.leader_on_management_friction;
        return 0.0f;
    };
    for (std::size_t j = 0; j < kFactors; ++j) {
        float* target = scratch.column(kBaseTarget + j);
        const float* level = level_[j].data();
        const auto effect = block.team(fields_.team_effect[j]);
        const float on_leader = led(j);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const float of_team = effect[t] + on_leader * leader[t];
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) target[i] = level[phase[i]] + of_team;
        }
    }
    float* safety = scratch.column(kSafetyShift);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const float of_team = block.team(fields_.safety)[t] + r_.leader_on_safety * leader[t];
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) safety[i] += of_team;
    }
}

void FactorTargets::add_conditions(const Block& block, Scratch& scratch) const {
    const std::size_t n = block.posts();
    const std::uint8_t* phase = block.person(fields_.phase).data();
    const std::uint8_t* contract = block.person(fields_.contract).data();
    const std::uint8_t* care = block.person(fields_.care_at_home).data();
    const std::uint16_t* age_weeks = block.person(fields_.age_weeks).data();
    const std::uint16_t* weeks_in_post = block.person(fields_.weeks_in_post).data();
    const float* fte = block.person(fields_.fte).data();
    const float* administration = scratch.column(kAdministrationShare);
    const float* side_tasks = scratch.column(kSideTaskShare);
    const float* losses = scratch.column(kLossShare);
    const float* hours_ratio = scratch.column(kHoursRatio);
    const float* extra_hours = scratch.column(kExtraHours);
    const float* shifts = scratch.column(kShiftsADay);
    const float* duties = scratch.column(kDuties);
    const float* household = scratch.column(kHouseholdShare);
    const auto column = [&](auto factor) { return scratch.column(kBaseTarget + factor_of(factor)); };
    float* to_administration = column(Demand::administration);
    float* to_home = column(Demand::work_home_interference);
    float* to_recovery = column(Resource::recovery);
    float* to_content = column(Resource::work_content);
    float* to_insecurity = column(Demand::job_insecurity);
    float* to_unclarity = column(Demand::role_unclarity);
    float* to_colleagues = column(Resource::colleague_support);
    const workforce::WorkParameters& w = r_.work;
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t k = phase[i];
        to_administration[i] += administration_feedback(f_.share_on_administration, administration[i], w.administration_share[k]);
        const float more_duties = duties[i] - w.duties[k];
        // Beside the roster: extra hours against the usual hours of this contract.
        const float roster = hours_ratio[i] + extra_hours[i] / (w.reference_hours[k] * (fte[i] > 0.1f ? fte[i] : 0.1f));
        const float log_roster = portable_log(roster > 0.05f ? roster : 0.05f);
        to_home[i] += work_home_standing(f_.hours_on_home, f_.duties_on_home, f_.household, log_roster, more_duties,
                                         household[i] * static_cast<float>(care[i]), r_.care_at_home[k]);
        const float age = static_cast<float>(age_weeks[i]) * (1.0f / kWeeksPerYear);
        to_recovery[i] += recovery_standing(f_.duties_on_recovery, f_.age_on_duties, f_.late_duties, more_duties, duties[i], age,
                                            k == index_of(workforce::Phase::specialist_late));
        const float years = static_cast<float>(weeks_in_post[i]) * (1.0f / kWeeksPerYear);
        to_content[i] += work_content_feedback(f_.care_on_content, workforce::care_share(administration[i], side_tasks[i], losses[i]),
                                               workforce::care_share(w.administration_share[k], w.side_task_share, w.loss_share[k]),
                                               f_.wear_of_content, f_.wear_grace, years);
        to_insecurity[i] +=
            contract_insecurity(f_.temporary_contract, contract[i] == index_of(workforce::Contract::temporary), r_.temporary_share[k]);
        // Nobody's contract changes in size, so the second cause of fragmentation is 0.
        const float fragments = f_.fragmentation_effect *
                                fragmentation(f_.fragmentation_of_shifts, f_.fragmentation_of_contracts, shifts[i] - w.shifts_a_day, 0.0f);
        to_unclarity[i] += fragments;
        to_colleagues[i] -= fragments;
    }
}

}  // namespace bevlogen::wellbeing
