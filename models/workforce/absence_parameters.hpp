// The numbers of absence: how often each kind of leave begins, how long it lasts, what follows on it.
#pragma once

#include <array>

#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::workforce {

// Hazards are chances in one week at work of who is at risk. Sources stand beside the values (scenarios/parameters/absence.toml).
struct AbsenceParameters {
    float short_illness_hazard = 0.0f, short_illness_on_burnout = 0.0f;         // per week; log hazard per z of burnout
    float short_illness_weeks = 0.0f;                                           // mean; at least one
    float long_illness_hazard = 0.0f;                                           // per week
    float long_illness_weeks = 0.0f, long_illness_spread = 0.0f;                // mean weeks; SD of the log
    float long_illness_shortest = 0.0f;                                         // weeks
    float burnout_hazard = 0.0f;                                                // per week, at z = burnout_at of exhaustion
    float burnout_on_exhaustion = 0.0f, burnout_at = 0.0f, burnout_cap = 0.0f;  // log hazard per z; z; z above which it rises no more
    float burnout_weeks = 0.0f, burnout_spread = 0.0f;                          // median weeks; SD of the log
    float burnout_shortest = 0.0f;                                              // weeks: one clearing sees each begin
    // Burnout leaves a year before the start, of students, residents and specialists, since they began as such.
    std::array<float, 3> burnout_before{};
    float half_hours_share = 0.0f;                       // last part of a burnout leave
    float longest_weeks = 0.0f;                          // of any leave
    float raised_risk = 0.0f, raised_risk_weeks = 0.0f;  // factor on the hazard of burnout leave after one; weeks at work
    float maternity_a_year = 0.0f;                       // of women of that age
    float maternity_from_age = 0.0f, maternity_to_age = 0.0f, maternity_weeks = 0.0f;  // years: from one birthday to the other
};

ParameterGroup<AbsenceParameters> declare_absence_parameters();

// Constants of a week, worked out once from the parameters.
struct AbsenceConstants {
    explicit AbsenceConstants(const AbsenceParameters& absence);

    float maternity_hazard = 0.0f;                                    // per week
    float maternity_from_weeks = 0.0f, maternity_to_weeks = 0.0f;     // of age
    float short_illness_goes_on = 0.0f;                               // chance of one more week
    float long_illness_log_median = 0.0f, burnout_log_median = 0.0f;  // of weeks
};

}  // namespace bevlogen::workforce
