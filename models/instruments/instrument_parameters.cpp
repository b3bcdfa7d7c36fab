// Declares the parameters of the questionnaires with units and bounds.
#include "models/instruments/instrument_parameters.hpp"

namespace bevlogen::instruments {

ParameterGroup<InstrumentParameters> declare_instrument_parameters() {
    using P = InstrumentParameters;
    ParameterGroup<P> group;
    const auto scale = [&](const std::string& name, const Label& label, ScaleParameters P::*place) {
        const std::string path = "instruments." + name;
        group.number({path + ".mean", "points", 0, 6, {"mean of " + label.en, "gemiddelde van " + label.nl}},
                     [place](P& p) -> float& { return (p.*place).mean; });
        group.number({path + ".sd", "points", 0.01, 6, {"SD of " + label.en, "SD van " + label.nl}},
                     [place](P& p) -> float& { return (p.*place).sd; });
        group.number({path + ".alpha", "1", 0, 1, {"reliability of " + label.en, "betrouwbaarheid van " + label.nl}},
                     [place](P& p) -> float& { return (p.*place).alpha; });
        group.whole_number({path + ".items", "items", 1, 100, {"items of " + label.en, "items van " + label.nl}},
                           [place](P& p) -> int& { return (p.*place).items; });
    };
    scale("ubos_exhaustion", {"UBOS emotional exhaustion", "UBOS emotionele uitputting"}, &P::ubos_exhaustion);
    scale("ubos_distance", {"UBOS depersonalisation (mental distance)", "UBOS depersonalisatie (mentale distantie)"}, &P::ubos_distance);
    scale("ubos_accomplishment", {"UBOS personal accomplishment", "UBOS persoonlijke bekwaamheid"}, &P::ubos_accomplishment);
    scale("ubes", {"UBES-9 engagement", "UBES-9 bevlogenheid"}, &P::ubes);
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*place) {
        group.number({path, unit, min, max, std::move(meaning)}, [place](P& p) -> float& { return p.*place; });
    };
    number("instruments.ubos_accomplishment.on_dedication", "1", -1, 1,
           {"dedication in the proxy of accomplishment", "toewijding in de benadering van bekwaamheid"}, &P::accomplishment_on_dedication);
    number("instruments.ubos_accomplishment.on_noise", "1", 0, 1,
           {"everything else in the proxy of accomplishment", "al het andere in de benadering van bekwaamheid"},
           &P::accomplishment_on_noise);
    number("instruments.burnt_out.exhaustion", "points", 0, 6, {"burnt out: exhaustion at least", "opgebrand: uitputting ten minste"},
           &P::exhaustion_cutoff);
    number("instruments.burnt_out.distance", "points", 0, 6,
           {"burnt out: mental distance at least", "opgebrand: mentale distantie ten minste"}, &P::distance_cutoff);
    number("instruments.burnt_out.accomplishment", "points", 0, 6,
           {"burnt out: accomplishment at most", "opgebrand: bekwaamheid ten hoogste"}, &P::accomplishment_cutoff);
    number("instruments.highly_engaged.ubes", "points", 0, 6, {"highly engaged: UBES-9 at least", "sterk bevlogen: UBES-9 ten minste"},
           &P::engagement_cutoff);
    number("instruments.workload_too_high.cutoff", "SD", -5, 5, {"workload too high: workload above", "werkdruk te hoog: werkdruk boven"},
           &P::workload_cutoff);
    number("instruments.work_life_dissatisfied.cutoff", "SD", -5, 5,
           {"dissatisfied with work-life balance: interference above", "ontevreden over werk-privébalans: interferentie boven"},
           &P::work_life_cutoff);
    scale("bat", {"BAT-12 burnout", "BAT-12 burn-out"}, &P::bat);
    number("instruments.bat.at_risk", "points", 1, 5, {"at risk of burnout: BAT-12 at least", "risico op burn-out: BAT-12 ten minste"},
           &P::bat_at_risk);
    number("instruments.bat.severe", "points", 1, 5,
           {"very likely burnt out: BAT-12 at least", "zeer waarschijnlijk opgebrand: BAT-12 ten minste"}, &P::bat_severe);
    number("instruments.response.share", "1", 0.001, 0.999,
           {"answers a survey, at a burnout score of 0", "beantwoordt een enquête, bij een burn-outscore van 0"}, &P::response_share);
    number("instruments.response.on_burnout", "log odds per z", -3, 3,
           {"burnout on answering a survey", "burn-out op het beantwoorden van een enquête"}, &P::response_on_burnout);
    ParameterDecl shift{"instruments.response_shift",
                        "SD",
                        -1,
                        1,
                        {"participants of a programme report themselves so much better than they are",
                         "deelnemers aan een programma melden zich zoveel beter dan ze zijn"}};
    shift.is_of_reports = true;
    group.number(std::move(shift), [](P& p) -> float& { return p.response_shift; });
    return group;
}

}  // namespace bevlogen::instruments
