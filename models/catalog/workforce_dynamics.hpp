// The arithmetic of one scenario of the workforce model: all parts, in the order of a week.
#pragma once

#include <cstddef>
#include <memory>

#include "models/catalog/workforce_levers.hpp"
#include "models/catalog/workforce_parts.hpp"
#include "models/interventions/membership.hpp"
#include "models/interventions/service.hpp"
#include "models/interventions/trajectory.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen {

// Axes of a scope, in the order of the vocabulary.
enum : std::size_t { kAxisPhases, kAxisHospitals, kAxisSexes };
// Predicates of a scope.
enum : std::size_t { kHighBurnout, kLowEngagement };
// The ledgers of programmes.
struct WorkforceLedgers {
    Ledger<interventions::Trajectory> coaching;
    Ledger<interventions::Membership> peer_groups;
    Ledger<interventions::ServiceStay> services;
};

// `fields` must outlive it.
std::unique_ptr<Dynamics> make_workforce_dynamics(const workforce::WorkforceFields& fields, const WorkforceLedgers& ledgers,
                                                  WorkforceParts parts, const Scenario& scenario);

}  // namespace bevlogen
