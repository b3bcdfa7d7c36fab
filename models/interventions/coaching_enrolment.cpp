// Enrolment in strips of posts: who may ask, then the few who ask one by one.
#include "models/interventions/coaching_enrolment.hpp"

#include <algorithm>

#include "models/interventions/asking.hpp"
#include "models/interventions/coaching_trajectory.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::CoachingStage;
using workforce::kPhases;
using workforce::Phase;

static_assert(static_cast<int>(CoachingStage::offered) == 1 && static_cast<int>(CoachingStage::waiting) == 2, "as Offer::stage says");

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
          phase_(week.block.person(week.fields.phase)),
          stage_(week.block.person(week.fields.coaching_stage)),
          asking_week_{week.fields, week.block, week.now, week.strain, week.scratch},
          asking_(asking_week_, intervention, offer()) {}

    void run() {
        const std::size_t padded = w_.block.padded_posts();
        for (std::size_t at = 0; at < padded; at += kAskingStrip) {
            const std::size_t n = std::min(kAskingStrip, padded - at);
            if (!mark_who_may_ask(at, n)) continue;
            settings_.is_opt_out ? offer_once(at, n) : decide(at, n);
        }
        std::inplace_merge(asked_.begin(), asked_.begin() + static_cast<std::ptrdiff_t>(asked_before_), asked_.end(),
                           [](const Trajectory& a, const Trajectory& b) { return a.post < b.post; });
    }

  private:
    Offer offer() const {
        const EnrolmentParameters& p = w_.parameters.enrolment;
        const bool has_kickoff = settings_.has_kickoff && settings_.window > 0;
        const float to_everybody = offer_to_everybody(p, settings_.has_mail, has_kickoff, w_.now.week);
        Offer offer{
            .parameters = p, .is_supervisor_informed = settings_.is_informed(), .stage = w_.fields.coaching_stage, .draw = kDrawAsking};
        for (std::size_t k = 0; k < kPhases; ++k) offer.of_phase[k] = to_everybody - settings_.price[k] / p.price_scale;
        return offer;
    }

    // False where nobody in the strip may ask. Who may has been offered coaching.
    bool mark_who_may_ask(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        asking_.look_at(at, n, settings_.aim == CoachingAim::curative);
        for (; row_ < rows_.size() && rows_[row_].post < last; ++row_) {
            if (keeps_from_asking(rows_[row_], intervention_.purpose, w_.now.week)) asking_.leave_out(rows_[row_].post - at);
        }
        for (; row_of_asked_ < asked_before_ && asked_[row_of_asked_].post < last; ++row_of_asked_) {
            asking_.leave_out(asked_[row_of_asked_].post - at);
        }
        return asking_.may_anybody_ask();
    }

    void decide(std::size_t at, std::size_t n) {
        if (!asking_.decide()) return;
        const std::size_t posts = std::min(n, w_.block.posts() - at);
        for (std::size_t i = 0; i < posts; ++i) {
            if (asking_.asks(i)) add(at + i, true);
        }
    }

    void offer_once(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        for (std::size_t i = at; i < last; ++i) {
            if (!asking_.may_ask(i - at)) continue;
            const std::uint64_t who = w_.block.person_at(i, w_.fields.engine).value;
            const Chance& chance = w_.now.chance;
            const float asked_by_now = intervention_.dose * intervention_.reach[i];
            if (asked_by_now < 1.0f && chance.uniform(who, Week{0}, intervention_.purpose, kDrawPhasingIn) >= asked_by_now) continue;
            auto& stage = stage_[i];
            if (stage == static_cast<std::uint8_t>(CoachingStage::none)) stage = static_cast<std::uint8_t>(CoachingStage::offered);
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
            // Who took part before has taken part.
            if (row.stage == CoachingStage::refused && !workforce::took_part(stage_[i])) stage_[i] = static_cast<std::uint8_t>(row.stage);
        }
        asked_.push_back(row);
    }

    Supervisor supervisor_of(std::size_t i) const {
        const auto begins = w_.block.team_begin();
        const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), i) - begins.begin()) - 1;
        return {w_.block.person(w_.fields.factor[factor_of(workforce::Resource::supervisor_support)])[i],
                w_.block.team(w_.fields.log_load)[team]};
    }

    const EnrolmentWeek& w_;
    const InterventionNow& intervention_;
    const CoachingSettings& settings_;
    std::vector<Trajectory>& asked_;
    std::size_t asked_before_;
    std::span<const Trajectory> rows_;
    std::span<const std::uint8_t> phase_;
    std::span<std::uint8_t> stage_;
    AskingWeek asking_week_;
    Asking asking_;
    std::size_t row_ = 0, row_of_asked_ = 0;
};

}  // namespace

void enrol(const EnrolmentWeek& week, const InterventionNow& intervention, const CoachingSettings& settings,
           std::vector<Trajectory>& asked) {
    if (intervention.dose <= 0.0f || !is_open(settings, intervention.running, week.now.week)) return;
    Enrolment(week, intervention, settings, asked).run();
}

}  // namespace bevlogen::interventions
