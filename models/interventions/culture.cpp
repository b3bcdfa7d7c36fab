// Changes stigma, visibility and safety.
#include "models/interventions/culture.hpp"

#include "models/interventions/change_conditions.hpp"
#include "models/interventions/lever_slots.hpp"

namespace bevlogen::interventions {

LeverDecl culture_lever() {
    return {
        "culture",
        {"culture", "cultuur"},
        {{"stigma", "1", -3.0, 3.0, {"change of the stigma of asking for help", "verandering van het stigma op hulp vragen"}},
         {"visibility",
          "1",
          -5.0,
          10.0,
          {"change of how visible help is, on the logit of asking", "verandering van de zichtbaarheid van hulp, op de logit van vragen"}},
         {"safety", "SD", -3.0, 3.0, {"change of psychological safety", "verandering van psychologische veiligheid"}}}};
}

void change_culture(std::span<const InterventionNow> interventions, std::size_t lever, std::size_t posts, Scratch& scratch) {
    using namespace workforce::columns;
    struct Slots {
        std::size_t stigma, visibility, safety;
    };
    static const Slots slots = [] {
        const LeverDecl decl = culture_lever();
        return Slots{slot_of(decl, "stigma"), slot_of(decl, "visibility"), slot_of(decl, "safety")};
    }();
    for_each_setting(interventions, lever, [&](const InterventionNow& intervention, std::span<const double> values) {
        add_change(intervention, values[slots.stigma], posts, scratch.column(kStigmaShift));
        add_change(intervention, values[slots.visibility], posts, scratch.column(kVisibility));
        add_change(intervention, values[slots.safety], posts, scratch.column(kSafetyShift));
    });
}

}  // namespace bevlogen::interventions
