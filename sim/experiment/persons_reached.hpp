// How many persons an intervention reaches, for costs that are per person.
#pragma once

#include <cstddef>

#include "sim/engine/model.hpp"

namespace bevlogen {

// Persons of the world as populated for the first replicate who take part, whatever its dose: scope, shares and uptake as they are drawn.
// Those of hospitals that have
// not adopted a policy count too. A predicate of the scope is asked of that world. Posts that a policy adds later do not count.
std::size_t count_persons_reached(const Model& model, const Scenario& scenario, const Intervention& intervention);

}  // namespace bevlogen
