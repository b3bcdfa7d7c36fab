// Culture of wellness, efficiency of practice, personal resilience (Bohman 2017): a resilient person in a bad system gains little.
#pragma once

#include "models/wellbeing/latent.hpp"
#include "models/wellbeing/theory.hpp"

namespace bevlogen::wellbeing {

struct WellmdParameters {
    float content_in_efficiency = 0.0f, recovery_in_resilience = 0.0f;
    // What well-being tends to: on culture, efficiency, resilience, and on their products.
    float on_culture = 0.0f, on_efficiency = 0.0f, on_resilience = 0.0f;
    float on_culture_efficiency = 0.0f, on_culture_resilience = 0.0f, on_efficiency_resilience = 0.0f;
    float exhaustion_on_demands = 0.0f, distance_on_demands = 0.0f;
    LatentParameters latent;
    ScoreParameters scores;
};

ParameterGroup<WellmdParameters> declare_wellmd_parameters();

class Wellmd final : public Theory {
  public:
    // `weights` are of the needs, which are reported and drive nothing here. `targets` and `fields` must outlive it.
    Wellmd(const FactorTargets& targets, const WellmdParameters& parameters, const PhaseWeights& weights,
           const workforce::WorkforceFields& fields);

    void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept override;

  private:
    WellmdParameters p_;
    LatentConstants c_;
};

}  // namespace bevlogen::wellbeing
