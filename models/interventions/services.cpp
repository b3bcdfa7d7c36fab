// What services do to who is in them, and who comes to wait for one.
#include "models/interventions/services.hpp"

#include <algorithm>

#include "models/interventions/team_of_post.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

bool Services::leads(const Block& block, std::size_t team, std::size_t post) const {
    const PersonId who = block.person_at(post, fields_.engine);
    return block.team(fields_.leader_low)[team] == who.low() && block.team(fields_.leader_high)[team] == who.high();
}

void Services::add_shifts(const Block& block, Scratch& scratch) const {
    const auto rows = block.rows(ledger_);
    if (rows.empty()) return;
    TeamOfPost team_of(block);
    for (const ServiceStay& stay : rows) {
        const std::size_t team = team_of(stay.post);
        if (is_waiting(stay)) continue;
        const auto add = [&](std::size_t factor, float shift) {
            scratch.column(workforce::columns::kBaseTarget + factor)[stay.post] += shift;
        };
        switch (stay.service) {
            case Service::occupational_physician:
                add(factor_of(Demand::workload), p_.physician_on_workload);
                add(factor_of(Resource::recovery), p_.physician_on_recovery);
                break;
            case Service::social_work: add(factor_of(Demand::emotional_load), p_.social_work_on_emotional_load); break;
            case Service::career_centre:
                add(factor_of(Resource::development), p_.career_on_development);
                add(factor_of(Demand::job_insecurity), p_.career_on_job_insecurity);
                break;
            case Service::leadership_centre:
                if (!leads(block, team, stay.post)) add(factor_of(Resource::development), p_.leadership_on_development);
                break;
        }
    }
}

void Services::refer(Block& block, std::vector<ServiceStay> referred) const {
    if (referred.empty()) return;
    std::stable_sort(referred.begin(), referred.end(), [](const ServiceStay& a, const ServiceStay& b) { return a.post < b.post; });
    const auto rows = std::as_const(block).rows(ledger_);
    std::vector<ServiceStay> all;
    all.reserve(rows.size() + referred.size());
    // Of equal posts those who are there come first, so that they are the ones to stay.
    std::merge(rows.begin(), rows.end(), referred.begin(), referred.end(), std::back_inserter(all),
               [](const ServiceStay& a, const ServiceStay& b) { return a.post < b.post; });
    all.erase(std::unique(all.begin(), all.end(), [](const ServiceStay& a, const ServiceStay& b) { return a.post == b.post; }), all.end());
    block.put_rows(ledger_, std::span<const ServiceStay>(all));
}

}  // namespace bevlogen::interventions
