// One latent well-being behind all five outcomes: what the theories `shanafelt` and `wellmd` have in common.
#pragma once

#include <array>
#include <string>

#include "models/wellbeing/outcomes.hpp"
#include "models/wellbeing/score_parameters.hpp"
#include "models/wellbeing/theory.hpp"

namespace bevlogen::wellbeing {

struct LatentParameters {
    float relaxation = 0.0f;  // weeks, of all outcomes
    std::array<float, kOutcomes> loading{};
    std::array<float, kOutcomes> spread{};  // SD of the noise
};

// Declares PREFIXrelaxation, PREFIXloading.NAME and PREFIXspread.NAME; `latent` says where in T they go.
template <class T>
void declare_latent(ParameterGroup<T>& group, const std::string& prefix, std::function<LatentParameters&(T&)> latent) {
    group.number({prefix + "relaxation", "weeks", 0.5, 520, {"time constant of well-being", "tijdconstante van welbevinden"}},
                 [latent](T& p) -> float& { return latent(p).relaxation; });
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const workforce::Word& word = outcome_words()[o];
        group.number({prefix + "loading." + word.name, "1", -5, 5, {"well-being on " + word.label.en, "welbevinden op " + word.label.nl}},
                     [latent, o](T& p) -> float& { return latent(p).loading[o]; });
    }
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const workforce::Word& word = outcome_words()[o];
        group.number(
            {prefix + "spread." + word.name, "1", 0, 3, {"SD of the noise of " + word.label.en, "SD van de ruis van " + word.label.nl}},
            [latent, o](T& p) -> float& { return latent(p).spread[o]; });
    }
}

// Constants of a week's step, worked out once from the parameters.
struct LatentConstants {
    explicit LatentConstants(const LatentParameters& parameters);

    float gain = 0.0f;
    std::array<float, kOutcomes> loading{}, noise_sd{};
};

// How people who begin differ: by their trait of well-being, through the loadings.
std::array<OutcomeSpread, kOutcomes> spread_of(const LatentParameters& parameters);

}  // namespace bevlogen::wellbeing
