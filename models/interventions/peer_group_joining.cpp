// Joining in strips of posts: who is free to, then who is asked and says yes, or everybody.
#include "models/interventions/peer_group_joining.hpp"

#include <algorithm>

#include "models/interventions/peer_group_sessions.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::PeerGroupStage;

static_assert(static_cast<int>(PeerGroupStage::offered) == 1 && static_cast<int>(PeerGroupStage::waiting) == 2, "as Offer::stage says");

class Joining {
  public:
    Joining(const AskingWeek& week, Ledger<Membership> ledger, const EnrolmentParameters& asking, const InterventionNow& intervention,
            const PeerGroupSettings& settings, std::vector<Membership>& joined)
        : w_(week),
          intervention_(intervention),
          settings_(settings),
          joined_(joined),
          joined_before_(joined.size()),
          rows_(std::as_const(week.block).rows(ledger)),
          stage_(week.block.person(week.fields.peer_group_stage)),
          asking_(week, intervention, offer(asking)) {}

    void run() {
        const std::size_t padded = w_.block.padded_posts();
        for (std::size_t at = 0; at < padded; at += kAskingStrip) {
            const std::size_t n = std::min(kAskingStrip, padded - at);
            if (!mark_who_may_join(at, n)) continue;
            settings_.is_for_everybody() ? take_everybody(at, n) : decide(at, n);
        }
        std::inplace_merge(joined_.begin(), joined_.begin() + static_cast<std::ptrdiff_t>(joined_before_), joined_.end(),
                           [](const Membership& a, const Membership& b) { return a.post < b.post; });
    }

  private:
    Offer offer(const EnrolmentParameters& asking) const {
        const bool has_kickoff = settings_.has_kickoff && settings_.window > 0;
        Offer offer{.parameters = asking,
                    .is_supervisor_informed = settings_.facilitator == Facilitator::own_supervisor,
                    .stage = w_.fields.peer_group_stage,
                    .draw = kDrawJoining};
        offer.of_phase.fill(offer_to_everybody(asking, settings_.has_mail, has_kickoff, w_.now.week));
        return offer;
    }

    // The team of a post; posts ascend, and so do teams.
    std::size_t team_of(std::size_t post) {
        while (w_.block.team_begin()[team_ + 1] <= post) ++team_;
        return team_;
    }

    bool mark_who_may_join(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        asking_.look_at(at, n, false);
        for (; row_ < rows_.size() && rows_[row_].post < last; ++row_) {
            const Membership& row = rows_[row_];
            const TeamId team = w_.block.team_ids()[team_of(row.post)];
            if (keeps_from_joining(row, intervention_.purpose, team, w_.now.week)) asking_.leave_out(row.post - at);
        }
        for (; row_joined_ < joined_before_ && joined_[row_joined_].post < last; ++row_joined_) {
            asking_.leave_out(joined_[row_joined_].post - at);
        }
        return asking_.may_anybody_ask();
    }

    void decide(std::size_t at, std::size_t n) {
        if (!asking_.decide()) return;
        const std::size_t posts = std::min(n, w_.block.posts() - at);
        for (std::size_t i = 0; i < posts; ++i) {
            if (asking_.asks(i)) add(at + i);
        }
    }

    void take_everybody(std::size_t at, std::size_t n) {
        const std::size_t last = std::min(at + n, w_.block.posts());
        const bool by_team = settings_.mode == PeerGroupMode::team;
        std::size_t t = static_cast<std::size_t>(std::upper_bound(w_.block.team_begin().begin(), w_.block.team_begin().end(), at) -
                                                 w_.block.team_begin().begin()) -
                        1;
        for (std::size_t i = at; i < last; ++i) {
            if (!asking_.may_ask(i - at)) continue;
            while (w_.block.team_begin()[t + 1] <= i) ++t;
            const TeamId team = w_.block.team_ids()[t];
            const std::uint64_t who = by_team ? team.value : w_.block.person_at(i, w_.fields.engine).value;
            const std::uint32_t draw = by_team ? kDrawPhasingInTeam : kDrawPhasingInPeers;
            const float begun_by_now = intervention_.dose * intervention_.reach[i];  // the same for all of a team
            if (begun_by_now < 1.0f && w_.now.chance.uniform(who, Week{0}, intervention_.purpose, draw) >= begun_by_now) continue;
            if (by_team && has_had_it(t)) continue;
            add(i);
        }
    }

    // The team had its sessions less than `again_after` ago and has none now.
    bool has_had_it(std::size_t t) const {
        const TeamId team = w_.block.team_ids()[t];
        const auto by_post = [](const Membership& row, std::uint32_t post) { return row.post < post; };
        bool ended = false;
        for (auto row = std::lower_bound(rows_.begin(), rows_.end(), w_.block.team_begin()[t], by_post);
             row != rows_.end() && row->post < w_.block.team_begin()[t + 1]; ++row) {
            if (row->programme != static_cast<std::uint16_t>(intervention_.purpose) || row->group_high != kGroupOfTeam ||
                row->group_low != team.value)
                continue;
            if (is_under_way(*row)) return false;
            ended = ended || w_.now.week.value < row->ended + row->again_after;
        }
        return ended;
    }

    void add(std::size_t i) {
        Membership row = join(settings_, intervention_.purpose, w_.now.week);
        row.post = static_cast<std::uint32_t>(i);
        joined_.push_back(row);
        stage_[i] = static_cast<std::uint8_t>(row.stage);
    }

    const AskingWeek& w_;
    const InterventionNow& intervention_;
    const PeerGroupSettings& settings_;
    std::vector<Membership>& joined_;
    std::size_t joined_before_;
    std::span<const Membership> rows_;
    std::span<std::uint8_t> stage_;
    Asking asking_;
    std::size_t row_ = 0, row_joined_ = 0, team_ = 0;
};

}  // namespace

void enrol_peers(const AskingWeek& week, Ledger<Membership> ledger, const EnrolmentParameters& asking, const InterventionNow& intervention,
                 const PeerGroupSettings& settings, std::vector<Membership>& joined) {
    if (intervention.dose <= 0.0f) return;
    if (!settings.is_for_everybody() && !is_open(settings, intervention.running)) return;
    Joining(week, ledger, asking, intervention, settings, joined).run();
}

}  // namespace bevlogen::interventions
