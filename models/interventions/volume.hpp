// The lever `volume`: how much care is asked of teams, how far it follows capacity, and how much it varies.
#pragma once

#include <span>

#include "models/workforce/fields.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/core/week.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `volume = { psi_change = -0.15, shock_spread = 0.025 }`.
LeverDecl volume_lever();

// Changes kTeamVolume, kTeamPsi and kTeamShock of teams as far as their members are reached. Growth counts from the start of the
// intervention, in whole epochs, so that a call more within an epoch leaves the same. `week`: that in hand.
void change_volume(const workforce::WorkParameters& work, std::span<const InterventionNow> interventions, std::size_t lever, Week week,
                   const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::interventions
