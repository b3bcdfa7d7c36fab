// The Job Demands-Resources theory as a kernel over blocks: factors, needs and the five outcomes, one week at a time.
#pragma once

#include "models/wellbeing/factor_parameters.hpp"
#include "models/wellbeing/jdr_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::wellbeing {

// Constants of a week's step, worked out once from the parameters.
struct JdrConstants {
    std::array<float, kFactors> gain{}, noise_sd{};
    float noise_common = 0.0f, noise_own = 0.0f;  // sqrt(rho), sqrt(1 - rho)
    float personal_gain = 0.0f, personal_noise_sd = 0.0f;
    float exhaustion_gain_up = 0.0f, exhaustion_gain_down = 0.0f;
    std::array<float, kOutcomes> outcome_gain{}, outcome_noise_sd{};
    std::array<float, kOutcomes> inverse_sd{};  // of the references
    float burnout_inverse_sd = 0.0f, engagement_inverse_sd = 0.0f;
};

class Jdr {
  public:
    Jdr(const FactorParameters& factors, const JdrParameters& jdr, const workforce::WorkforceFields& fields);

    // Factors, personal resources and outcomes at the start of the burn-in, from their stationary distribution without feedbacks.
    void populate(Block& block, const Chance& chance) const;
    // Targets of phase and team, and the weights of the phase. Shifts of interventions are added by their levers afterwards.
    void set_targets(const Block& block, Scratch& scratch) const;
    // One week, in place.
    void step(Block& block, const Now& now, Scratch& scratch) const noexcept;

    const FactorParameters& factors() const { return f_; }
    const JdrParameters& parameters() const { return p_; }
    const JdrConstants& constants() const { return c_; }
    const workforce::WorkforceFields& fields() const { return fields_; }

    // Composite scores of the posts [0, n) of a block.
    void burnout_z(const Block& block, float* z, std::size_t n) const;
    void engagement_z(const Block& block, float* z, std::size_t n) const;
    // Those of one post.
    float burnout_z_of(const Block& block, std::size_t post) const;
    float engagement_z_of(const Block& block, std::size_t post) const;

  private:
    FactorParameters f_;
    JdrParameters p_;
    JdrConstants c_;
    std::array<std::array<float, kPhases>, kFactors> offset_{};  // centred
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::wellbeing
