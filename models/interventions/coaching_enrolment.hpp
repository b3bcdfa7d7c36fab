// Who asks for coaching in a week: everybody who may, one draw each while one may ask.
#pragma once

#include <vector>

#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/coaching_settings.hpp"
#include "models/interventions/trajectory.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// One block in one week.
struct EnrolmentWeek {
    const CoachingParameters& parameters;
    const workforce::WorkforceFields& fields;
    Ledger<Trajectory> ledger;
    Block& block;
    const Now& now;
    const workforce::StrainNow& strain;
    const Scratch& scratch;
};

// Adds to `asked`, which ascends by post and holds who asked another programme this week, a row for everybody who asks this one. Who is
// reached and may ask has been offered it (coaching_stage). May ask: at work (curative also on burnout leave), no trajectory under way in
// any programme, none of this programme that ended less than `again_after` ago. Nothing is drawn outside windows.
// A dose below 1 thins chances of asking; under opt-out it is the share of persons who have been offered coaching by then.
void enrol(const EnrolmentWeek& week, const InterventionNow& intervention, const CoachingSettings& settings,
           std::vector<Trajectory>& asked);

}  // namespace bevlogen::interventions
