// The lever `administration`: the share of working time that goes to administration, by phase.
#pragma once

#include <span>

#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `administration = { share = 0.10 }`, or a table of shares by phase: a phase that is left out keeps today's.
LeverDecl administration_lever();

// Moves the shares of whoever takes part (condition kAdministrationShare) towards those of the lever (number `lever` of the vocabulary).
void change_administration(std::span<const InterventionNow> interventions, std::size_t lever, const Block& block,
                           const workforce::WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::interventions
