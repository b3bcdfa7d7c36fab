// The answers of a strip: what differs by phase, leader and team is spread over its posts, then a vector loop decides.
#include "models/interventions/asking.hpp"

#include <algorithm>

#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/coaching_settings.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::Leave;

constexpr std::uint8_t kNone = 0, kOffered = 1;  // of the column `stage`

BEVLOGEN_INLINE void decide_strip(AskingStrip& strip, const AskingColumns& columns, const EnrolmentParameters& parameters, float informed,
                                  float dose, std::size_t n) {
    const EnrolmentParameters p = parameters;  // a copy, so that the loop becomes a vector loop
    const float* __restrict z_exhaustion = columns.z_exhaustion;
    const float* __restrict z_burnout = columns.z_burnout;
    const float* __restrict motivation = columns.motivation;
    const float* __restrict workload = columns.workload;
    const float* __restrict support = columns.support;
    const std::uint8_t* __restrict stage = columns.stage;
#pragma GCC ivdep
    for (std::size_t i = 0; i < n; ++i) {
        const float if_burnt_out = z_burnout[i] > p.burnt_out_above ? p.stigma_if_burnt_out : 0.0f;
        const float stigma = stigma_of_asking(strip.stigma[i], if_burnt_out, strip.stigma_change[i]);
        const float dependence = dependence_on_supervisor(informed, strip.dependence[i], p.on_supervisor_support, support[i]);
        const float mates = (strip.took_part[i] - (workforce::took_part(stage[i]) ? 1.0f : 0.0f)) * strip.inverse_others[i];
        const float odds = log_odds_of_asking(strip.offer[i], p.on_exhaustion, z_exhaustion[i], p.on_motivation, motivation[i], stigma,
                                              dependence, p.on_workload, workload[i], p.on_team_mates, mates);
        strip.asks[i] = strip.uniform[i] < strip.may_ask[i] * dose * chance_of(odds) ? 1u : 0u;
    }
}

void decide_narrow(AskingStrip& s, const AskingColumns& c, const EnrolmentParameters& p, float informed, float dose, std::size_t n) {
    decide_strip(s, c, p, informed, dose, n);
}
BEVLOGEN_WIDE_COPY void decide_wide(AskingStrip& s, const AskingColumns& c, const EnrolmentParameters& p, float informed, float dose,
                                    std::size_t n) {
    decide_strip(s, c, p, informed, dose, n);
}

}  // namespace

float offer_to_everybody(const EnrolmentParameters& p, bool has_mail, bool has_kickoff, Week week) {
    float visible = has_mail ? p.on_mail : 0.0f;
    if (has_kickoff) visible += p.on_kickoff;
    return p.base + visible + season_of_asking(month_of(week), p.quiet_months, p.start_of_year);
}

Asking::Asking(const AskingWeek& week, const InterventionNow& intervention, const Offer& offer)
    : w_(week),
      intervention_(intervention),
      offer_(offer),
      filled_(week.block.person(week.fields.engine.filled)),
      leave_(week.block.person(week.fields.leave_kind)),
      phase_(week.block.person(week.fields.phase)),
      stage_(week.block.person(offer.stage)) {}

void Asking::look_at(std::size_t at, std::size_t n, bool burnout_leave_too) {
    at_ = at;
    n_ = n;
    const std::size_t last = std::min(at + n, w_.block.posts());
    std::fill_n(strip_.may_ask, n, 0.0f);
    const std::uint8_t too = burnout_leave_too ? 1 : 0;
    constexpr auto kBurnout = static_cast<std::uint8_t>(Leave::burnout), kHalfHours = static_cast<std::uint8_t>(Leave::burnout_half_hours);
    const std::uint8_t* __restrict filled = filled_.data() + at;
    const std::uint8_t* __restrict leave = leave_.data() + at;
    const float* __restrict reach = intervention_.reach + at;
    float* __restrict may_ask = strip_.may_ask;
    for (std::size_t i = 0; i < last - at; ++i) {  // no branches, so that it becomes a vector loop
        const int is_there = (leave[i] == 0) | (too & ((leave[i] == kBurnout) | (leave[i] == kHalfHours)));
        may_ask[i] = (is_there & (filled[i] != 0)) != 0 ? reach[i] : 0.0f;
    }
}

bool Asking::may_anybody_ask() const {
    int any = 0;
    for (std::size_t i = 0; i < n_; ++i) any |= strip_.may_ask[i] > 0.0f ? 1 : 0;
    return any != 0;
}

