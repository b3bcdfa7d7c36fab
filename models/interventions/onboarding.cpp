// Adds shifts to the base targets of who is new.
#include "models/interventions/onboarding.hpp"

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

namespace {

struct Slots {
    std::size_t weeks, mentor, role_unclarity, supervisor_support, colleague_support;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = onboarding_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("weeks"), slot("mentor"), slot("role_unclarity"), slot("supervisor_support"), slot("colleague_support")};
    }();
    return all;
}

}  // namespace

LeverDecl onboarding_lever() {
    return {
        "onboarding",
        {"induction of newcomers", "inwerken van nieuwkomers"},
        {whole_key("weeks", "weeks", 1, 208, 13.0, {"how long it lasts", "hoe lang het duurt"}),
         flag_key("mentor", {"with a mentor", "met een mentor"}),
         number_key("role_unclarity", "SD", -3, 3, 0.0, {"shift of role unclarity", "verschuiving van rolonduidelijkheid"}),
         number_key("supervisor_support", "SD", -3, 3, 0.0,
                    {"shift of support of the supervisor", "verschuiving van steun van de leidinggevende"}),
         number_key("colleague_support", "SD", -3, 3, 0.0, {"shift of support of colleagues", "verschuiving van steun van collega's"})}};
}

void guide_newcomers(const OnboardingParameters& p, std::span<const InterventionNow> interventions, std::size_t lever, const Block& block,
                     const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto in_team = block.person(fields.weeks_in_team);
    const auto target = [&](auto factor) { return scratch.column(workforce::columns::kBaseTarget + factor_of(factor)); };
    float* unclarity = target(Demand::role_unclarity);
    float* supervisor = target(Resource::supervisor_support);
    float* colleagues = target(Resource::colleague_support);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        const bool has_mentor = values[s.mentor] != 0.0;
        const auto on_unclarity = static_cast<float>(values[s.role_unclarity]);
        const float on_supervisor = static_cast<float>(values[s.supervisor_support]) + (has_mentor ? p.mentor_on_supervisor : 0.0f);
        const float on_colleagues = static_cast<float>(values[s.colleague_support]) + (has_mentor ? p.mentor_on_colleagues : 0.0f);
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const float reach = intervention.dose * intervention.reach[i];
            if (reach == 0.0f || in_team[i] >= values[s.weeks]) continue;
            unclarity[i] += reach * on_unclarity;
            supervisor[i] += reach * on_supervisor;
            colleagues[i] += reach * on_colleagues;
        }
    });
}

}  // namespace bevlogen::interventions
