// Enrolment in strips of posts: who may ask, log odds and draws as vectors, then the few who ask one by one.
#include "models/interventions/coaching_enrolment.hpp"

#include <algorithm>

#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/coaching_trajectory.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::CoachingStage;
using workforce::kPhases;
using workforce::Leave;
using workforce::Phase;

constexpr std::size_t kStrip = 128;
constexpr std::uint8_t kNone = static_cast<std::uint8_t>(CoachingStage::none);
constexpr std::uint8_t kOffered = static_cast<std::uint8_t>(CoachingStage::offered);

struct Strip {
    alignas(64) float uniform[4 * kStrip];  // the first kStrip are used
    alignas(64) float may_ask[kStrip];
    alignas(64) float offer[kStrip];
    alignas(64) float stigma[kStrip];  // of phase or leader
    alignas(64) float stigma_change[kStrip];
    alignas(64) float dependence[kStrip];
    alignas(64) float took_part[kStrip];       // of the team
    alignas(64) float inverse_others[kStrip];  // one over the number of team mates; 0 where there are none
    alignas(64) std::uint32_t asks[kStrip];
};

// Columns of the block from the strip's first post on.
struct StripColumns {
    const float* z_exhaustion;
    const float* z_burnout;
    const float* motivation;
    const float* workload;
    const float* support;
    const std::uint8_t* stage;
};

