// Reads the lever, and shifts targets of who was trained broadly.
#include "models/interventions/training.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::index_of;
using workforce::Phase;
using workforce::Resource;

namespace {

struct Slots {
    std::size_t intake, length, broader;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = training_lever();
        return Slots{slot_of(decl, "intake"), slot_of(decl, "length"), slot_of(decl, "broader")};
    }();
    return all;
}

}  // namespace

LeverDecl training_lever() {
    return {"training",
            {"training of specialists", "opleiding tot specialist"},
            {number_key("intake", "1", 0, 5, kNotSet, {"training places a year, 1 today", "opleidingsplaatsen per jaar, 1 nu"}),
             number_key("length", "1", 0.3, 2, kNotSet,
                        {"length of the training of who begins, 1 today", "duur van de opleiding van wie begint, 1 nu"}),
             number_key("broader", "1", 0, 1, 0.0, {"how far training is broader", "hoe ver de opleiding breder is"})}};
}

TrainingChange training_change(const LeverSetting& setting) {
    const double intake = setting.values[slots().intake], length = setting.values[slots().length];
    return {intake, length, intake != kNotSet, length != kNotSet};
}

void add_broader_training(const TrainingParameters& p, float jonge_klare_weeks, std::span<const InterventionNow> interventions,
                          std::size_t lever, Week week, const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto phase = block.person(fields.phase);
    const auto in_phase = block.person(fields.weeks_in_phase);
    const auto target = [&](auto factor) { return scratch.column(workforce::columns::kBaseTarget + factor_of(factor)); };
    float* friction = target(Demand::management_friction);
    float* autonomy = target(Resource::autonomy);
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const auto broader = static_cast<float>(values[slots().broader]) * intervention.dose;
        if (broader == 0.0f) return;
        const auto since = static_cast<float>(std::max(intervention.running.value - week.value % kWeeksPerEpoch, 0));
        for (std::size_t i = 0; i < block.posts(); ++i) {
            const bool is_young = phase[i] == index_of(Phase::jonge_klare), is_mid = phase[i] == index_of(Phase::specialist_mid);
            const float registered = static_cast<float>(in_phase[i]) + (is_mid ? jonge_klare_weeks : 0.0f);
            if (!(is_young || is_mid) || registered >= since) continue;
            friction[i] += broader * intervention.reach[i] * p.broader_on_friction;
            autonomy[i] += broader * intervention.reach[i] * p.broader_on_autonomy;
        }
    });
}

}  // namespace bevlogen::interventions
