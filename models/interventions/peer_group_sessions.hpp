// The steps of one person in a peer group: joining, sessions, the end, and what fades afterwards.
#pragma once

#include "models/interventions/membership.hpp"
#include "models/interventions/peer_group_parameters.hpp"
#include "models/interventions/peer_group_settings.hpp"
#include "sim/core/ids.hpp"

namespace bevlogen::interventions {

// Draws of a programme for a person (of the team: for a TeamId) in a week, apart from those of the engine and of coaching.
enum PeerGroupDraw : std::uint32_t {
    kDrawJoining = 32,
    kDrawPeerSession,
    kDrawPlaceInGroup,
    kDrawFirstSession,
    kDrawFirstOfTeam,
    kDrawPhasingInPeers,
    kDrawPhasingInTeam
};

// Of Membership::group_high: the group is a team.
inline constexpr std::uint32_t kGroupOfTeam = 0xffffffffu;

// A member at the start of the week.
struct Peer {
    PersonId person;
    workforce::Leave leave = workforce::Leave::none;
    float log_load = 0.0f;  // of the team
    float safety = 0.0f;    // at work: of team, leader, culture, and what was gained before the last clearing
};

// The row of who joins in this week and waits for a group.
Membership join(const PeerGroupSettings& settings, Purpose programme, Week week);

// One week: gains fade, and the session of the week, if there is one, adds to them.
void advance(Membership& row, const PeerGroupParameters& parameters, const Chance& chance, const Peer& who, Week week);

// Which of its sessions the group has from this week on, counted from 0; at least `sessions` when none is left.
int next_session(const Membership& row, Week week) noexcept;

// Ended long enough ago to leave the ledger: nothing of the gains is left, and joining again is possible.
bool is_forgotten(const Membership& row, Week week) noexcept;

// Whether this row keeps a person of `team` from joining `programme` in this week. Who has left the team of a group is free.
bool keeps_from_joining(const Membership& row, Purpose programme, TeamId team, Week week) noexcept;

}  // namespace bevlogen::interventions
