// Sums what stands for some weeks into the base targets of a block.
#include <algorithm>

#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_targets.hpp"
#include "models/workforce/conditions.hpp"
#include "models/workforce/of_phase.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/core/week.hpp"
#include "sim/core/widen.hpp"

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
// GCC unrolls loops over sixteen values before it looks for vectors, and then finds few. The last strip of a block may reach into the room
// behind it.
constexpr std::size_t kStrip = 2 * kGroup;

// Targets of all factors lie one column after the other.
struct LevelInput {
    std::array<PhaseTable, kFactors> level;
    std::array<const float*, kFactors> effect;  // of teams
    std::array<float, kFactors> on_leader;      // per SD of the leader
    const float* leader;                        // of teams
    float* target;
    std::size_t stride;
};

// What a group of posts has by phase and team.
template <VectorWidth kWidth>
BEVLOGEN_INLINE void fill_levels_of(const LevelInput& in, const float* __restrict of_team, const PhasesOfGroup& phases, std::size_t at) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        const float more = of_team[j];
        look_up<kWidth>(
            in.level[j], phases,
            in.target + j * in.stride + at, [more](const auto& level) __attribute__((always_inline)) { return level + more; });
    }
}

template <VectorWidth kWidth>
BEVLOGEN_INLINE void look_up_strip(const PhaseTable& table, const std::uint8_t* phase, float* out) {
    for (std::size_t k = 0; k < kStrip; k += kGroup) look_up<kWidth>(table, PhasesOfGroup(phase + k), out + k);
}
template <VectorWidth kWidth, class From>
BEVLOGEN_INLINE void widen_strip(const From* from, std::int32_t* to) {
    for (std::size_t k = 0; k < kStrip; k += kGroup) widen<kWidth>(from + k, to + k);
}

struct ConditionInput {
    const FactorParameters& f;
    const TargetReferences& r;
    PhaseTable administration, duties, reference_hours, care_at_home, reference_care, temporary_share;  // what each phase has
    const std::uint8_t *phase, *contract, *care, *settling;
    const std::uint16_t *age_weeks, *weeks_in_post;
    const float* fte;
    Scratch& scratch;
};

template <VectorWidth kWidth>
BEVLOGEN_INLINE void add_conditions_of(const ConditionInput& in, std::size_t at) {
    const auto condition = [&](std::size_t column) { return in.scratch.column(column) + at; };
    const auto target = [&](auto factor) { return in.scratch.column(kBaseTarget + factor_of(factor)) + at; };
    std::int32_t phase[kStrip], care[kStrip], contract[kStrip], age_weeks[kStrip], weeks_in_post[kStrip];
    float years_of_age[kStrip], years_in_post[kStrip], more_duties[kStrip];
    float reference_administration[kStrip], reference_duties[kStrip], reference_hours[kStrip], care_at_home[kStrip], reference_care[kStrip],
        temporary_share[kStrip];
    constexpr auto kTemporary = static_cast<std::int32_t>(index_of(workforce::Contract::temporary));
    constexpr auto kLate = static_cast<std::int32_t>(index_of(workforce::Phase::specialist_late));
    const workforce::WorkParameters& w = in.r.work;
    const FactorParameters& f = in.f;
    const float* __restrict duties = condition(kDuties);
    widen_strip<kWidth>(in.phase + at, phase);
    look_up_strip<kWidth>(in.administration, in.phase + at, reference_administration);
    look_up_strip<kWidth>(in.duties, in.phase + at, reference_duties);
    look_up_strip<kWidth>(in.reference_hours, in.phase + at, reference_hours);
    look_up_strip<kWidth>(in.care_at_home, in.phase + at, care_at_home);
    look_up_strip<kWidth>(in.reference_care, in.phase + at, reference_care);
    look_up_strip<kWidth>(in.temporary_share, in.phase + at, temporary_share);
    widen_strip<kWidth>(in.care + at, care);
    widen_strip<kWidth>(in.contract + at, contract);
    widen_strip<kWidth>(in.age_weeks + at, age_weeks);
    widen_strip<kWidth>(in.weeks_in_post + at, weeks_in_post);
    for (std::size_t i = 0; i < kStrip; ++i) years_of_age[i] = static_cast<float>(age_weeks[i]) * (1.0f / kWeeksPerYear);
    for (std::size_t i = 0; i < kStrip; ++i) years_in_post[i] = static_cast<float>(weeks_in_post[i]) * (1.0f / kWeeksPerYear);
    for (std::size_t i = 0; i < kStrip; ++i) more_duties[i] = duties[i] - reference_duties[i];
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
    for (std::size_t i = 0; i < kStrip; ++i) {
        to_administration[i] += administration_feedback(f.share_on_administration, administration[i], reference_administration[i]);
    }
    for (std::size_t i = 0; i < kStrip; ++i) {
        // Beside the roster: extra hours against the usual hours of this contract.
        const float usual = reference_hours[i] * (fte[i] > 0.1f ? fte[i] : 0.1f);
        const float roster = hours_ratio[i] + extra_hours[i] / usual;
        const float log_roster = portable_log(roster > 0.05f ? roster : 0.05f);
        to_home[i] += work_home_standing(f.hours_on_home, f.duties_on_home, f.household, log_roster, more_duties[i],
                                         household[i] * static_cast<float>(care[i]), care_at_home[i]);
    }
    for (std::size_t i = 0; i < kStrip; ++i) {
        to_recovery[i] += recovery_standing(f.duties_on_recovery, f.age_on_duties, f.late_duties, more_duties[i], duties[i],
                                            years_of_age[i], phase[i] == kLate);
    }
    for (std::size_t i = 0; i < kStrip; ++i) {
        to_content[i] += work_content_feedback(f.care_on_content, workforce::care_share(administration[i], side_tasks[i], losses[i]),
                                               reference_care[i], f.wear_of_content, f.wear_grace, years_in_post[i]);
    }
    for (std::size_t i = 0; i < kStrip; ++i) {
        to_insecurity[i] += contract_insecurity(f.temporary_contract, contract[i] == kTemporary, temporary_share[i]);
    }
    for (std::size_t i = 0; i < kStrip; ++i) {
        // Nobody's contract changes in size, so the second cause of fragmentation is 0.
        const float fragments = f.fragmentation_effect *
                                fragmentation(f.fragmentation_of_shifts, f.fragmentation_of_contracts, shifts[i] - w.shifts_a_day, 0.0f);
        to_unclarity[i] += fragments;
        to_colleagues[i] -= fragments;
    }
}