BEVLOGEN_INLINE void decide_strip(Strip& strip, const StripColumns& columns, const EnrolmentParameters& parameters, float informed,
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

void decide_narrow(Strip& s, const StripColumns& c, const EnrolmentParameters& p, float informed, float dose, std::size_t n) {
    decide_strip(s, c, p, informed, dose, n);
}
BEVLOGEN_WIDE_COPY void decide_wide(Strip& s, const StripColumns& c, const EnrolmentParameters& p, float informed, float dose,
                                    std::size_t n) {
    decide_strip(s, c, p, informed, dose, n);
}

// What a team is to those of its posts that lie in the strip.
struct TeamNow {
    float took_part = 0.0f;
    float inverse_others = 0.0f;
    float stigma_change = 0.0f;
    std::size_t leader = 0;  // post; beyond the team where it has none
};

class Enrolment {
  public:
    Enrolment(const EnrolmentWeek& week, const InterventionNow& intervention, const CoachingSettings& settings,
              std::vector<Trajectory>& asked)
        : w_(week),
          intervention_(intervention),
          settings_(settings),
          asked_(asked),
          asked_before_(asked.size()),
          rows_(std::as_const(week.block).rows(week.ledger)),
          filled_(week.block.person(week.fields.engine.filled)),
          leave_(week.block.person(week.fields.leave_kind)),
          phase_(week.block.person(week.fields.phase)),
          stage_(week.block.person(week.fields.coaching_stage)) {
        set_offers();
    }

    void run() {
        const std::size_t padded = w_.block.padded_posts();
        for (std::size_t at = 0; at < padded; at += kStrip) {
            const std::size_t n = std::min(kStrip, padded - at);
            if (!mark_who_may_ask(at, n)) continue;
            settings_.is_opt_out ? offer_once(at, n) : decide(at, n);
        }
        std::inplace_merge(asked_.begin(), asked_.begin() + static_cast<std::ptrdiff_t>(asked_before_), asked_.end(),
                           [](const Trajectory& a, const Trajectory& b) { return a.post < b.post; });
    }

  private:
    void set_offers() {
        const EnrolmentParameters& p = w_.parameters.enrolment;
        float visible = settings_.has_mail ? p.on_mail : 0.0f;
        if (settings_.has_kickoff && settings_.window > 0) visible += p.on_kickoff;
        const float season = season_of_asking(month_of(w_.now.week), p.quiet_months, p.start_of_year);
        for (std::size_t k = 0; k < kPhases; ++k) offer_of_phase_[k] = p.base + visible + season - settings_.price[k] / p.price_scale;
    }

    // False where nobody in the strip may ask. Who may has been offered coaching.
    bool mark_who_may_ask(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        std::fill_n(strip_.may_ask, n, 0.0f);
        const std::uint8_t curative = settings_.aim == CoachingAim::curative ? 1 : 0;
        constexpr auto kBurnout = static_cast<std::uint8_t>(Leave::burnout),
                       kHalfHours = static_cast<std::uint8_t>(Leave::burnout_half_hours);
        const std::uint8_t* __restrict filled = filled_.data() + at;
        const std::uint8_t* __restrict leave = leave_.data() + at;
        const float* __restrict reach = intervention_.reach + at;
        float* __restrict may_ask = strip_.may_ask;
        for (std::size_t i = 0; i < last - at; ++i) {  // no branches, so that it becomes a vector loop
            const int is_there = (leave[i] == 0) | (curative & ((leave[i] == kBurnout) | (leave[i] == kHalfHours)));
            may_ask[i] = (is_there & (filled[i] != 0) & (reach[i] > 0.0f)) != 0 ? 1.0f : 0.0f;
        }
        for (; row_ < rows_.size() && rows_[row_].post < last; ++row_) {
            if (keeps_from_asking(rows_[row_], intervention_.purpose, w_.now.week)) strip_.may_ask[rows_[row_].post - at] = 0.0f;
        }
        for (; row_of_asked_ < asked_before_ && asked_[row_of_asked_].post < last; ++row_of_asked_) {
            strip_.may_ask[asked_[row_of_asked_].post - at] = 0.0f;
        }
        int any = 0;
        for (std::size_t i = 0; i < n; ++i) any |= may_ask[i] > 0.0f ? 1 : 0;
        return any != 0;
    }

    void decide(std::size_t at, std::size_t n) {
        const WorkforceColumns columns = columns_from(at);
        fill_uniforms(w_.now.chance, {columns.id_low, columns.id_high, n}, {w_.now.week, intervention_.purpose, kDrawAsking, 1},
                      strip_.uniform, kStrip);
        spread_teams(at, n);
        const float informed = settings_.is_informed() ? 1.0f : 0.0f;
        const auto decide_of_width = vector_width() == VectorWidth::wide ? decide_wide : decide_narrow;
        decide_of_width(strip_, columns.strip, w_.parameters.enrolment, informed, intervention_.dose, n);
        const std::size_t posts = std::min(n, w_.block.posts() - at);
        std::uint8_t* __restrict stage = stage_.data() + at;
        std::uint32_t any = 0;
        for (std::size_t i = 0; i < posts; ++i) {
            const bool is_new = (strip_.may_ask[i] > 0.0f) & (stage[i] == kNone);
            stage[i] = is_new ? kOffered : stage[i];
            any |= strip_.asks[i];
        }
        if (any == 0) return;
        for (std::size_t i = 0; i < posts; ++i) {
            if (strip_.asks[i] != 0) add(at + i, true);
        }
    }

    void offer_once(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        for (std::size_t i = at; i < last; ++i) {
            if (strip_.may_ask[i - at] == 0.0f) continue;
            const std::uint64_t who = w_.block.person_at(i, w_.fields.engine).value;
            const Chance& chance = w_.now.chance;
            if (intervention_.dose < 1.0f && chance.uniform(who, Week{0}, intervention_.purpose, kDrawPhasingIn) >= intervention_.dose)
                continue;
            if (stage_[i] == kNone) stage_[i] = kOffered;
            add(i, chance.uniform(who, w_.now.week, intervention_.purpose, kDrawAsking) < w_.parameters.enrolment.opt_out_uptake);
        }
    }

    // A row for who asks, or for who declines for good.
    void add(std::size_t i, bool asks) {
        Trajectory row = ask(w_.parameters, settings_, static_cast<Phase>(phase_[i]), w_.now.chance, intervention_.purpose,
                             w_.block.person_at(i, w_.fields.engine), w_.now.week);
        row.post = static_cast<std::uint32_t>(i);
        if (!asks) {
            row.stage = CoachingStage::offered;
            row.ended = w_.now.week.value;
        } else {
            meet_supervisor(row, w_.parameters, settings_, supervisor_of(i), w_.now.chance, w_.block.person_at(i, w_.fields.engine));
            if (row.stage == CoachingStage::refused) stage_[i] = static_cast<std::uint8_t>(row.stage);
        }
        asked_.push_back(row);
    }

    Supervisor supervisor_of(std::size_t i) const {
        const auto begins = w_.block.team_begin();
        const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), i) - begins.begin()) - 1;
        return {w_.block.person(w_.fields.factor[factor_of(workforce::Resource::supervisor_support)])[i],
                w_.block.team(w_.fields.log_load)[team]};
    }

    struct WorkforceColumns {
        const std::uint32_t* id_low;
        const std::uint32_t* id_high;
        StripColumns strip;
    };
    WorkforceColumns columns_from(std::size_t at) const {
        using workforce::Demand;
        using workforce::Resource;
        const Block& block = w_.block;
        const auto& f = w_.fields;
        return {block.person(f.engine.id_low).data() + at,
                block.person(f.engine.id_high).data() + at,
                {w_.strain.z_exhaustion + at, w_.strain.z_burnout + at, block.person(f.motivation).data() + at,
                 block.person(f.factor[factor_of(Demand::workload)]).data() + at,
                 block.person(f.factor[factor_of(Resource::supervisor_support)]).data() + at, stage_.data() + at}};
    }

    TeamNow look_at_team(std::size_t t) const {
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
    void spread_teams(std::size_t at, std::size_t n) {
        const auto begins = w_.block.team_begin();
        const std::size_t last = std::min(at + n, w_.block.posts());
        spread_phases(at, last - at);
        while (begins[team_ + 1] <= at) ++team_;
        for (std::size_t t = team_; t < w_.block.teams() && begins[t] < last; ++t) {
            const TeamNow team = look_at_team(t);
            const std::size_t from = std::max<std::size_t>(begins[t], at) - at, to = std::min<std::size_t>(begins[t + 1], last) - at;
            for (std::size_t k = from; k < to; ++k) {
                strip_.stigma_change[k] += team.stigma_change;
                strip_.took_part[k] = team.took_part;
                strip_.inverse_others[k] = team.inverse_others;
            }
            if (team.leader >= at + from && team.leader < at + to)
                strip_.stigma[team.leader - at] = w_.parameters.enrolment.stigma_of_leader;
        }
    }

    void spread_phases(std::size_t at, std::size_t n) {
        const EnrolmentParameters& p = w_.parameters.enrolment;
        const std::uint8_t* __restrict phase = phase_.data() + at;
        const std::uint8_t* __restrict sex = w_.block.person(w_.fields.sex).data() + at;
        const float* __restrict visibility = w_.scratch.column(workforce::columns::kVisibility) + at;
        const float* __restrict stigma_shift = w_.scratch.column(workforce::columns::kStigmaShift) + at;
        const std::array<float, 2> of_sex = {p.of_women, 0.0f};
        for (std::size_t k = 0; k < n; ++k) {
            strip_.offer[k] = offer_of_phase_[phase[k]] + visibility[k] + of_sex[sex[k]];
            strip_.stigma[k] = p.stigma[phase[k]];
            strip_.dependence[k] = p.dependence[phase[k]];
            strip_.stigma_change[k] = stigma_shift[k];
        }
    }

    const EnrolmentWeek& w_;
    const InterventionNow& intervention_;
    const CoachingSettings& settings_;
    std::vector<Trajectory>& asked_;
    std::size_t asked_before_;
    std::span<const Trajectory> rows_;
    std::span<const std::uint8_t> filled_, leave_, phase_;
    std::span<std::uint8_t> stage_;
    std::array<float, kPhases> offer_of_phase_{};
    std::size_t row_ = 0, row_of_asked_ = 0, team_ = 0;
    Strip strip_{};
};

}  // namespace

void enrol(const EnrolmentWeek& week, const InterventionNow& intervention, const CoachingSettings& settings,
           std::vector<Trajectory>& asked) {
    if (intervention.dose <= 0.0f || !is_open(settings, intervention.running, week.now.week)) return;
    Enrolment(week, intervention, settings, asked).run();
}

}  // namespace bevlogen::interventions
