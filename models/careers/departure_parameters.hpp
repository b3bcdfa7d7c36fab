// The numbers of departure: who considers to leave, how often who leaves, changes employer, works fewer hours or withdraws.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::careers {

using workforce::kPhases;

struct DepartureParameters {
    // Log odds of considering to leave.
    float intention = 0.0f, on_burnout = 0.0f, on_engagement = 0.0f;        // at scores of 0; per z
    float on_work_home = 0.0f, on_insecurity = 0.0f, on_autonomy = 0.0f;    // per SD
    std::array<float, kPhases> usual{};                                     // intention at which the rates hold
    float power = 0.0f;                                                     // of intention over the usual, on rates
    std::array<float, kPhases> seeks_employer{};                            // a year
    float fewer_hours = 0.0f, fewer_hours_power = 0.0f, hours_back = 0.0f;  // a year; power as above
    float usual_fewer_hours = 0.0f;                                         // share of those who do, in a team
    float hours_step = 0.0f, least_hours = 0.0f;                            // FTE
    float disengaged_below = 0.0f, engaged_above = 0.0f;                    // z of engagement
    float side_roles_after = 0.0f;                                          // weeks
    float side_roles_on_care = 0.0f, side_roles_on_engagement = 0.0f;       // share of working time; raw score
    float leaves_pool = 0.0f;                                               // a year, of who has no post
};

ParameterGroup<DepartureParameters> declare_departure_parameters();

}  // namespace bevlogen::careers
