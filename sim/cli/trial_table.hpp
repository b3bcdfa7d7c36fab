// What `trial` prints: what would be published, how often, and what the programme really did.
#pragma once

#include <string>

#include "sim/study/trial_run.hpp"

namespace bevlogen {

std::string trial_table(const Model& model, const TrialPlan& plan, const TrialFindings& findings, std::size_t worlds);

// The same for machines, with every replication.
std::string trial_json(const Model& model, const TrialPlan& plan, const TrialFindings& findings, std::size_t worlds);

}  // namespace bevlogen
