// Eight drivers, one continuum from burnout to engagement (Shanafelt and Noseworthy 2017): nobody is neither, nobody is both.
#pragma once

#include "models/wellbeing/latent.hpp"
#include "models/wellbeing/theory.hpp"

namespace bevlogen::wellbeing {

inline constexpr std::size_t kDrivers = 8;

// Each factor has its place in one driver.
struct DriverParts {
    const char* name;
    Label label;
    std::size_t factor[2];  // indices of factors
};
const std::array<DriverParts, kDrivers>& driver_parts();

struct ShanafeltParameters {
    std::array<std::array<float, 2>, kDrivers> part{};  // of the factors of a driver, with their signs
    std::array<float, kDrivers> weight{};
    float scale = 0.0f;  // of all drivers together
    LatentParameters latent;
    ScoreParameters scores;
};

ParameterGroup<ShanafeltParameters> declare_shanafelt_parameters();

class Shanafelt final : public Theory {
  public:
    // `weights` are of the needs, which are reported and drive nothing here. `targets` and `fields` must outlive it.
    Shanafelt(const FactorTargets& targets, const ShanafeltParameters& parameters, const PhaseWeights& weights,
              const workforce::WorkforceFields& fields);

    void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept override;

  private:
    ShanafeltParameters p_;
    LatentConstants c_;
};

}  // namespace bevlogen::wellbeing
