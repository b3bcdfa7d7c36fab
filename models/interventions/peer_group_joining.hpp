// Who joins a peer group in a week: those who are asked and say yes, or everybody.
#pragma once

#include <vector>

#include "models/interventions/asking.hpp"
#include "models/interventions/membership.hpp"
#include "models/interventions/peer_group_settings.hpp"

namespace bevlogen::interventions {

// Adds to `joined`, which ascends by post and holds who joined another programme this week, a row for everybody who joins this one and
// waits for a group. May join: in reach, at work, in no group of any programme, none of this programme that ended less than `again_after`
// ago. Of the own will with the chance of asking for coaching (P1 to P5, `asking`); with `mandatory` and in teams everybody, a team that
// has had its sessions less than `again_after` ago left out. A dose below 1 thins the chances, or is the share of persons or teams by then.
void enrol_peers(const AskingWeek& week, Ledger<Membership> ledger, const EnrolmentParameters& asking, const InterventionNow& intervention,
                 const PeerGroupSettings& settings, std::vector<Membership>& joined);

}  // namespace bevlogen::interventions
