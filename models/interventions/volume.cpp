// Changes care demand of teams, and what it follows.
#include "models/interventions/volume.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/interventions/team_reach.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::interventions {

using namespace workforce::columns;

namespace {

struct Slots {
    std::size_t growth, demand, psi, psi_change, shock_spread;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = volume_lever();
        const auto slot = [&](const char* name) { return slot_of(decl, name); };
        return Slots{slot("growth"), slot("demand"), slot("psi"), slot("psi_change"), slot("shock_spread")};
    }();
    return all;
}

}  // namespace

LeverDecl volume_lever() {
    return {"volume",
            {"volume of care", "zorgvolume"},
            {number_key("growth", "per year", -0.2, 0.2, 0.0,
                        {"more growth of care demand, from the start on", "meer groei van de zorgvraag, vanaf het begin"}),
             number_key("demand", "1", -0.5, 0.5, 0.0, {"relative change of care demand", "relatieve verandering van de zorgvraag"}),
             number_key("psi", "1", 0, 1, kNotSet, {"how far care demand follows capacity", "hoe ver de zorgvraag de capaciteit volgt"}),
             number_key("psi_change", "1", -1, 1, 0.0, {"change of that", "verandering daarvan"}),
             number_key("shock_spread", "log", 0, 0.5, kNotSet, {"SD of shocks of care demand", "SD van schokken in de zorgvraag"})}};
}

void change_volume(const workforce::WorkParameters& work, std::span<const InterventionNow> interventions, std::size_t lever, Week week,
                   const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto filled = block.person(fields.engine.filled);
    float* volume = scratch.team_column(kTeamVolume);
    float* psi = scratch.team_column(kTeamPsi);
    float* shock = scratch.team_column(kTeamShock);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const Slots& s = slots();
        const std::int32_t since = std::max(intervention.running.value - week.value % kWeeksPerEpoch, 0);
        const float years = static_cast<float>(since) / static_cast<float>(kWeeksPerYear);
        const float grown = portable_log(1.0f + static_cast<float>(values[s.growth])) * years;
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const float reach = team_reach(intervention, block, filled, t);
            if (reach == 0.0f) continue;
            volume[t] += grown * reach + portable_log(1.0f + static_cast<float>(values[s.demand]) * reach);
            if (values[s.psi] != kNotSet) psi[t] += reach * (static_cast<float>(values[s.psi]) - psi[t]);
            psi[t] = std::clamp(psi[t] + reach * static_cast<float>(values[s.psi_change]), 0.0f, 1.0f);
            if (values[s.shock_spread] != kNotSet && work.shock_spread > 0.0f)
                shock[t] += reach * (static_cast<float>(values[s.shock_spread]) / work.shock_spread - shock[t]);
        }
    });
}

}  // namespace bevlogen::interventions
