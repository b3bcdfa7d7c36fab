// The Job Demands-Resources theory as a kernel over blocks: factors, needs and the five outcomes, one week at a time.
#pragma once

#include "models/wellbeing/jdr_parameters.hpp"
#include "models/wellbeing/theory.hpp"

namespace bevlogen::wellbeing {

// Constants of a week's step of the outcomes, worked out once from the parameters.
struct JdrConstants {
    float exhaustion_gain_up = 0.0f, exhaustion_gain_down = 0.0f;
    std::array<float, kOutcomes> outcome_gain{}, outcome_noise_sd{};
};

class Jdr final : public Theory {
  public:
    // `targets` and `fields` must outlive it.
    Jdr(const FactorTargets& targets, const JdrParameters& jdr, const workforce::WorkforceFields& fields);

    void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept override;

  private:
    JdrParameters p_;
    JdrConstants c_;
};

}  // namespace bevlogen::wellbeing
