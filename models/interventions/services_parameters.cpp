// Declares the words and parameters of services with units and bounds.
#include "models/interventions/services_parameters.hpp"

namespace bevlogen::interventions {

const std::array<workforce::Word, kServices>& service_words() {
    static const std::array<workforce::Word, kServices> words = {{
        {"occupational_physician", {"occupational physician", "bedrijfsarts"}},
        {"social_work", {"social work", "bedrijfsmaatschappelijk werk"}},
        {"career_centre", {"career centre", "loopbaancentrum"}},
        {"leadership_centre", {"leadership centre", "leiderschapscentrum"}},
    }};
    return words;
}

ParameterGroup<ServiceParameters> declare_service_parameters() {
    using P = ServiceParameters;
    ParameterGroup<P> group;
    const auto name_of = [](Service service) { return "services." + service_words()[workforce::index_of(service)].name; };
    for (std::size_t k = 0; k < kServices; ++k) {
        const workforce::Word& word = service_words()[k];
        group.number({name_of(static_cast<Service>(k)) + ".places",
                      "persons per year",
                      0,
                      1000,
                      {"who can begin, per 1,000 persons of the hospital: " + word.label.en,
                       "wie kan beginnen, per 1.000 personen van het ziekenhuis: " + word.label.nl}},
                     [k](P& p) -> float& { return p.places[k]; });
        group.whole_number({name_of(static_cast<Service>(k)) + ".weeks",
                            "weeks",
                            1,
                            520,
                            {"how long it helps: " + word.label.en, "hoe lang het helpt: " + word.label.nl}},
                           [k](P& p) -> int& { return p.weeks[k]; });
    }
    const auto effect = [&](Service service, const char* on, Label meaning, float P::*place) {
        group.number({name_of(service) + "." + on, "SD", -3, 3, std::move(meaning)}, [place](P& p) -> float& { return p.*place; });
    };
    effect(Service::occupational_physician, "workload", {"workload, with the occupational physician", "werkdruk, bij de bedrijfsarts"},
           &P::physician_on_workload);
    effect(Service::occupational_physician, "recovery", {"recovery, with the occupational physician", "herstel, bij de bedrijfsarts"},
           &P::physician_on_recovery);
    effect(Service::social_work, "emotional_load",
           {"emotional load, in social work", "emotionele belasting, bij bedrijfsmaatschappelijk werk"}, &P::social_work_on_emotional_load);
    effect(Service::career_centre, "development", {"development, in the career centre", "ontwikkelmogelijkheden, bij het loopbaancentrum"},
           &P::career_on_development);
    effect(Service::career_centre, "job_insecurity", {"job insecurity, in the career centre", "baanonzekerheid, bij het loopbaancentrum"},
           &P::career_on_job_insecurity);
    effect(Service::leadership_centre, "development",
           {"development of who leads no team, in the leadership centre",
            "ontwikkelmogelijkheden van wie geen team leidt, bij het leiderschapscentrum"},
           &P::leadership_on_development);
    effect(Service::leadership_centre, "quality",
           {"quality of who leads a team, in the leadership centre", "kwaliteit van wie een team leidt, bij het leiderschapscentrum"},
           &P::leadership_on_quality);
    return group;
}

}  // namespace bevlogen::interventions
