// The steps of one trajectory: asking, intake, finding a coach, sessions, the end, and what fades afterwards.
#pragma once

#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/coaching_settings.hpp"
#include "models/interventions/trajectory.hpp"
#include "sim/core/ids.hpp"

namespace bevlogen::interventions {

// Draws of a programme for a person in a week, apart from those of the engine (0 to 2, in week 0).
enum CoachingDraw : std::uint32_t {
    kDrawAsking = 16,
    kDrawQuestion,
    kDrawIntake,
    kDrawSession,
    kDrawPlaceInQueue,
    kDrawPhasingIn,
    kDrawRelease,
    kDrawPlaceForIntake,
    kDrawReferral,
    kDrawIntakesOpen,
    kDrawEvaluation
};

// A person who asks for, waits for or has coaching, at the start of the week.
struct Coachee {
    PersonId person;
    workforce::Leave leave = workforce::Leave::none;
    float motivation = 0.0f;
    float z_exhaustion = 0.0f;
    float log_load = 0.0f;  // of the team
};

// The row of who asks in this week: what is agreed, and the question. Without intake it is ready for a coach.
Trajectory ask(const CoachingParameters& parameters, const CoachingSettings& settings, workforce::Phase phase, const Chance& chance,
               Purpose programme, PersonId person, Week week);

// What decides whether the supervisor releases the time.
struct Supervisor {
    float support = 0.0f;   // as the person perceives it, SD
    float log_load = 0.0f;  // of the team
};

// Who asks comes to a supervisor who knows: with a talk at the start support helps the match; where sessions are to be in released time,
// release may be refused. Who is refused goes on in time that is not released, or no further.
void meet_supervisor(Trajectory& row, const CoachingParameters& parameters, const CoachingSettings& settings, const Supervisor& supervisor,
                     const Chance& chance, PersonId person);

// A coach is found: the match is drawn, and the first session lies within the time between two sessions (assumed: weeks are equally
// likely, so that not all of one clearing meet in the same weeks).
void take_coach(Trajectory& row, const CoachingParameters& parameters, const Chance& chance, PersonId person, Week week);

// One week: intake, session, or the gain fades. Who waits and is not queued takes a coach as soon as ready.
void advance(Trajectory& row, const CoachingParameters& parameters, const Chance& chance, const Coachee& who, Week week);

// Ended long enough ago to leave the ledger: nothing of the gain is left, no coach's year counts it, and asking again is possible.
bool is_forgotten(const Trajectory& row, Week week) noexcept;

// Whether this row keeps the person from asking `programme` in this week.
bool keeps_from_asking(const Trajectory& row, Purpose programme, Week week) noexcept;

}  // namespace bevlogen::interventions
