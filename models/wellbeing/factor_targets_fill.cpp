// Sums what stands for some weeks into the base targets of a block.
#include <algorithm>

#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_targets.hpp"
#include "models/workforce/conditions.hpp"
#include "models/workforce/of_phase.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;
using workforce::Demand;
using workforce::factor_of;
using workforce::index_of;
using workforce::look_up;
using workforce::PhasesOfGroup;
using workforce::PhaseTable;
using workforce::Resource;

namespace {

constexpr std::size_t kGroup = kColumnPadding;  // of posts, looked up together

// Of a block; targets of all factors lie one column after the other.
struct LevelInput {
    std::array<PhaseTable, kFactors> level;
    const Block& block;
    const std::uint8_t* phase;
    std::array<const float*, kFactors> effect;  // of teams
    std::array<float, kFactors> on_leader;      // per SD of the leader
    const float* leader;                        // of teams
    float* target;
    std::size_t stride;
};

// Phase and team of a group of posts; factors lie `stride` apart.
BEVLOGEN_INLINE void fill_group(const LevelInput& in, const float* __restrict of_team, const PhasesOfGroup& phases, float* to,
                                std::size_t stride) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        const float more = of_team[j];
        look_up(
            in.level[j], phases, to + j * stride, [more](const auto& level) __attribute__((always_inline)) { return level + more; });
    }
}

// The group at the end of the block, of less than kGroup posts.
void fill_rest(const LevelInput& in, const float* of_team, std::size_t at, std::size_t n) {
    std::uint8_t phase[kGroup] = {};
    float rest[kFactors * kGroup];
    std::copy_n(in.phase + at, n, phase);
    fill_group(in, of_team, PhasesOfGroup(phase), rest, kGroup);
    for (std::size_t j = 0; j < kFactors; ++j) std::copy_n(rest + j * kGroup, n, in.target + j * in.stride + at);
}

// Whole groups, the last of which reaches into the next team: that is filled next.
BEVLOGEN_INLINE void fill_levels(const LevelInput& in) {
    const std::size_t padded = in.block.padded_posts();
    for (std::size_t t = 0; t < in.block.teams(); ++t) {
        float of_team[kFactors];
        for (std::size_t j = 0; j < kFactors; ++j) of_team[j] = in.effect[j][t] + in.on_leader[j] * in.leader[t];
        const std::size_t end = in.block.team_begin()[t + 1];
        for (std::size_t at = in.block.team_begin()[t]; at < end; at += kGroup) {
            if (at + kGroup > padded) {
                fill_rest(in, of_team, at, padded - at);
                continue;
            }
            fill_group(in, of_team, PhasesOfGroup(in.phase + at), in.target + at, in.stride);
        }
    }
    for (std::size_t j = 0; j < kFactors; ++j) {
        for (std::size_t i = in.block.posts(); i < padded; ++i) in.target[j * in.stride + i] = 0.0f;
    }
}

void fill_levels_narrow(const LevelInput& in) { fill_levels(in); }
BEVLOGEN_WIDE_COPY void fill_levels_wide(const LevelInput& in) { fill_levels(in); }

struct ConditionInput {
    const FactorParameters& f;
    const TargetReferences& r;
    PhaseTable administration, duties, reference_hours, care_at_home, reference_care, temporary_share;  // what each phase has
    const std::uint8_t *phase, *contract, *care;
    const std::uint16_t *age_weeks, *weeks_in_post;
    const float* fte;
    Scratch& scratch;
};

