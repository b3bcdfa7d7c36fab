// The Job Demands-Resources theory as a kernel over blocks: factors, needs and the five outcomes, one week at a time.
#pragma once

#include "models/wellbeing/factor_targets.hpp"
#include "models/wellbeing/jdr_parameters.hpp"
#include "models/wellbeing/theory.hpp"
#include "models/workforce/fields.hpp"

namespace bevlogen::wellbeing {

// Constants of a week's step of the outcomes, worked out once from the parameters.
struct JdrConstants {
    float exhaustion_gain_up = 0.0f, exhaustion_gain_down = 0.0f;
    std::array<float, kOutcomes> outcome_gain{}, outcome_noise_sd{};
    std::array<float, kOutcomes> inverse_sd{};  // of the references
    float burnout_inverse_sd = 0.0f, engagement_inverse_sd = 0.0f;
};

class Jdr final : public Theory {
  public:
    // `targets` must outlive it.
    Jdr(const FactorTargets& targets, const JdrParameters& jdr, const workforce::WorkforceFields& fields);

    void populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const override;
    void set_weights(const Block& block, const Now& now, Scratch& scratch) const override;
    workforce::StrainNow score(const Block& block, Scratch& scratch) const noexcept override;
    void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept override;
    void burnout_z(const Block& block, float* z, std::size_t n) const override;
    void engagement_z(const Block& block, float* z, std::size_t n) const override;

    const FactorTargets& targets() const { return targets_; }
    const FactorParameters& factors() const { return targets_.parameters(); }
    const JdrParameters& parameters() const { return p_; }
    const JdrConstants& constants() const { return c_; }
    const workforce::WorkforceFields& fields() const { return fields_; }

    // Scores of one post.
    float burnout_z_of(const Block& block, std::size_t post) const;
    float engagement_z_of(const Block& block, std::size_t post) const;

  private:
    // Normals of a newcomer: a factor has one, a personal resource two, an outcome one; the last of them is left over.
    static constexpr std::size_t kInitialDraws = 28;
    static_assert(kFactors + 2 * kPersonalResources + kOutcomes == kInitialDraws - 1);

    void populate_few(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const;
    void populate_one(Block& block, std::size_t post, const std::array<float, kInitialDraws>& drawn) const;

    const FactorTargets& targets_;
    JdrParameters p_;
    JdrConstants c_;
    FactorConstants factor_constants_;
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::wellbeing
