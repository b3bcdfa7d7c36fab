// The smallest model: mood in teams, an Ornstein-Uhlenbeck process with exactly known moments. Read this one first.
#pragma once

#include <memory>

#include "sim/engine/model.hpp"

namespace bevlogen::example {

// Its numbers, filled from a scenario by the declarations in example_model.cpp.
struct Parameters {
    int teams = 0;
    int persons_per_team = 0;
    float mean = 0.0f;
    float spread = 0.0f;       // s: SD of a person around the target
    float relaxation = 0.0f;   // tau, weeks
    float team_spread = 0.0f;  // SD of the teams' effects
    float scale_error = 0.0f;  // SD of the error of the mood scale
};

// Exact moments of mood over persons and time, by arithmetic on the parameters.
struct ExactMoments {
    double mean = 0.0;
    double variance = 0.0;
    double autocovariance(int lag_weeks) const;  // of one person with herself `lag_weeks` later

    double own_variance = 0.0;
    double team_variance = 0.0;
    double relaxation = 0.0;
};
ExactMoments exact_moments(const Parameters& parameters);

std::unique_ptr<Model> make_example_model();

// The parameters of a scenario of this model.
Parameters read_parameters(const Scenario& scenario);

}  // namespace bevlogen::example
