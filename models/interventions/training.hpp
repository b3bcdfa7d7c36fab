// The lever `training`: how many are trained, for how long, and how broadly.
#pragma once

#include <span>

#include "models/interventions/work_lever_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/core/week.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `training = { intake = 0.5 }`, `training = { length = 0.8 }`, `training = { broader = 1 }`.
LeverDecl training_lever();

// What a setting of the lever asks for, relative to today: kNotSet where it does not.
struct TrainingChange {
    double intake = 1.0, length = 1.0;
    bool has_intake = false, has_length = false;
};
TrainingChange training_change(const LeverSetting& setting);

// Adds what a broader training does to the targets of friction with management and autonomy, of whoever takes part and has registered
// since the start, in whole epochs. `jonge_klare_weeks`: how long after registration one is a jonge klare. `week`: that in hand.
void add_broader_training(const TrainingParameters& parameters, float jonge_klare_weeks, std::span<const InterventionNow> interventions,
                          std::size_t lever, Week week, const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::interventions
