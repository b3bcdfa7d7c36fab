// The numbers of services: how many persons they take, for how long, and what they do.
#pragma once

#include "models/interventions/service.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

struct ServiceParameters {
    std::array<float, kServices> places{};  // persons who begin a year, per 1,000 persons of the hospital
    std::array<int, kServices> weeks{};     // in the service
    // SD, on what a factor tends to of who is in the service.
    float physician_on_workload = 0.0f, physician_on_recovery = 0.0f;
    float social_work_on_emotional_load = 0.0f;
    float career_on_development = 0.0f, career_on_job_insecurity = 0.0f;
    float leadership_on_development = 0.0f;  // of who leads no team
    float leadership_on_quality = 0.0f;      // SD, on the quality of who leads one
};

ParameterGroup<ServiceParameters> declare_service_parameters();

}  // namespace bevlogen::interventions
