// Who leaves coaching for a service: sent on at the intake, or after the last session where treatment is called for.
#include "models/interventions/coaching.hpp"
#include "models/interventions/coaching_trajectory.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::CoachingStage;

Service service_at_intake(ReferTo refer_to, const SessionParameters& session, float uniform) {
    if (refer_to != ReferTo::as_amsterdam) return static_cast<Service>(workforce::index_of(refer_to) - 1);
    if (uniform < session.to_social_work) return Service::social_work;
    return uniform < session.to_social_work + session.to_career_centre ? Service::career_centre : Service::leadership_centre;
}

}  // namespace

void Coaching::add_referrals(const Block& block, const Now& now, std::vector<ServiceStay>& referred) const {
    const auto filled = block.person(c_.fields->engine.filled);
    for (const Trajectory& row : block.rows(c_.ledger)) {
        const bool was_sent_on = row.stage == CoachingStage::referred;
        const bool was_coached = row.stage == CoachingStage::finished && row.is_clinical;
        const bool ended_now = row.ended > now.week.value - kWeeksPerEpoch && row.ended <= now.week.value;
        if (!ended_now || !(was_sent_on || was_coached) || filled[row.post] == 0) continue;
        const PersonId person = block.person_at(row.post, c_.fields->engine);
        const float uniform = now.chance.uniform(person.value, Week{row.ended}, Purpose{row.programme}, kDrawReferral);
        if (was_coached && uniform >= p_.session.clinical_referral) continue;
        ServiceStay stay;
        stay.post = row.post;
        stay.referred = row.ended;
        stay.service = was_sent_on ? service_at_intake(row.refer_to, p_.session, uniform) : Service::occupational_physician;
        referred.push_back(stay);
    }
}

}  // namespace bevlogen::interventions
