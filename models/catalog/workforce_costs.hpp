// What the workforce model has costs for, and who pays them at which price in a scenario.
#pragma once

#include <vector>

#include "models/catalog/workforce_parts.hpp"
#include "sim/engine/cost.hpp"

namespace bevlogen {

// `first_amount`: index of the first of amount_outcomes() among the model's outcomes.
std::vector<CostLineDecl> workforce_cost_lines(std::size_t first_amount);

// Prices of all lines, employed coaches by the year, and notes. `parts` are those of the scenario; `coaching` and `peer_group` are the
// numbers of these levers.
Prices workforce_prices(const WorkforceParts& parts, const Scenario& scenario, std::size_t coaching, std::size_t peer_group);

}  // namespace bevlogen