// What the market does to each post of a group: to everybody of the team, to its anios and jonge klaren. Room for a group more, so that a
// team that begins in the group is spread in one piece.
struct MarketOfGroup {
    alignas(64) float fragments[2 * kStrip], recognition[2 * kStrip], insecurity[2 * kStrip], of_anios[2 * kStrip], of_young[2 * kStrip];
};

struct TargetInput {
    const LevelInput& level;
    const ConditionInput& condition;
    const Block& block;
    std::optional<float> moved;  // what moving house does; none: there is no market
};

// Of the posts of a group from `from` on, which are a team's or of teams behind it.
BEVLOGEN_INLINE void spread_market(const ConditionInput& in, std::size_t team, std::size_t from, MarketOfGroup& market) {
    const auto spread = [&](std::size_t column, float* to) {
        const float value = in.scratch.team_column(column)[team];
        for (std::size_t i = 0; i < kStrip; ++i) to[from + i] = value;
    };
    spread(kTeamFragments, market.fragments);
    spread(kTeamRecognition, market.recognition);
    spread(kTeamInsecurity, market.insecurity);
    spread(kAniosInsecurity, market.of_anios);
    spread(kYoungInsecurity, market.of_young);
}

template <VectorWidth kWidth>
BEVLOGEN_INLINE void add_market_of(const ConditionInput& in, const MarketOfGroup& market, float moved, std::size_t at) {
    const auto target = [&](auto factor) { return in.scratch.column(kBaseTarget + factor_of(factor)) + at; };
    constexpr auto kAnios = static_cast<std::int32_t>(index_of(workforce::Phase::anios)),
                   kYoung = static_cast<std::int32_t>(index_of(workforce::Phase::jonge_klare));
    std::int32_t phase[kStrip], settling[kStrip];
    widen_strip<kWidth>(in.phase + at, phase);
    widen_strip<kWidth>(in.settling + at, settling);
    float* __restrict unclarity = target(Demand::role_unclarity);
    float* __restrict colleagues = target(Resource::colleague_support);
    float* __restrict recognition = target(Resource::recognition);
    float* __restrict insecurity = target(Demand::job_insecurity);
    float* __restrict home = target(Demand::work_home_interference);
    for (std::size_t i = 0; i < kStrip; ++i) unclarity[i] += market.fragments[i];
    for (std::size_t i = 0; i < kStrip; ++i) colleagues[i] -= market.fragments[i];
    for (std::size_t i = 0; i < kStrip; ++i) recognition[i] += market.recognition[i];
    for (std::size_t i = 0; i < kStrip; ++i) {
        insecurity[i] +=
            market.insecurity[i] + (phase[i] == kAnios ? market.of_anios[i] : 0.0f) + (phase[i] == kYoung ? market.of_young[i] : 0.0f);
    }
    for (std::size_t i = 0; i < kStrip; ++i) home[i] += settling[i] != 0 ? moved : 0.0f;
}

