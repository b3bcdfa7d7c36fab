// The numbers of levers that change work: meetings, mentors, tasks that match, broader training.
#pragma once

#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

struct ProcessParameters {
    float meeting_hours = 0.0f;  // a week that meetings take beside the roster, today
};

struct OnboardingParameters {
    float mentor_on_colleagues = 0.0f, mentor_on_supervisor = 0.0f;  // SD
};

struct TaskParameters {
    float match_today = 0.0f;                                                             // m, in [0, 1]
    float match_on_content = 0.0f, match_on_autonomy = 0.0f, match_on_colleagues = 0.0f;  // SD from no match to a full one
    float variety_on_unclarity = 0.0f, variety_weeks = 0.0f;                              // SD; weeks
};

struct TrainingParameters {
    float broader_on_friction = 0.0f, broader_on_autonomy = 0.0f;  // SD, of who was trained broadly
};

struct WorkLeverParameters {
    ProcessParameters process;
    OnboardingParameters onboarding;
    TaskParameters tasks;
    TrainingParameters training;
    float physical_weight = 0.0f;  // of physical surroundings, in [0, 1]
};

ParameterGroup<WorkLeverParameters> declare_work_lever_parameters();

}  // namespace bevlogen::interventions
