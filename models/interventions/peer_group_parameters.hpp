// The numbers of peer groups: what a session is worth to whom it is safe for, and how that fades.
#pragma once

#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

struct PeerGroupParameters {
    float stigma_share = 0.0f;                                   // of the stigma of asking for coaching
    float smallest = 0.0f, wait_weeks = 0.0f;                    // members of a group that is not full; weeks until it begins
    float support = 0.0f, emotional_load = 0.0f, safety = 0.0f;  // gain of a session, SD
    float reversed_share = 0.0f, self_led_share = 0.0f;          // where it is not safe; where nobody leads
    float of_professional = 0.0f, of_trained_peer = 0.0f, of_own_supervisor = 0.0f;  // on safety in the group, SD
    float of_mixed_ranks = 0.0f;                                                     // likewise
    float balint_on_support = 0.0f, balint_on_emotional_load = 0.0f;                 // factors
    float evaluation_in_team = 0.0f;                          // shift of evaluation pressure while a team's sessions go on, SD
    float decay_weeks = 0.0f;                                 // time constant of gains
    float lost = 0.0f, lost_on_load = 0.0f, drop_out = 0.0f;  // chances of a session; per log load
    float unreleased = 0.0f, unreleased_on_load = 0.0f;       // workload, SD per hour a week; log per log load
};

ParameterGroup<PeerGroupParameters> declare_peer_group_parameters();

}  // namespace bevlogen::interventions
