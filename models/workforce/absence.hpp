// Leave and events of the week: who falls ill, goes on leave, comes back, and what happens to whom.
#pragma once

#include "models/workforce/conditions.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

struct AbsenceParameters {
    float short_illness_hazard = 0.0f, short_illness_on_burnout = 0.0f;                       // a week; log hazard per z
    float short_illness_weeks = 0.0f;                                                         // mean
    float long_illness_hazard = 0.0f, long_illness_weeks = 0.0f, long_illness_spread = 0.0f;  // a week; mean weeks; SD of the log
    float burnout_hazard = 0.0f, burnout_on_exhaustion = 0.0f, burnout_at = 0.0f,
          burnout_cap = 0.0f;                            // h0, per z, z at which h0 holds, cap
    float burnout_weeks = 0.0f, burnout_spread = 0.0f;   // median weeks, SD of the log
    float half_hours_share = 0.0f;                       // last part of a burnout leave
    float longest_weeks = 0.0f;                          // of any leave
    float raised_risk = 0.0f, raised_risk_weeks = 0.0f;  // factor on the hazard of burnout leave after a return, and for how long
    float maternity_a_year = 0.0f, maternity_from_age = 0.0f, maternity_to_age = 0.0f, maternity_weeks = 0.0f;
};

struct EventParameters {
    float complaint_hazard = 0.0f, complaint_if_burnt_out = 0.0f, burnt_out_above = 0.0f;  // a week; factor; z of burnout
    float complaint_on_emotional_load = 0.0f, complaint_on_evaluation = 0.0f;              // SD
    float severe_hazard = 0.0f, severe_on_emotional_load = 0.0f, severe_on_evaluation = 0.0f;
    float conflict_hazard = 0.0f, conflict_on_safety = 0.0f;  // a week; hazard x exp(-conflict_on_safety x safety)
    float conflict_on_colleagues = 0.0f, conflict_on_evaluation = 0.0f;
    float fades_weeks = 0.0f;      // time constant of all effects
    float burnt_out_share = 0.0f;  // in the baseline: of the closed form of the mean effects
};

ParameterGroup<AbsenceParameters> declare_absence_parameters();
ParameterGroup<EventParameters> declare_event_parameters();

// Mean effects of events in the baseline, subtracted from what the three factors tend to, so that events move nobody's mean.
struct MeanEventEffects {
    float emotional_load = 0.0f, evaluation = 0.0f, colleagues = 0.0f;
};
MeanEventEffects mean_event_effects(const EventParameters& events);

class Absence {
  public:
    Absence(const AbsenceParameters& absence, const EventParameters& events, const WorkforceFields& fields);

    // Everybody at work.
    void populate(Block& block) const;

    // One week, after the theory's step, from the scores at its start: leaves end or go on, new ones begin (competing risks, one uniform),
    // events happen (three uniforms): they kick their factors at once; what is left of them fades. Four uniforms a person-week under
    // kAbsenceAndEvents, lengths of leaves under kLeaveLength. Reads kReplacedShare and kSafetyShift.
    void step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept;

    const AbsenceParameters& absence() const { return a_; }
    const EventParameters& events() const { return e_; }

  private:
    AbsenceParameters a_;
    EventParameters e_;
    const WorkforceFields& fields_;
};

}  // namespace bevlogen::workforce
