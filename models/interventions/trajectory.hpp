// One person's way through a coaching programme: a row of the ledger.
#pragma once

#include <cstdint>
#include <limits>

#include "models/interventions/service.hpp"
#include "models/workforce/fields.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::interventions {

// What somebody brings to the coach (brochure Challenge & Support: a question of one's own; Amsterdam UMC, internal coach pool: facts and
// figures 2023 names work-life balance and development).
enum class CoachingQuestion : std::uint8_t { workload, balance, development };

// Who holds the sessions, which decides how they are paid: hired coaches; internal ones, paid by the session; employed ones, whose number
// is set and who are paid by the year.
enum class SessionsBy : std::uint8_t { external, internal, employed };
inline constexpr std::size_t kSessionsBy = 3;

// Of Trajectory::again_after: never again.
inline constexpr std::uint16_t kNeverAgain = std::numeric_limits<std::uint16_t>::max();

// What was agreed stands in the row, so that a trajectory under way ends as it began, whatever becomes of the programme. Rows of one post
// are in order of asking. Who was offered coaching once (opt-out) and declined has a row of stage `offered` that ended as it began.
struct Trajectory {
    std::uint32_t post = 0;
    std::uint16_t programme = 0;    // purpose of the intervention, its identity
    std::uint16_t again_after = 0;  // weeks after the end before asking again
    workforce::CoachingStage stage = workforce::CoachingStage::waiting;
    CoachingQuestion question = CoachingQuestion::development;
    std::uint8_t spacing = 0;  // weeks between sessions
    std::uint8_t sessions_done = 0;
    std::uint8_t sessions_agreed = 0;
    std::uint8_t extension = 0;  // more sessions that are still possible
    // 0 or 1 each.
    std::uint8_t is_ready = 0;     // had the intake, if there is one
    std::uint8_t is_queued = 0;    // coaches are given out at clearings, not at once
    std::uint8_t is_released = 0;  // sessions are in released time
    std::uint8_t is_curative = 0;  // sessions go on during burnout leave
    std::uint8_t may_rematch = 0;
    std::uint8_t was_rematched = 0;
    std::uint8_t may_be_cancelled = 0;  // by work
    std::uint8_t has_response = 0;      // `response` is known
    SessionsBy sessions_by = SessionsBy::external;
    std::uint8_t sessions_of_epoch = 0;  // held since the last clearing
    ReferTo refer_to = ReferTo::as_amsterdam;
    // 0 or 1 each.
    std::uint8_t is_clinical = 0;            // treatment is called for, at the start
    std::uint8_t waits_for_coordinator = 0;  // intakes are given out at clearings
    std::uint8_t was_refused = 0;            // the supervisor did not release the time
    std::int32_t asked = 0;                  // week of enrolment
    std::int32_t started = -1;               // week in which a coach was found; -1: not yet
    std::int32_t next_session = 0;           // week; while waiting, of the intake
    std::int32_t ended = -1;                 // week of the last session, of stopping, being referred or refused; -1: not yet
    float hours = 0.0f;                      // a week, with travel, averaged over the time between two sessions
    float refer_share = 0.0f;                // chance of being sent on at the intake
    float own_contribution = 0.0f;           // EUR, to the whole trajectory; due when it begins
    float match_bonus = 0.0f;                // of choosing a coach
    float match = 0.0f;                      // with the coach, in [0, 1]
    float response = 0.0f;                   // of the person: motivation and need, at the start
    float gain = 0.0f;                       // now, SD
};
static_assert(sizeof(Trajectory) == 28 + 4 * 4 + 7 * 4, "no padding, so that equal rows have equal bytes");

// From the day of asking until the last session, or until something else ends it.
inline bool is_under_way(const Trajectory& row) noexcept { return row.ended < 0; }

}  // namespace bevlogen::interventions