// Levels team by team, in whole groups, the last of which reaches into the next team or the room behind the block: what is there is filled
// next. What conditions and the market add follows behind, group by group, while the levels are at hand.
template <VectorWidth kWidth>
BEVLOGEN_INLINE void fill_targets(const TargetInput& shared) {
    const FactorParameters f = shared.condition.f;  // copies, which stores to columns cannot change
    const TargetReferences r = shared.condition.r;
    const ConditionInput& c = shared.condition;
    const ConditionInput in{
        f,          r,      c.administration, c.duties,    c.reference_hours, c.care_at_home, c.reference_care, c.temporary_share, c.phase,
        c.contract, c.care, c.settling,       c.age_weeks, c.weeks_in_post,   c.fte,          c.scratch};
    const LevelInput level = shared.level;
    const std::span<const std::uint32_t> begins = shared.block.team_begin();
    const std::size_t teams = shared.block.teams();
    MarketOfGroup market;
    std::size_t done = 0, market_team = 0;
    for (std::size_t t = 0; t < teams; ++t) {
        float of_team[kFactors];
        for (std::size_t j = 0; j < kFactors; ++j) of_team[j] = level.effect[j][t] + level.on_leader[j] * level.leader[t];
        for (std::size_t at = begins[t]; at < begins[t + 1]; at += kGroup)
            fill_levels_of<kWidth>(level, of_team, PhasesOfGroup(in.phase + at), at);
        const bool is_last = t + 1 == teams;
        const std::size_t filled = is_last ? shared.block.padded_posts() : begins[t + 1];
        for (; done + kStrip <= filled || (is_last && done < filled); done += kStrip) {
            add_conditions_of<kWidth>(in, done);
            if (!shared.moved) continue;
            while (begins[market_team + 1] <= done) ++market_team;
            spread_market(in, market_team, 0, market);
            for (std::size_t next = market_team + 1; next < teams && begins[next] < done + kStrip; ++next)
                spread_market(in, next, begins[next] - done, market);
            add_market_of<kWidth>(in, market, *shared.moved, done);
        }
    }
}

void fill_targets_narrow(const TargetInput& in) { fill_targets<VectorWidth::narrow>(in); }
BEVLOGEN_WIDE_COPY void fill_targets_wide(const TargetInput& in) { fill_targets<VectorWidth::wide>(in); }

}  // namespace

void FactorTargets::add_safety(const Block& block, Scratch& scratch) const {
    const auto leader = block.team(fields_.leader_now), safety_of_team = block.team(fields_.safety);
    float* __restrict safety = scratch.column(kSafetyShift);
    for (std::size_t t = 0; t < block.teams(); ++t) {
        const float of_team = safety_of_team[t] + r_.leader_on_safety * leader[t];
        for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) safety[i] += of_team;
    }
}

void FactorTargets::set(const Block& block, Scratch& scratch, std::optional<float> moved) const {
    LevelInput level{{}, {}, {}, block.team(fields_.leader_now).data(), scratch.column(kBaseTarget), scratch.stride()};
    for (std::size_t j = 0; j < kFactors; ++j) {
        level.level[j] = PhaseTable(level_[j]);
        level.effect[j] = block.team(fields_.team_effect[j]).data();
    }
    level.on_leader[factor_of(Resource::supervisor_support)] = r_.leader_on_supervisor_support;
    level.on_leader[factor_of(Resource::recognition)] = r_.leader_on_recognition;
    level.on_leader[factor_of(Demand::management_friction)] = r_.leader_on_management_friction;
    const ConditionInput condition{f_,
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
                                   block.person(fields_.settling_weeks_left).data(),
                                   block.person(fields_.age_weeks).data(),
                                   block.person(fields_.weeks_in_post).data(),
                                   block.person(fields_.fte).data(),
                                   scratch};
    const TargetInput in{level, condition, block, moved};
    vector_width() == VectorWidth::wide ? fill_targets_wide(in) : fill_targets_narrow(in);
}

}  // namespace bevlogen::wellbeing