bool Asking::decide() {
    using workforce::Demand;
    using workforce::Resource;
    const Block& block = w_.block;
    const auto& f = w_.fields;
    fill_uniforms(w_.now.chance, {block.person(f.engine.id_low).data() + at_, block.person(f.engine.id_high).data() + at_, n_},
                  {w_.now.week, intervention_.purpose, offer_.draw, 1}, strip_.uniform, kAskingStrip);
    spread_teams();
    const AskingColumns columns{w_.strain.z_exhaustion + at_,
                                w_.strain.z_burnout + at_,
                                block.person(f.motivation).data() + at_,
                                block.person(f.factor[factor_of(Demand::workload)]).data() + at_,
                                block.person(f.factor[factor_of(Resource::supervisor_support)]).data() + at_,
                                stage_.data() + at_};
    const float informed = offer_.is_supervisor_informed ? 1.0f : 0.0f;
    const auto decide_of_width = vector_width() == VectorWidth::wide ? decide_wide : decide_narrow;
    decide_of_width(strip_, columns, offer_.parameters, informed, intervention_.dose, n_);
    const std::size_t posts = std::min(n_, block.posts() - at_);
    std::uint8_t* __restrict stage = stage_.data() + at_;
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < posts; ++i) {
        const bool is_new = (strip_.may_ask[i] > 0.0f) & (stage[i] == kNone);
        stage[i] = is_new ? kOffered : stage[i];
        any |= strip_.asks[i];
    }
    return any != 0;
}

Asking::TeamNow Asking::look_at_team(std::size_t t) const {
    const std::size_t begin = w_.block.team_begin()[t], end = w_.block.team_begin()[t + 1];
    const auto kinds = w_.block.post_kinds();
    TeamNow team{.leader = end};
    std::uint32_t filled = 0, took_part = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t is_filled = filled_[i] != 0 ? 1u : 0u;
        filled += is_filled;
        took_part += is_filled & (workforce::took_part(stage_[i]) ? 1u : 0u);
    }
    for (std::size_t i = begin; i < end && team.leader == end; ++i) {
        if (filled_[i] != 0 && workforce::is_specialist_post(kinds[i])) team.leader = i;
    }
    team.took_part = static_cast<float>(took_part);
    team.inverse_others = filled > 1 ? 1.0f / static_cast<float>(filled - 1) : 0.0f;
    team.stigma_change = w_.block.team(w_.fields.stigma)[t];
    return team;
}

// What differs by phase, leader and team, spread over the posts of the strip; teams of earlier strips are passed over.
void Asking::spread_teams() {
    const auto begins = w_.block.team_begin();
    const std::size_t last = std::min(at_ + n_, w_.block.posts());
    spread_phases(last - at_);
    while (begins[team_ + 1] <= at_) ++team_;
    for (std::size_t t = team_; t < w_.block.teams() && begins[t] < last; ++t) {
        const TeamNow team = look_at_team(t);
        const std::size_t from = std::max<std::size_t>(begins[t], at_) - at_, to = std::min<std::size_t>(begins[t + 1], last) - at_;
        for (std::size_t k = from; k < to; ++k) {
            strip_.stigma_change[k] += team.stigma_change;
            strip_.took_part[k] = team.took_part;
            strip_.inverse_others[k] = team.inverse_others;
        }
        if (team.leader >= at_ + from && team.leader < at_ + to) strip_.stigma[team.leader - at_] = offer_.parameters.stigma_of_leader;
    }
}

void Asking::spread_phases(std::size_t n) {
    const EnrolmentParameters& p = offer_.parameters;
    const std::uint8_t* __restrict phase = phase_.data() + at_;
    const std::uint8_t* __restrict sex = w_.block.person(w_.fields.sex).data() + at_;
    const float* __restrict visibility = w_.scratch.column(workforce::columns::kVisibility) + at_;
    const float* __restrict stigma_shift = w_.scratch.column(workforce::columns::kStigmaShift) + at_;
    const std::array<float, 2> of_sex = {p.of_women, 0.0f};
    for (std::size_t k = 0; k < n; ++k) {
        strip_.offer[k] = offer_.of_phase[phase[k]] + visibility[k] + of_sex[sex[k]];
        strip_.stigma[k] = p.stigma[phase[k]];
        strip_.dependence[k] = p.dependence[phase[k]];
        strip_.stigma_change[k] = stigma_shift[k];
    }
}

}  // namespace bevlogen::interventions
