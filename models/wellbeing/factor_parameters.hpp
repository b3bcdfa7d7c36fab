// The numbers of the work factors (all theories share them): offsets, weights, time constants, feedbacks.
#pragma once

#include <array>

#include "models/workforce/work_factors.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::wellbeing {

using workforce::kFactors;
using workforce::kNeeds;
using workforce::kPersonalResources;
using workforce::kPhases;

struct FactorParameters {
    std::array<std::array<float, kPhases>, kFactors> offset{};       // by phase, SD, before centring
    std::array<float, kPhases> phase_share{};                        // of the reference population, on which offsets are centred
    std::array<std::array<float, kNeeds>, kFactors> need{};          // what a demand frustrates, a resource feeds
    std::array<float, kFactors> strain_weight{};                     // w_D, w_R
    std::array<float, kFactors> relaxation{};                        // tau, weeks
    std::array<float, kPersonalResources> personal_strain_weight{};  // w_P
    float spread = 0.0f;                                             // s, SD of a factor within a person
    float shared_noise = 0.0f;                                       // rho
    float personal_spread = 0.0f, personal_slow_spread = 0.0f, personal_relaxation = 0.0f;
    float strain_cap = 0.0f;  // z of exhaustion above which E4 and E5 feel no more
    float strain_on_workload = 0.0f, damping = 0.0f, load_on_workload = 0.0f;
    float workload_on_home = 0.0f, strain_on_home = 0.0f, hours_on_home = 0.0f, duties_on_home = 0.0f;
    float share_on_administration = 0.0f;
    float workload_on_recovery = 0.0f, duties_on_recovery = 0.0f, age_on_duties = 0.0f;
    float slack_on_patients = 0.0f;
    float care_on_content = 0.0f, wear_of_content = 0.0f, wear_grace = 0.0f;
    float crafting = 0.0f;
    float on_leave_target = 0.0f;
    float household = 0.0f, late_duties = 0.0f, temporary_contract = 0.0f;
    float fragmentation_of_shifts = 0.0f, fragmentation_of_contracts = 0.0f, fragmentation_effect = 0.0f;
};

// The offset of a factor in a phase against the mean over the reference population: offset - sum(share x offset) / sum(share).
float centred_offset(const FactorParameters& parameters, std::size_t factor, std::size_t phase);

ParameterGroup<FactorParameters> declare_factor_parameters();

}  // namespace bevlogen::wellbeing
