// The arithmetic of one scenario of the workforce model: all parts, in the order of a week.
#pragma once

#include <cstddef>
#include <memory>

#include "models/catalog/workforce_parts.hpp"
#include "models/interventions/service.hpp"
#include "models/interventions/trajectory.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen {

// Axes of a scope, in the order of the vocabulary.
enum : std::size_t { kAxisPhases, kAxisHospitals, kAxisSexes };
// Predicates of a scope.
enum : std::size_t { kHighBurnout, kLowEngagement };
// Levers, in the order of the vocabulary.
enum : std::size_t { kShift, kAdministration, kSchedule, kStaffing, kCulture, kCoaching, kMonitoring };

// `fields` must outlive it; `trajectories` is the ledger of coaching, `services` that of stays in services.
std::unique_ptr<Dynamics> make_workforce_dynamics(const workforce::WorkforceFields& fields, Ledger<interventions::Trajectory> trajectories,
                                                  Ledger<interventions::ServiceStay> services, WorkforceParts parts,
                                                  const Scenario& scenario);

}  // namespace bevlogen
