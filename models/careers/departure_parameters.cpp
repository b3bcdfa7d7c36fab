// Declares the numbers of departure with units and bounds.
#include "models/careers/departure_parameters.hpp"

namespace bevlogen::careers {

using workforce::phase_words;
using workforce::Word;

ParameterGroup<DepartureParameters> declare_departure_parameters() {
    using P = DepartureParameters;
    ParameterGroup<P> group;
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](P& p) -> float& { return p.*member; });
    };
    number("departure.intention.base", "log odds", -8, 4, {"considering to leave, at scores of 0", "vertrek overwegen, bij scores van 0"},
           &P::intention);
    number("departure.intention.on_burnout", "log odds per z", -2, 2, {"burnout on considering to leave", "burn-out op vertrek overwegen"},
           &P::on_burnout);
    number("departure.intention.on_engagement", "log odds per z", -2, 2,
           {"engagement on considering to leave", "bevlogenheid op vertrek overwegen"}, &P::on_engagement);
    number("departure.intention.on_work_home", "log odds per SD", -2, 2,
           {"work-home interference on considering to leave", "werk-thuisinterferentie op vertrek overwegen"}, &P::on_work_home);
    number("departure.intention.on_insecurity", "log odds per SD", -2, 2,
           {"job insecurity on considering to leave", "baanonzekerheid op vertrek overwegen"}, &P::on_insecurity);
    number("departure.intention.on_autonomy", "log odds per SD", -2, 2,
           {"autonomy on considering to leave", "autonomie op vertrek overwegen"}, &P::on_autonomy);
    number("departure.power", "1", 0, 4,
           {"power of considering, over the usual, on how many leave", "macht van overwegen, ten opzichte van gewoon, op vertrek"},
           &P::power);
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        const auto by_phase = [&](const char* path, const char* unit, double min, const Label& meaning,
                                  std::array<float, kPhases> P::*member) {
            group.number({std::string(path) + "." + phase.name,
                          unit,
                          min,
                          1,
                          {meaning.en + ": " + phase.label.en, meaning.nl + ": " + phase.label.nl}},
                         [member, k](P& p) -> float& { return (p.*member)[k]; });
        };
        by_phase("departure.usual", "1", 0.01, {"considering at which the rates hold", "overwegen waarbij de kansen gelden"}, &P::usual);
        by_phase("departure.seeks_employer", "per year", 0, {"look for another employer", "zoekt een andere werkgever"},
                 &P::seeks_employer);
    }
    number("departure.fewer_hours.rate", "per year", 0, 1, {"go over to fewer hours", "gaan minder uren werken"}, &P::fewer_hours);
    number("departure.fewer_hours.power", "1", 0, 4,
           {"power of considering, over the usual, on fewer hours", "macht van overwegen, ten opzichte van gewoon, op minder uren"},
           &P::fewer_hours_power);
    number("departure.fewer_hours.back", "per year", 0, 2, {"go back to the hours of before", "gaan terug naar de uren van eerst"},
           &P::hours_back);
    number("departure.fewer_hours.usual", "1", 0, 1,
           {"usual share of a team who work fewer hours", "gewoon deel van een team dat minder uren werkt"}, &P::usual_fewer_hours);
    number("departure.fewer_hours.step", "FTE", 0, 0.5, {"by so much", "met zo veel"}, &P::hours_step);
    number("departure.fewer_hours.least", "FTE", 0.1, 1, {"nobody goes below", "niemand gaat eronder"}, &P::least_hours);
    number("departure.side_roles.below", "z", -5, 5,
           {"engagement below which a specialist withdraws", "bevlogenheid waaronder een specialist zich terugtrekt"},
           &P::disengaged_below);
    number("departure.side_roles.above", "z", -5, 5,
           {"engagement above which a specialist comes back", "bevlogenheid waarboven een specialist terugkomt"}, &P::engaged_above);
    number("departure.side_roles.after", "weeks", 4, 240,
           {"for so long, before side roles are taken", "zo lang, voordat nevenrollen komen"}, &P::side_roles_after);
    number("departure.side_roles.on_care", "1", 0, 0.5,
           {"share of working time that side roles take from care", "deel van de werktijd dat nevenrollen van zorg afnemen"},
           &P::side_roles_on_care);
    number("departure.side_roles.on_engagement", "1", -1, 1,
           {"what side roles add to what vigour, dedication and absorption tend to",
            "wat nevenrollen toevoegen aan waar vitaliteit, toewijding en absorptie naartoe gaan"},
           &P::side_roles_on_engagement);
    number("departure.leaves_pool", "per year", 0, 5, {"leave while without a post", "vertrekt terwijl zonder plaats"}, &P::leaves_pool);
    return group;
}

}  // namespace bevlogen::careers
