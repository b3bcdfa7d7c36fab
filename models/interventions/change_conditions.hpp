// How a lever changes a column of working conditions or targets: in proportion to the dose, for whoever is in reach.
#pragma once

#include <cstddef>
#include <span>

#include "models/workforce/scratch_layout.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Calls f(intervention, values) for each intervention with a dose that has lever number `lever`, in name order.
template <class Function>
void for_each_setting(std::span<const InterventionNow> interventions, std::size_t lever, Function f) {
    for (const InterventionNow& intervention : interventions) {
        if (intervention.dose == 0.0f) continue;
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever == lever) f(intervention, std::span<const double>(setting.values));
        }
    }
}

// column += dose x reach x (value - column): with several interventions each moves what those before it in name order left, so that two
// that both ask for 10 % give 10 %.
inline void move_towards(const InterventionNow& intervention, double value, std::size_t posts, float* column) {
    const auto to = static_cast<float>(value);
    for (std::size_t i = 0; i < posts; ++i) column[i] += intervention.dose * intervention.reach[i] * (to - column[i]);
}

// column += dose x reach x change.
inline void add_change(const InterventionNow& intervention, double change, std::size_t posts, float* column) {
    const float full = intervention.dose * static_cast<float>(change);
    if (full == 0.0f) return;
    for (std::size_t i = 0; i < posts; ++i) column[i] += full * intervention.reach[i];
}

}  // namespace bevlogen::interventions
