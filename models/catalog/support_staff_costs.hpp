// What support staff costs who does the side tasks that the lever `tasks` takes off doctors.
#pragma once

#include <vector>

#include "models/catalog/workforce_parts.hpp"
#include "sim/engine/cost.hpp"
#include "sim/scenario/scenario.hpp"

namespace bevlogen {

// Persons of each phase in hospitals of these kinds (a bit for each Site) in the world at scale 1, as its posts, their filling and the mix
// of permanent specialists say.
std::array<double, workforce::kPhases> expected_persons(const workforce::World& world, std::span<const workforce::Department> departments,
                                                        std::uint32_t sites);

// Costs of `line` while interventions with lever `tasks` last: hours of side tasks today that they take off x the share that support staff
// does x costs.support_hour, for the persons whom its phases, kinds of hospitals and shares mean, times `scale`; sexes, arms and predicates
// narrow nothing. Half of it, on average, while a dose rises.
std::vector<ScheduledCost> support_staff_costs(const WorkforceParts& parts, const Scenario& scenario, std::size_t tasks, std::size_t line,
                                               double scale);

}  // namespace bevlogen
