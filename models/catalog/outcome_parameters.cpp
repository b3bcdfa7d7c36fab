// Declares the numbers of incidents and dissatisfied patients with units and bounds.
#include "models/catalog/outcome_parameters.hpp"

namespace bevlogen {

ParameterGroup<OutcomeParameters> declare_outcome_parameters() {
    using P = OutcomeParameters;
    ParameterGroup<P> group;
    const auto association = [&](const std::string& name, const Label& what, Association P::*place) {
        const std::string path = "outcomes." + name;
        group.number({path + ".on_burnt_out", "log odds", -2, 2, {"burnt out on " + what.en, "opgebrand op " + what.nl}},
                     [place](P& p) -> float& { return (p.*place).on_burnt_out; });
        group.number({path + ".on_engagement", "log odds per z", -2, 2, {"engagement on " + what.en, "bevlogenheid op " + what.nl}},
                     [place](P& p) -> float& { return (p.*place).on_engagement; });
        group.number({path + ".reference",
                      "1",
                      0.01,
                      100,
                      {"mean over care hours in the baseline: " + what.en, "gemiddelde over zorguren in de uitgangssituatie: " + what.nl}},
                     [place](P& p) -> float& { return (p.*place).reference; });
    };
    association("incident", {"incidents", "incidenten"}, &P::incident);
    association("dissatisfaction", {"dissatisfied patients", "ontevreden patiënten"}, &P::dissatisfaction);
    return group;
}

}  // namespace bevlogen
