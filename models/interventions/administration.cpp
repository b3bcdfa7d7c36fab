// Changes the share of administration.
#include "models/interventions/administration.hpp"

#include "models/interventions/change_conditions.hpp"

namespace bevlogen::interventions {

LeverDecl administration_lever() {
    LeverKey share{"share", "1", 0.0, 1.0, {"share of working time for administration", "deel van de werktijd voor administratie"}};
    share.fallback = kNotSet;
    share.axis = 0;
    return {"administration", {"share of administration", "deel administratie"}, {share}};
}

void change_administration(std::span<const InterventionNow> interventions, std::size_t lever, const Block& block,
                           const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto phase = block.person(fields.phase);
    float* share = scratch.column(workforce::columns::kAdministrationShare);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const double value = values[phase[i]];  // the lever's only key
            if (value == kNotSet) continue;
            share[i] += intervention.dose * intervention.reach[i] * (static_cast<float>(value) - share[i]);
        }
    });
}

}  // namespace bevlogen::interventions
