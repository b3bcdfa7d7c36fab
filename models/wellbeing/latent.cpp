// Constants of a step of outcomes behind which stands one well-being.
#include "models/wellbeing/latent.hpp"

#include "models/wellbeing/factor_constants.hpp"

namespace bevlogen::wellbeing {

LatentConstants::LatentConstants(const LatentParameters& parameters)
    : gain(gain_of(static_cast<double>(parameters.relaxation))), loading(parameters.loading) {
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        noise_sd[o] = noise_of(static_cast<double>(parameters.spread[o]), static_cast<double>(parameters.relaxation));
    }
}

std::array<OutcomeSpread, kOutcomes> spread_of(const LatentParameters& parameters) {
    std::array<OutcomeSpread, kOutcomes> spread;
    for (std::size_t o = 0; o < kOutcomes; ++o) spread[o] = {-parameters.loading[o], parameters.loading[o], parameters.spread[o]};
    return spread;
}

}  // namespace bevlogen::wellbeing
