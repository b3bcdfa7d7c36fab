// What must hold between the parts of an intervention, and between all interventions of a scenario.
#pragma once

#include <optional>
#include <span>

#include "sim/core/diagnostic.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/intervention_reader.hpp"

namespace bevlogen {

// It has a lever, ends after its start and changes in between, in order. `recorded` is the length of the scenario, if there is one.
void check_intervention(const PlacedIntervention& placed, std::optional<Week> recorded, Diagnostics& diagnostics);

// No two have one name, or names whose chance is the same.
void check_names(std::span<const PlacedIntervention> interventions, Diagnostics& diagnostics);

}  // namespace bevlogen
