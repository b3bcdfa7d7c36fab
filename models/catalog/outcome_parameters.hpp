// The numbers of what burnout goes together with in the care of patients.
#pragma once

#include "sim/scenario/parameter_group.hpp"

namespace bevlogen {

// Log odds, and the mean over care hours in the baseline, by which the index is divided.
struct Association {
    float on_burnt_out = 0.0f;   // of who is burnt out by the questionnaire
    float on_engagement = 0.0f;  // per z
    float reference = 1.0f;
};

struct OutcomeParameters {
    Association incident, dissatisfaction;
};

ParameterGroup<OutcomeParameters> declare_outcome_parameters();

}  // namespace bevlogen
