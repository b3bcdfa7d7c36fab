// Declares the parameters of the Job Demands-Resources theory with units and bounds.
#include "models/wellbeing/jdr_parameters.hpp"

namespace bevlogen::wellbeing {

using workforce::kNeeds;
using workforce::kPhases;
using workforce::need_words;
using workforce::phase_words;

ParameterGroup<JdrParameters> declare_jdr_parameters() {
    using P = JdrParameters;
    ParameterGroup<P> group;
    const auto number = [&](const std::string& path, const char* unit, double min, double max, Label meaning,
                            std::function<float&(P&)> place) {
        group.number({path, unit, min, max, std::move(meaning)}, std::move(place));
    };
    const auto member = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*place) {
        number(path, unit, min, max, std::move(meaning), [place](P& p) -> float& { return p.*place; });
    };
    member("jdr.strain_scale", "1", 0, 3, {"scale of what exhaustion tends to", "schaal van waar uitputting naartoe gaat"},
           &P::strain_scale);
    member("jdr.buffering", "1", 0, 2, {"how far resources buffer demands", "in welke mate hulpbronnen taakeisen bufferen"}, &P::buffering);
    member("jdr.demand_unit", "1", 0.01, 10, {"SD of the weighted demands", "SD van de gewogen taakeisen"}, &P::demand_unit);
    member("jdr.demand_floor", "SD", -10, 0, {"lowest demands that buffering sees", "laagste taakeisen voor de buffer"}, &P::demand_floor);
    member("jdr.resource_unit", "1", 0.01, 10, {"SD of the weighted resources", "SD van de gewogen hulpbronnen"}, &P::resource_unit);
    member("jdr.missing_threshold", "SD", -5, 5, {"below it a resource counts as missing", "daaronder telt een hulpbron als ontbrekend"},
           &P::missing_threshold);
    member("jdr.missing_factor", "1", 1, 5, {"weight of a missing resource", "gewicht van een ontbrekende hulpbron"}, &P::missing_factor);
    member("jdr.distance_on_exhaustion", "1", -2, 2, {"exhaustion on mental distance", "uitputting op mentale distantie"},
           &P::distance_on_exhaustion);
    member("jdr.distance_on_needs", "1", -2, 2, {"met needs on mental distance", "vervulde behoeften op mentale distantie"},
           &P::distance_on_needs);
    member("jdr.distance_on_flexibility", "1", -2, 2,
           {"psychological flexibility on mental distance", "psychologische flexibiliteit op mentale distantie"},
           &P::distance_on_flexibility);
    member("jdr.distance_on_capital", "1", -2, 2,
           {"psychological capital on mental distance", "psychologisch kapitaal op mentale distantie"}, &P::distance_on_capital);
    member("jdr.needs_scale", "1", 0, 5,
           {"scale of what met needs add to vigour, dedication and absorption",
            "schaal van wat vervulde behoeften toevoegen aan vitaliteit, toewijding en absorptie"},
           &P::needs_scale);
    for (std::size_t n = 0; n < kNeeds; ++n) {
        const std::string need = need_words()[n].name.substr(5);
        const Label& label = need_words()[n].label;
        number("jdr.vigour_on_need." + need, "1", -2, 2, {label.en + ", on vigour", label.nl + ", op vitaliteit"},
               [n](P& p) -> float& { return p.vigour_on_need[n]; });
        number("jdr.dedication_on_need." + need, "1", -2, 2, {label.en + ", on dedication", label.nl + ", op toewijding"},
               [n](P& p) -> float& { return p.dedication_on_need[n]; });
        number("jdr.absorption_on_need." + need, "1", -2, 2, {label.en + ", on absorption", label.nl + ", op absorptie"},
               [n](P& p) -> float& { return p.absorption_on_need[n]; });
    }
    member("jdr.vigour_on_exhaustion", "1", -2, 2, {"exhaustion on lost vigour", "uitputting op verloren vitaliteit"},
           &P::vigour_on_exhaustion);
    member("jdr.vigour_on_capital", "1", -2, 2, {"psychological capital on vigour", "psychologisch kapitaal op vitaliteit"},
           &P::vigour_on_capital);
    member("jdr.vigour_on_flexibility", "1", -2, 2, {"psychological flexibility on vigour", "psychologische flexibiliteit op vitaliteit"},
           &P::vigour_on_flexibility);
    member("jdr.dedication_on_distance", "1", -2, 2, {"mental distance on lost dedication", "mentale distantie op verloren toewijding"},
           &P::dedication_on_distance);
    member("jdr.dedication_on_capital", "1", -2, 2, {"psychological capital on dedication", "psychologisch kapitaal op toewijding"},
           &P::dedication_on_capital);
    member("jdr.absorption_on_workload", "1", -2, 2, {"workload on absorption (challenge)", "werkdruk op absorptie (uitdaging)"},
           &P::absorption_on_workload);
    member("jdr.absorption_on_capital", "1", -2, 2, {"psychological capital on absorption", "psychologisch kapitaal op absorptie"},
           &P::absorption_on_capital);
    member("jdr.cohesion_slope", "1", 0, 20, {"mean colleague support on cohesion", "gemiddelde collegiale steun op cohesie"},
           &P::cohesion_slope);
    member("jdr.contagion", "1 per z", 0, 2, {"contagion in a fully cohesive team", "besmetting in een volledig cohesief team"},
           &P::contagion);
    member("jdr.exhaustion_up", "weeks", 0.5, 520, {"time constant of rising exhaustion", "tijdconstante van stijgende uitputting"},
           &P::exhaustion_up);
    member("jdr.exhaustion_down", "weeks", 0.5, 520, {"time constant of falling exhaustion", "tijdconstante van dalende uitputting"},
           &P::exhaustion_down);
    const auto& outcomes = outcome_words();
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        number("jdr.relaxation." + outcomes[o].name, "weeks", 0.5, 520,
               {"time constant of " + outcomes[o].label.en + (o == 0 ? " in its noise" : ""),
                "tijdconstante van " + outcomes[o].label.nl + (o == 0 ? " in de ruis" : "")},
               [o](P& p) -> float& { return p.relaxation[o]; });
        number("jdr.spread." + outcomes[o].name, "1", 0, 3,
               {"SD of the noise of " + outcomes[o].label.en, "SD van de ruis van " + outcomes[o].label.nl},
               [o](P& p) -> float& { return p.spread[o]; });
    }
    for (std::size_t k = 0; k < kPhases; ++k) {
        const auto& phase = phase_words()[k];
        const auto weight = [&](const char* name, const Label& of, std::array<float, kPhases> PhaseWeights::*place) {
            number(std::string("jdr.phase_weight.") + name + "." + phase.name, "1", 0, 5,
                   {of.en + ": " + phase.label.en, of.nl + ": " + phase.label.nl},
                   [place, k](P& p) -> float& { return (p.weights.*place)[k]; });
        };
        weight("capital_on_strain", {"weight of psychological capital on exhaustion", "gewicht van psychologisch kapitaal op uitputting"},
               &PhaseWeights::capital_on_strain);
        weight("flexibility_on_strain",
               {"weight of psychological flexibility on exhaustion", "gewicht van psychologische flexibiliteit op uitputting"},
               &PhaseWeights::flexibility_on_strain);
        weight("colleagues_need", {"weight of colleague support for needs", "gewicht van collegiale steun voor behoeften"},
               &PhaseWeights::colleagues_need);
        weight("autonomy_need", {"weight of autonomy for needs", "gewicht van autonomie voor behoeften"}, &PhaseWeights::autonomy_need);
        weight("content_need", {"weight of work content for needs", "gewicht van werkinhoud voor behoeften"}, &PhaseWeights::content_need);
    }
    number("jdr.distance_in_burnout", "1", 0, 5, {"weight of mental distance in burnout", "gewicht van mentale distantie in burn-out"},
           [](P& p) -> float& { return p.scores.distance_in_burnout; });
    declare_references<P>(group, "", [](P& p) -> ScoreParameters& { return p.scores; });
    return group;
}

}  // namespace bevlogen::wellbeing
