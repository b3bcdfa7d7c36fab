// Fixed reference values of raw scores, of each theory its own: what a z score is against.
#pragma once

#include <array>
#include <string>

#include "models/wellbeing/outcomes.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::wellbeing {

// Mean and SD of a raw score in the reference population; z = (raw - mean) / sd.
struct Reference {
    float mean = 0.0f;
    float sd = 1.0f;
};

struct ScoreParameters {
    float distance_in_burnout = 0.0f;  // weight of mental distance in the raw score of burnout
    std::array<Reference, kOutcomes> outcome{};
    Reference burnout, engagement;
};

// Declares PREFIXreference.NAME.mean and .sd for the five outcomes, burnout and engagement; `scores` says where in T they go.
template <class T>
void declare_references(ParameterGroup<T>& group, const std::string& prefix, std::function<ScoreParameters&(T&)> scores) {
    const auto reference = [&](const std::string& name, const Label& label, const std::function<Reference&(ScoreParameters&)>& place) {
        group.number({prefix + "reference." + name + ".mean",
                      "1",
                      -20,
                      20,
                      {"reference mean of " + label.en, "referentiegemiddelde van " + label.nl}},
                     [scores, place](T& p) -> float& { return place(scores(p)).mean; });
        group.number(
            {prefix + "reference." + name + ".sd", "1", 0.01, 20, {"reference SD of " + label.en, "referentie-SD van " + label.nl}},
            [scores, place](T& p) -> float& { return place(scores(p)).sd; });
    };
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        reference(outcome_words()[o].name, outcome_words()[o].label, [o](ScoreParameters& p) -> Reference& { return p.outcome[o]; });
    }
    reference("burnout", {"exhaustion plus weighted mental distance", "uitputting plus gewogen mentale distantie"},
              [](ScoreParameters& p) -> Reference& { return p.burnout; });
    reference("engagement", {"the mean of vigour, dedication and absorption", "het gemiddelde van vitaliteit, toewijding en absorptie"},
              [](ScoreParameters& p) -> Reference& { return p.engagement; });
}

}  // namespace bevlogen::wellbeing
