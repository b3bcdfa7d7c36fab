// The lever `peer_group`: who joins, groups and facilitators, sessions, what they give or take where it is not safe, and how that fades.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/membership.hpp"
#include "models/interventions/peer_group_parameters.hpp"
#include "models/workforce/strain_now.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// What peer groups are told of the world they work in.
struct PeerGroupContext {
    const workforce::WorkforceFields* fields = nullptr;
    Ledger<Membership> ledger;
    std::size_t lever = 0;          // number of `peer_group` in the vocabulary
    float replaced_share = 0.0f;    // of released hours that hired hours replace
    double population_scale = 1.0;  // facilitators are of the whole country
};

// A person is in at most one group at a time, in whatever programme; coaching may go on beside it. Rows go with the person; whoever removes
// a person from a post removes the rows. Nothing here depends on blocks, threads or the order of posts.
class PeerGroups {
  public:
    // `asking`: how people answer an offer of coaching, which they answer alike here but for less stigma.
    PeerGroups(const PeerGroupParameters& parameters, const EnrolmentParameters& asking, const PeerGroupContext& context);

    // To psychological safety (kSafetyShift, after FactorTargets::set): what members had gained at the last clearing.
    void add_safety(const Block& block, Scratch& scratch) const noexcept;

    // Adds to kReleasedHours the hours that released sessions take from care this week, spread evenly over the weeks between two sessions.
    void release_hours(const Block& block, Scratch& scratch) const noexcept;

    // Merges what groups add to the targets of factors this week into `shifts`, which ascend by post and do so afterwards.
    void add_target_shifts(const Block& block, std::vector<workforce::TargetShift>& shifts) const;

    // One week, after the theory's step: who joins, sessions, gains and their decay. Keeps peer_group_stage and the ledger. Scores are of
    // the start of the week. Reads kVisibility, kStigmaShift and kSafetyShift.
    void step(Block& block, const Now& now, const workforce::StrainNow& strain, const Scratch& scratch) const;

    // The clearing, when everybody has the post of the weeks to come: groups form as far as facilitators go, and are counted anew.
    void clear_nation(std::span<Block> blocks, const Now& now) const;

  private:
    void advance_rows(Block& block, const Now& now, const Scratch& scratch, std::span<const Membership> joined) const;

    PeerGroupParameters p_;
    EnrolmentParameters asking_;
    PeerGroupContext c_;
};

}  // namespace bevlogen::interventions