// A group of posts; flags and weeks as wide as floats.
BEVLOGEN_INLINE void add_conditions_of(const ConditionInput& in, std::size_t at) {
    const auto condition = [&](std::size_t column) { return in.scratch.column(column) + at; };
    const auto target = [&](auto factor) { return in.scratch.column(kBaseTarget + factor_of(factor)) + at; };
    std::int32_t phase[kGroup], care[kGroup], contract[kGroup], age_weeks[kGroup], weeks_in_post[kGroup];
    float years_of_age[kGroup], years_in_post[kGroup], more_duties[kGroup];
    float reference_administration[kGroup], reference_duties[kGroup], reference_hours[kGroup], care_at_home[kGroup], reference_care[kGroup],
        temporary_share[kGroup];
    constexpr auto kTemporary = static_cast<std::int32_t>(index_of(workforce::Contract::temporary));
    constexpr auto kLate = static_cast<std::int32_t>(index_of(workforce::Phase::specialist_late));
    const workforce::WorkParameters& w = in.r.work;
    const FactorParameters& f = in.f;
    const float* __restrict duties = condition(kDuties);
    for (std::size_t i = 0; i < kGroup; ++i) phase[i] = in.phase[at + i];
    const PhasesOfGroup phases(in.phase + at);
    look_up(in.administration, phases, reference_administration);
    look_up(in.duties, phases, reference_duties);
    look_up(in.reference_hours, phases, reference_hours);
    look_up(in.care_at_home, phases, care_at_home);
    look_up(in.reference_care, phases, reference_care);
    look_up(in.temporary_share, phases, temporary_share);
    for (std::size_t i = 0; i < kGroup; ++i) care[i] = in.care[at + i];
    for (std::size_t i = 0; i < kGroup; ++i) contract[i] = in.contract[at + i];
    for (std::size_t i = 0; i < kGroup; ++i) age_weeks[i] = in.age_weeks[at + i];
    for (std::size_t i = 0; i < kGroup; ++i) weeks_in_post[i] = in.weeks_in_post[at + i];
    for (std::size_t i = 0; i < kGroup; ++i) years_of_age[i] = static_cast<float>(age_weeks[i]) * (1.0f / kWeeksPerYear);
    for (std::size_t i = 0; i < kGroup; ++i) years_in_post[i] = static_cast<float>(weeks_in_post[i]) * (1.0f / kWeeksPerYear);
    for (std::size_t i = 0; i < kGroup; ++i) more_duties[i] = duties[i] - reference_duties[i];
    const float* __restrict administration = condition(kAdministrationShare);
    const float* __restrict household = condition(kHouseholdShare);
    const float* __restrict hours_ratio = condition(kHoursRatio);
    const float* __restrict extra_hours = condition(kExtraHours);
    const float* __restrict side_tasks = condition(kSideTaskShare);
    const float* __restrict losses = condition(kLossShare);
    const float* __restrict shifts = condition(kShiftsADay);
    const float* __restrict fte = in.fte + at;
    float* __restrict to_administration = target(Demand::administration);
    float* __restrict to_home = target(Demand::work_home_interference);
    float* __restrict to_recovery = target(Resource::recovery);
    float* __restrict to_content = target(Resource::work_content);
    float* __restrict to_insecurity = target(Demand::job_insecurity);
    float* __restrict to_unclarity = target(Demand::role_unclarity);
    float* __restrict to_colleagues = target(Resource::colleague_support);
    for (std::size_t i = 0; i < kGroup; ++i) {
        to_administration[i] += administration_feedback(f.share_on_administration, administration[i], reference_administration[i]);
    }
    for (std::size_t i = 0; i < kGroup; ++i) {
        // Beside the roster: extra hours against the usual hours of this contract.
        const float usual = reference_hours[i] * (fte[i] > 0.1f ? fte[i] : 0.1f);
        const float roster = hours_ratio[i] + extra_hours[i] / usual;
        const float log_roster = portable_log(roster > 0.05f ? roster : 0.05f);
        to_home[i] += work_home_standing(f.hours_on_home, f.duties_on_home, f.household, log_roster, more_duties[i],
                                         household[i] * static_cast<float>(care[i]), care_at_home[i]);
    }
    for (std::size_t i = 0; i < kGroup; ++i) {
        to_recovery[i] += recovery_standing(f.duties_on_recovery, f.age_on_duties, f.late_duties, more_duties[i], duties[i],
                                            years_of_age[i], phase[i] == kLate);
    }
    for (std::size_t i = 0; i < kGroup; ++i) {
        to_content[i] += work_content_feedback(f.care_on_content, workforce::care_share(administration[i], side_tasks[i], losses[i]),
                                               reference_care[i], f.wear_of_content, f.wear_grace, years_in_post[i]);
    }
    for (std::size_t i = 0; i < kGroup; ++i) {
        to_insecurity[i] += contract_insecurity(f.temporary_contract, contract[i] == kTemporary, temporary_share[i]);
    }
    for (std::size_t i = 0; i < kGroup; ++i) {
        // Nobody's contract changes in size, so the second cause of fragmentation is 0.
        const float fragments = f.fragmentation_effect *
                                fragmentation(f.fragmentation_of_shifts, f.fragmentation_of_contracts, shifts[i] - w.shifts_a_day, 0.0f);
        to_unclarity[i] += fragments;
        to_colleagues[i] -= fragments;
    }
}

