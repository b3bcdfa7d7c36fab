// What the workforce model follows of the persons of a panel, week by week.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/service.hpp"
#include "models/wellbeing/scores.hpp"
#include "sim/engine/outcome.hpp"

namespace bevlogen {

// Workload, exhaustion, burnout, engagement, autonomy, the team's load, being new, phase, leave, coaching, the events of the week.
std::vector<TraceDecl> workforce_traces();

// Writes a value for each of them.
void trace_person(const wellbeing::Scores& scores, Ledger<interventions::ServiceStay> services, const Block& block, std::size_t post,
                  std::span<float> values);

}  // namespace bevlogen
