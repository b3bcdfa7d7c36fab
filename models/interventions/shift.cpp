// Adds shifts to the base targets of a block.
#include "models/interventions/shift.hpp"

namespace bevlogen::interventions {

using workforce::factor_words;
using workforce::kFactors;

LeverDecl shift_lever() {
    LeverDecl lever{"shift", {"shift of work factors", "verschuiving van werkfactoren"}, {}};
    for (const auto& factor : factor_words()) {
        lever.keys.push_back({factor.name, "SD", -5.0, 5.0, {"shift of " + factor.label.en, "verschuiving van " + factor.label.nl}});
    }
    lever.keys.push_back(
        {"physical",
         "SD",
         -1.0,
         1.0,
         {"physical surroundings, on recovery where they weigh in full", "fysieke omgeving, op herstel als die volledig meetelt"}});
    return lever;
}

void add_shifts(std::span<const InterventionNow> interventions, std::size_t lever, float physical_weight, std::size_t posts,
                Scratch& scratch) {
    for (const InterventionNow& intervention : interventions) {
        if (intervention.dose == 0.0f) continue;
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever != lever) continue;
            for (std::size_t j = 0; j < kFactors; ++j) {
                auto value = static_cast<float>(setting.values[j]);
                if (j == factor_of(workforce::Resource::recovery)) value += physical_weight * static_cast<float>(setting.values[kFactors]);
                const float shift = intervention.dose * value;
                if (shift == 0.0f) continue;
                float* target = scratch.column(workforce::columns::kBaseTarget + j);
                for (std::size_t i = 0; i < posts; ++i) target[i] += shift * intervention.reach[i];
            }
        }
    }
}

}  // namespace bevlogen::interventions