BEVLOGEN_INLINE void add_conditions_to(const ConditionInput& shared, std::size_t padded) {
    const FactorParameters f = shared.f;  // copies, which stores to columns cannot change
    const TargetReferences r = shared.r;
    const ConditionInput in{f,
                            r,
                            shared.administration,
                            shared.duties,
                            shared.reference_hours,
                            shared.care_at_home,
                            shared.reference_care,
                            shared.temporary_share,
                            shared.phase,
                            shared.contract,
                            shared.care,
                            shared.age_weeks,
                            shared.weeks_in_post,
                            shared.fte,
                            shared.scratch};
    for (std::size_t at = 0; at < padded; at += kGroup) add_conditions_of(in, at);
}

void add_conditions_narrow(const ConditionInput& in, std::size_t padded) { add_conditions_to(in, padded); }
BEVLOGEN_WIDE_COPY void add_conditions_wide(const ConditionInput& in, std::size_t padded) { add_conditions_to(in, padded); }

}  // namespace

void FactorTargets::set(const Block& block, Scratch& scratch) const {
    const auto leader = block.team(fields_.leader_now);
    LevelInput in{{}, block, block.person(fields_.phase).data(), {}, {}, leader.data(), scratch.column(kBaseTarget), scratch.stride()};
    for (std::size_t j = 0; j < kFactors; ++j) {
        in.level[j] = PhaseTable(level_[j]);
        in.effect[j] = block.team(fields_.team_effect[j]).data();
    }
    in.on_leader[factor_of(Resource::supervisor_support)] = r_.leader_on_supervisor_support;
    in.on_leader[factor_of(Resource::recognition)] = r_.leader_on_recognition;
    in.on_leader[factor_of(Demand::management_friction)] = r_.leader_on_management_friction;
    vector_width() == VectorWidth::wide ? fill_levels_wide(in) : fill_levels_narrow(in);
    float* safety = scratch.column(kSafetyShift);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const float of_team = block.team(fields_.safety)[t] + r_.leader_on_safety * leader[t];
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) safety[i] += of_team;
    }
}

void FactorTargets::add_conditions(const Block& block, Scratch& scratch) const {
    const ConditionInput in{f_,
                            r_,
                            PhaseTable(r_.work.administration_share),
                            PhaseTable(r_.work.duties),
                            PhaseTable(r_.work.reference_hours),
                            PhaseTable(r_.care_at_home),
                            PhaseTable(reference_care_),
                            PhaseTable(r_.temporary_share),
                            block.person(fields_.phase).data(),
                            block.person(fields_.contract).data(),
                            block.person(fields_.care_at_home).data(),
                            block.person(fields_.age_weeks).data(),
                            block.person(fields_.weeks_in_post).data(),
                            block.person(fields_.fte).data(),
                            scratch};
    const std::size_t padded = block.padded_posts();
    vector_width() == VectorWidth::wide ? add_conditions_wide(in, padded) : add_conditions_narrow(in, padded);
}

}  // namespace bevlogen::wellbeing
