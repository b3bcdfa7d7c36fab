// The lever `process`: what consultation, logistics, preparation, meetings and visits take.
#pragma once

#include <span>

#include "models/interventions/work_lever_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `process = { consult_loss = 0.03, prep_hours_unpaid = -2, visit_limit = -0.05 }`.
LeverDecl process_lever();

// Changes kLossShare, kExtraHours and kSideTaskShare of whoever takes part, and the care demand of teams (kTeamVolume) as far as their
// members are reached. Conditions are today's or what levers before it left.
void change_process(const ProcessParameters& parameters, const workforce::WorkParameters& work,
                    std::span<const InterventionNow> interventions, std::size_t lever, const Block& block,
                    const workforce::WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::interventions
