// One person's part in a peer group: a row of the ledger.
#pragma once

#include <cstdint>

#include "models/workforce/fields.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::interventions {

// Intervision: colleagues bring cases of their own. Team: all of a team who are in reach. Balint: the relation with patients.
enum class PeerGroupMode : std::uint8_t { intervision, team, balint };
enum class Facilitator : std::uint8_t { professional, trained_peer, own_supervisor, other_supervisor, none };

// What was agreed stands in the row, so that a group under way goes on as it began, whatever becomes of the programme. The members of a
// group have the same programme, group and week of the first session; a group of a team has its TeamId, any other the PersonId of one of
// those with whom it began.
struct Membership {
    std::uint32_t post = 0;
    std::uint16_t programme = 0;    // purpose of the intervention, its identity
    std::uint16_t again_after = 0;  // weeks after the end before joining again
    std::uint32_t group_low = 0, group_high = 0;
    std::uint16_t members = 0;  // of the group, since the last clearing
    std::uint8_t size = 0;      // members that a full group has
    std::uint8_t sessions = 0;  // of the group
    std::uint8_t guided = 0;    // sessions that the facilitator leads, the first ones
    std::uint8_t interval = 0;  // weeks between sessions
    PeerGroupMode mode = PeerGroupMode::intervision;
    Facilitator facilitator = Facilitator::professional;
    workforce::PeerGroupStage stage = workforce::PeerGroupStage::waiting;
    // 0 or 1 each.
    std::uint8_t is_across_ranks = 0;                      // may have seniors and juniors
    std::uint8_t is_mixed = 0;                             // has both, since the last clearing
    std::uint8_t is_released = 0;                          // sessions are in released time
    std::uint8_t may_stop = 0;                             // takes part of the own will
    std::uint8_t attended = 0;                             // sessions
    std::uint8_t attended_of_epoch = 0, led_of_epoch = 0;  // since the last clearing: attended; held by a professional, attended or not
    std::int32_t asked = 0;                                // week of enrolment
    std::int32_t begins = -1;                              // week of the first session; -1: no group yet
    std::int32_t ended = -1;                               // week of the last session or of stopping; -1: not yet
    float hours = 0.0f;                                    // of a session
    float support = 0.0f, emotional_load = 0.0f;           // gains now, SD; load falls
    float safety = 0.0f, safety_of_epoch = 0.0f;           // likewise, and as the last clearing left it
};
static_assert(sizeof(Membership) == 64, "no padding, so that equal rows have equal bytes");

// From the day of enrolment until the last session, or until something else ends it.
inline bool is_under_way(const Membership& row) noexcept { return row.ended < 0; }

}  // namespace bevlogen::interventions
