// The lever `onboarding`: a first time in a team with guidance.
#pragma once

#include <span>

#include "models/interventions/work_lever_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// `onboarding = { weeks = 13, role_unclarity = -0.4, supervisor_support = 0.2, mentor = true }`.
LeverDecl onboarding_lever();

// Adds to what role unclarity, support of the supervisor and of colleagues tend to, of whoever takes part and came to the team less than
// so many weeks ago.
void guide_newcomers(const OnboardingParameters& parameters, std::span<const InterventionNow> interventions, std::size_t lever,
                     const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

}  // namespace bevlogen::interventions
