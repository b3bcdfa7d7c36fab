// Declares the numbers of work with units and bounds.
#include "models/workforce/work_parameters.hpp"

namespace bevlogen::workforce {

using P = WorkParameters;

namespace {

void declare_hours(ParameterGroup<P>& group) {
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        const auto by_phase = [&](const char* path, const char* unit, double max, const Label& meaning, std::function<float&(P&)> place) {
            group.number({std::string("work.") + path + "." + phase.name,
                          unit,
                          0,
                          max,
                          {meaning.en + ": " + phase.label.en, meaning.nl + ": " + phase.label.nl}},
                         std::move(place));
        };
        by_phase("hours.contract", "hours per week", 80, {"hours of a full contract", "uren van een volledig contract"},
                 [k](P& p) -> float& { return p.contract_hours[k]; });
        by_phase("hours.reference", "hours per week", 100, {"hours usually worked at 1 FTE", "gebruikelijke uren bij 1 fte"},
                 [k](P& p) -> float& { return p.reference_hours[k]; });
        by_phase("contribution", "1", 1.5, {"contribution to clinical care", "bijdrage aan de klinische zorg"},
                 [k](P& p) -> float& { return p.contribution[k]; });
        by_phase("administration.share", "1", 0.95, {"share of working time for administration", "deel van de werktijd voor administratie"},
                 [k](P& p) -> float& { return p.administration_share[k]; });
        by_phase("losses", "1", 0.5,
                 {"share lost to consultation and logistics, of what administration leaves",
                  "deel verloren aan overleg en logistiek, van wat administratie overlaat"},
                 [k](P& p) -> float& { return p.loss_share[k]; });
        by_phase("supervision", "FTE", 0.5, {"FTE of a specialist that supervision takes", "fte van een specialist voor begeleiding"},
                 [k](P& p) -> float& { return p.supervision[k]; });
        by_phase("duties", "per 4 weeks", 28, {"night, weekend and on-call shifts", "diensten"},
                 [k](P& p) -> float& { return p.duties[k]; });
    }
}

}  // namespace

ParameterGroup<WorkParameters> declare_work_parameters() {
    ParameterGroup<P> group;
    declare_hours(group);
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float P::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](P& p) -> float& { return p.*member; });
    };
    number("work.hours.spread", "log", 0, 1,
           {"SD of the log of a person's usual hours, for life", "SD van de log van iemands gebruikelijke uren, levenslang"},
           &P::hours_spread);
    number("work.administration.on_evaluation", "1 per SD", -0.2, 0.2,
           {"pressure of being judged on the share of administration", "beoordelingsdruk op het deel administratie"},
           &P::administration_on_evaluation);
    number("work.administration.highest", "1", 0, 1, {"highest share of administration", "hoogste deel administratie"},
           &P::administration_highest);
    number("work.side_tasks", "1", 0, 0.5,
           {"share of side tasks, of what administration leaves", "deel neventaken, van wat administratie overlaat"}, &P::side_task_share);
    number("work.shifts_a_day", "1", 1, 12, {"shifts a day, today", "diensten per etmaal, nu"}, &P::shifts_a_day);
    number("work.productivity.on_engagement", "1 per z", -0.5, 0.5, {"engagement on productivity", "bevlogenheid op productiviteit"},
           &P::productivity_on_engagement);
    number("work.productivity.on_burnout", "1 per z", -0.5, 0.5, {"burnout on lost productivity", "burn-out op verloren productiviteit"},
           &P::productivity_on_burnout);
    number("work.productivity.min", "1", 0, 1, {"lowest productivity", "laagste productiviteit"}, &P::productivity_min);
    number("work.productivity.max", "1", 1, 2, {"highest productivity", "hoogste productiviteit"}, &P::productivity_max);
    number("work.presence", "1", 0.3, 1.5,
           {"share of the posts' capacity that is there on average", "deel van de capaciteit van de formatie dat er gemiddeld is"},
           &P::presence);
    number("work.trend_weeks", "weeks", 0.5, 520,
           {"time constant of the mean capacity that care demand follows", "tijdconstante van de capaciteit die de zorgvraag volgt"},
           &P::trend_weeks);
    for (std::size_t s = 0; s < kSites; ++s) {
        const Word& site = site_words()[s];
        group.number({"work.volume_follows." + site.name,
                      "1",
                      0,
                      1,
                      {"how far care demand follows capacity: " + site.label.en,
                       "in welke mate de zorgvraag de capaciteit volgt: " + site.label.nl}},
                     [s](P& p) -> float& { return p.volume_follows[s]; });
    }
    number("work.growth", "per year", -0.2, 0.2, {"growth of care demand net of posts", "groei van de zorgvraag boven die van de formatie"},
           &P::growth);
    number("work.season.amplitude", "1", 0, 0.5,
           {"amplitude of the season in care demand, log", "amplitude van het seizoen in de zorgvraag, log"}, &P::season_amplitude);
    number("work.season.peak", "weeks", 0, 51,
           {"week of the year with the highest care demand", "week van het jaar met de hoogste zorgvraag"}, &P::season_peak);
    number("work.shock.persistence", "1", 0, 0.999,
           {"persistence of shocks of care demand, a week", "volharding van schokken in de zorgvraag, per week"}, &P::shock_persistence);
    number("work.shock.spread", "1", 0, 0.5, {"SD of shocks of care demand, log", "SD van schokken in de zorgvraag, log"},
           &P::shock_spread);
    number("work.load_limit", "1", 0.01, 3, {"largest log load", "grootste log belasting"}, &P::load_limit);
    number("work.overtime", "1", 0, 2, {"log hours per log load above 0", "log uren per log belasting boven 0"}, &P::overtime);
    number("work.handover", "1", -0.2, 0.2,
           {"share of capacity lost per shift a day more", "deel capaciteit verloren per dienst per etmaal meer"}, &P::handover);
    number("work.backlog.above", "1", 0, 2,
           {"share of care beyond overtime that is squeezed in", "deel zorg boven overwerk dat er nog bij past"}, &P::backlog_above);
    number("work.backlog.leaves", "per week", 0, 1,
           {"share of the backlog that leaves unserved", "deel van de achterstand dat zonder zorg vertrekt"}, &P::backlog_leaves);
    number("work.replaced_share", "1", 0, 1, {"share of long absences with somebody who stands in", "deel van lang verzuim met vervanging"},
           &P::replaced_share);
    return group;
}

}  // namespace bevlogen::workforce
