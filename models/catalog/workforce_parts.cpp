// Works out what factor targets refer to.
#include "models/catalog/workforce_parts.hpp"

#include "models/workforce/absence_equations.hpp"
#include "models/workforce/contracts.hpp"
#include "models/workforce/household.hpp"

namespace bevlogen {

wellbeing::TargetReferences references_of(const WorkforceParts& parts, const workforce::StationaryCareers& careers) {
    wellbeing::TargetReferences r;
    r.work = parts.work;
    r.leader_on_supervisor_support = parts.world.leader_on_supervisor_support;
    r.leader_on_recognition = parts.world.leader_on_recognition;
    r.leader_on_safety = parts.world.leader_on_safety;
    r.leader_on_management_friction = parts.world.leader_on_management_friction;
    r.care_at_home = workforce::mean_care_share(parts.household, careers);
    r.temporary_share = workforce::temporary_shares(parts.world, parts.departments);
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        r.newcomer[k] = workforce::mean_newcomer(parts.rotation, static_cast<workforce::Phase>(k));
    }
    r.fading = {workforce::fade_of_a_week(parts.events.fades_weeks), workforce::fade_of_a_week(parts.rotation.newcomer_weeks),
                parts.rotation.newcomer_on_unclarity, parts.rotation.newcomer_on_colleagues, parts.rotation.newcomer_on_supervisor};
    r.events = workforce::mean_event_effects(parts.events, parts.factors.relaxation[factor_of(workforce::Demand::emotional_load)]);
    return r;
}

}  // namespace bevlogen
