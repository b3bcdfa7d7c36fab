// The lever `contract`: how long temporary specialists' contracts are, who becomes permanent, and how specialists are paid.
#pragma once

#include <span>
#include <vector>

#include "models/workforce/career_terms.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `contract = { weeks = 156, longest = 312 }`, `contract = { to_permanent = 0.5 }`, `contract = { salaried = true }`.
LeverDecl contract_lever();

// Where specialists are salaried, care demand follows capacity as it does in academic hospitals (kTeamPsi), as far as members are reached.
void pay_salaries(const workforce::WorkParameters& work, std::span<const InterventionNow> interventions, std::size_t lever,
                  const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

// At the clearing, before contracts end: a share of the temporary specialists who take part, drawn once a person, becomes permanent on the
// post that they have. They stay so until they move.
void make_permanent(std::span<const InterventionNow> interventions, std::size_t lever, const Chance& chance,
                    const workforce::WorkforceFields& fields, Block& block);

// Fills `contract_weeks` and `longest_weeks` of posts; leaves them empty where no intervention changes them.
void set_contract_weeks(int contract_weeks, int longest_weeks, std::span<const InterventionNow> interventions, std::size_t lever,
                        const Block& block, workforce::CareerTerms& terms);

}  // namespace bevlogen::interventions
