// Draws who works fewer hours, and follows what that does.
#include "models/interventions/part_time.hpp"

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_draws.hpp"
#include "models/interventions/lever_slots.hpp"
#include "models/wellbeing/equations.hpp"

namespace bevlogen::interventions {

using workforce::Demand;
using workforce::factor_of;
using workforce::index_of;
using workforce::Phase;
using workforce::Resource;
using namespace workforce::columns;

namespace {

struct Slots {
    std::size_t hours_shift, part_time_share, training_protected;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = schedule_lever();
        return Slots{slot_of(decl, "hours_shift"), slot_of(decl, "part_time_share"), slot_of(decl, "training_protected")};
    }();
    return all;
}

// How far somebody works part time by this intervention, in [0, 1].
class PartTime {
  public:
    PartTime(const InterventionNow& intervention, double share, const Chance& chance, const Block& block,
             const workforce::WorkforceFields& fields)
        : intervention_(intervention), share_(static_cast<float>(share)), chance_(chance), block_(block), fields_(fields) {}

    float of(std::size_t post) const {
        const float reach = intervention_.dose * intervention_.reach[post];
        if (share_ <= 0.0f || reach == 0.0f) return 0.0f;
        const std::uint64_t person = block_.person_at(post, fields_.engine).value;
        return chance_.uniform(person, Week{0}, intervention_.purpose, kDrawPartTime) < share_ ? reach : 0.0f;
    }

  private:
    const InterventionNow& intervention_;
    float share_;
    const Chance& chance_;
    const Block& block_;
    const workforce::WorkforceFields& fields_;
};

}  // namespace

void change_part_time(const ScheduleParameters& p, const Now& now, std::size_t lever, const Block& block,
                      const workforce::WorkforceFields& fields, Scratch& scratch) {
    float* ratio = scratch.column(kHoursRatio);
    for_each_setting(now.interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        if (values[slots().part_time_share] == 0.0) return;
        const PartTime part_time(intervention, values[slots().part_time_share], now.chance, block, fields);
        for (std::size_t i = 0; i < block.posts(); ++i) ratio[i] *= 1.0f - part_time.of(i) * (1.0f - p.part_time_hours);
    });
}

void fragment_part_time(const ScheduleParameters& p, const wellbeing::FactorParameters& factors, const Now& now, std::size_t lever,
                        const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch) {
    const auto filled = block.person(fields.engine.filled);
    const auto phase = block.person(fields.phase);
    float* unclarity = scratch.column(kBaseTarget + factor_of(Demand::role_unclarity));
    float* colleagues = scratch.column(kBaseTarget + factor_of(Resource::colleague_support));
    for_each_setting(now.interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        if (values[slots().part_time_share] == 0.0) return;
        const PartTime part_time(intervention, values[slots().part_time_share], now.chance, block, fields);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            float fewer = 0.0f, persons = 0.0f;
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                if (filled[i] == 0 || phase[i] == index_of(Phase::coassistent)) continue;
                fewer += part_time.of(i);
                persons += 1.0f;
            }
            if (fewer == 0.0f) continue;
            const float fall = (1.0f - p.part_time_hours) * (fewer / persons);
            const float fragments =
                factors.fragmentation_effect * wellbeing::fragmentation(0.0f, factors.fragmentation_of_contracts, 0.0f, fall);
            for (std::size_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                unclarity[i] += fragments;
                colleagues[i] -= fragments;
            }
        }
    });
}

void set_training_pace(const ScheduleParameters& p, const Now& now, std::size_t lever, const Block& block,
                       const workforce::WorkforceFields& fields, workforce::CareerTerms& terms) {
    const auto phase = block.person(fields.phase);
    for_each_setting(now.interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const double hours = values[slots().hours_shift], share = values[slots().part_time_share];
        if (values[slots().training_protected] != 0.0 || (hours == kNotSet && share == 0.0)) return;
        if (terms.training_pace.empty()) terms.training_pace.assign(block.padded_posts(), 1.0f);
        const PartTime part_time(intervention, share, now.chance, block, fields);
        const float ratio = hours == kNotSet ? 1.0f : static_cast<float>(hours) / p.shift_hours;
        for (std::size_t i = 0; i < block.posts(); ++i) {
            if (phase[i] != index_of(Phase::aios)) continue;
            float& pace = terms.training_pace[i];
            if (hours != kNotSet) pace += intervention.dose * intervention.reach[i] * (ratio - pace);
            pace *= 1.0f - part_time.of(i) * (1.0f - p.part_time_hours);
        }
    });
}

}  // namespace bevlogen::interventions
