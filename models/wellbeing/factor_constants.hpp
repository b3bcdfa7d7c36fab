// Constants of the weekly step of factors and personal resources, worked out once from the parameters.
#pragma once

#include "models/wellbeing/factor_parameters.hpp"

namespace bevlogen::wellbeing {

// How kicks fade: what is left of events and of being new in a team.
struct Fading {
    float events = 1.0f;                 // share that a week leaves
    float newcomer = 1.0f;               // likewise
    float newcomer_on_unclarity = 0.0f;  // SD on arrival; the other two take away
    float newcomer_on_colleagues = 0.0f;
    float newcomer_on_supervisor = 0.0f;
};

struct FactorConstants {
    FactorConstants() = default;
    FactorConstants(const FactorParameters& parameters, const Fading& fading, float overtime);

    std::array<float, kFactors> gain{}, noise_sd{};
    float noise_common = 0.0f, noise_own = 0.0f;  // sqrt(rho), sqrt(1 - rho)
    float personal_gain = 0.0f, personal_noise_sd = 0.0f;
    // What one SD of a fading kick, or being quite new, adds to a target (A13).
    float evaluation_shift = 0.0f, conflict_shift = 0.0f;
    float unclarity_shift = 0.0f, colleagues_shift = 0.0f, supervisor_shift = 0.0f;
    float newcomer_fade = 1.0f;
    float overtime = 0.0f;  // log hours per log load
};

// 1 - e^(-1/tau) and s sqrt(1 - e^(-2/tau)), rounded to float from double precision.
float gain_of(double tau);
float noise_of(double spread, double tau);

}  // namespace bevlogen::wellbeing
