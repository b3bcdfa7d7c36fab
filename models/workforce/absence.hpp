// Leave and events of the week: who falls ill, goes on leave, comes back, and what happens to whom.
#pragma once

#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/conditions.hpp"
#include "models/workforce/event_parameters.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

// The weeks of a leave. States change at the end of a week: a leave of n weeks that begins in the step of week w is an absence in the weeks
// w + 1 ... w + n. After the step of week w, leave_weeks is n, and leave_weeks_left the weeks of absence still to come; leave_kind is what
// holds in the week to come. In the step of week w + n it ends, and week w + n + 1 is at work. In the last half_hours_weeks of a burnout
// leave its kind is burnout_half_hours, still a leave: no other leave begins, and no events happen to whom.
// A leave is at most longest_weeks, after which everybody is back: that employment ends after two years is a matter of departures.
// Student, resident or specialist: who was ever on burnout leave is asked of these.
constexpr std::size_t burnout_group(Phase phase) {
    return phase == Phase::coassistent ? 0 : phase == Phase::anios || phase == Phase::aios ? 1 : 2;
}

class Absence {
  public:
    Absence(const AbsenceParameters& absence, const EventParameters& events, const WorkforceFields& fields);

    // Everybody at work, without a past.
    void populate(Block& block) const;
    // Some have been on burnout leave before, since the age in years at which they began as a student, resident or specialist.
    void populate_past(Block& block, const Chance& chance, const std::array<float, 3>& first_ages) const;

    // Hazards that follow from age, sex and kSafetyShift (the safety of each post in all) alone: kMaternityHazard and kConflictHazard. With
    // the targets, after all that changes safety.
    void set_hazards(const Block& block, Scratch& scratch) const;

    // One week, after the theory's step, from the scores at its start: leaves end or go on, new ones begin (competing risks, one uniform),
    // events happen (three uniforms): they kick their factors at once; what is left of them fades. Four uniforms a person-week under
    // kAbsenceAndEvents, which the theory's step has drawn into kAbsenceUniform; lengths of leaves and who is replaced under kLeaveLength.
    // Reads kReplacedShare and what set_hazards has written. Nothing happens at vacant posts but that `events` is 0.
    void step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept;

    const AbsenceParameters& absence() const { return a_; }
    const EventParameters& events() const { return e_; }
    // What a week leaves of past events: the fade of lasting_evaluation and lasting_conflict, for fading_shift.
    float fade() const { return fade_; }

  private:
    AbsenceParameters a_;
    EventParameters e_;
    AbsenceConstants c_;
    float fade_ = 0.0f;
    const WorkforceFields& fields_;
};

}  // namespace bevlogen::workforce
