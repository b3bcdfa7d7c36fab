// Works out what is done for a leader.
#include "models/interventions/leadership.hpp"

#include <algorithm>

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_keys.hpp"
#include "models/interventions/lever_slots.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::interventions {
namespace {

constexpr float kLogOfTwo = 0.69314718f;

struct Slots {
    std::size_t quality, half_life, span;
};

const Slots& slots() {
    static const Slots all = [] {
        const LeverDecl decl = leaders_lever();
        return Slots{slot_of(decl, "quality"), slot_of(decl, "half_life"), slot_of(decl, "span")};
    }();
    return all;
}

}  // namespace

LeverDecl leaders_lever() {
    return {"leaders",
            {"leaders", "leidinggevenden"},
            {number_key("quality", "SD", -2, 2, 0.0, {"quality of leaders", "kwaliteit van leidinggevenden"}),
             number_key("half_life", "weeks", 1, 2000, 104.0, {"half-life afterwards", "halveringstijd daarna"}),
             number_key("span", "1", 1, 500, kNotSet, {"most persons that one leads", "meeste personen die men leidt"})}};
}

workforce::LeaderSupport support_of_leader(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t post) {
    workforce::LeaderSupport support;
    double half_life = 0.0;
    for (const InterventionNow& intervention : interventions) {
        if (intervention.running.value < 0 || intervention.reach[post] == 0.0f) continue;  // also where it has ended
        for (const LeverSetting& setting : intervention.levers) {
            if (setting.lever == lever) half_life = std::max(half_life, setting.values[slots().half_life]);
        }
    }
    if (half_life > 0.0) support.left = portable_exp(-kLogOfTwo * kWeeksPerEpoch / static_cast<float>(half_life));
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        const float reach = intervention.dose * intervention.reach[post];
        support.quality += reach * static_cast<float>(values[slots().quality]);
        const double span = values[slots().span];
        if (span != kNotSet && reach > 0.0f) {
            support.most_persons = std::min(support.most_persons, static_cast<float>(span));
            support.span_share = std::max(support.span_share, reach);
        }
    });
    return support;
}

}  // namespace bevlogen::interventions
