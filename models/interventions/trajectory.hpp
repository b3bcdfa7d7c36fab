// One person's way through a coaching programme: a row of the ledger.
#pragma once

#include <cstdint>

#include "models/workforce/fields.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen::interventions {

struct Trajectory {
    std::uint32_t post = 0;
    std::uint16_t programme = 0;  // purpose of the intervention, its identity
    workforce::CoachingStage stage = workforce::CoachingStage::waiting;
    std::uint8_t question = 0;      // a CoachingQuestion
    std::int32_t asked = 0;         // week of enrolment
    std::int32_t started = -1;      // week in which a coach was found; -1: not yet
    std::int32_t next_session = 0;  // week
    std::int32_t ended = -1;        // week of the last session or of dropping out
    std::uint8_t sessions_done = 0;
    std::uint8_t sessions_agreed = 0;
    std::uint8_t was_rematched = 0;
    std::uint8_t is_released = 0;  // sessions are in released time
    float minutes = 0.0f;          // of a session
    float spacing = 0.0f;          // weeks between sessions
    float match = 0.0f;            // with the coach, in [0, 1]
    float response = 0.0f;         // of the person: motivation and need, at the start
    float gain = 0.0f;             // now, SD
};

}  // namespace bevlogen::interventions
