// The numbers of the Job Demands-Resources theory: what the five outcomes tend to, and how fast.
#pragma once

#include <array>

#include "models/wellbeing/phase_weights.hpp"
#include "models/wellbeing/score_parameters.hpp"
#include "models/workforce/work_factors.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::wellbeing {

struct JdrParameters {
    // E11, E12
    float strain_scale = 0.0f, buffering = 0.0f, demand_unit = 0.0f, demand_floor = 0.0f, resource_unit = 0.0f;
    float missing_threshold = 0.0f, missing_factor = 0.0f;
    // E13
    float distance_on_exhaustion = 0.0f, distance_on_needs = 0.0f, distance_on_flexibility = 0.0f, distance_on_capital = 0.0f;
    // E14 ... E16
    float needs_scale = 1.0f;  // of the three rows below
    std::array<float, workforce::kNeeds> vigour_on_need{}, dedication_on_need{}, absorption_on_need{};
    float vigour_on_exhaustion = 0.0f, vigour_on_capital = 0.0f, vigour_on_flexibility = 0.0f;
    float dedication_on_distance = 0.0f, dedication_on_capital = 0.0f;
    float absorption_on_workload = 0.0f, absorption_on_capital = 0.0f;
    // E17, E18
    float cohesion_slope = 0.0f, contagion = 0.0f;
    // E1, E19
    float exhaustion_up = 0.0f, exhaustion_down = 0.0f;  // weeks
    std::array<float, kOutcomes> relaxation{};           // weeks; of exhaustion: in the noise term
    std::array<float, kOutcomes> spread{};               // SD of the noise
    PhaseWeights weights;
    ScoreParameters scores;
};

ParameterGroup<JdrParameters> declare_jdr_parameters();

}  // namespace bevlogen::wellbeing
