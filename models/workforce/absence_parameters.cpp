// Declares the parameters of absence with units and bounds, and works out the constants of a week.
#include "models/workforce/absence_parameters.hpp"

#include "models/workforce/absence_equations.hpp"
#include "sim/core/week.hpp"

namespace bevlogen::workforce {

ParameterGroup<AbsenceParameters> declare_absence_parameters() {
    using A = AbsenceParameters;
    ParameterGroup<A> group;
    const auto member = [&](const char* path, const char* unit, double min, double max, Label meaning, float A::*place) {
        group.number({path, unit, min, max, std::move(meaning)}, [place](A& a) -> float& { return a.*place; });
    };
    member("absence.short_illness.hazard", "per week", 0, 0.5, {"short illness: chance a week", "kort ziek: kans per week"},
           &A::short_illness_hazard);
    member("absence.short_illness.on_burnout", "log per z", -2, 2,
           {"burnout on the chance of short illness", "burn-out op de kans op kort ziek"}, &A::short_illness_on_burnout);
    member("absence.short_illness.weeks", "weeks", 1, 8, {"short illness: mean length", "kort ziek: gemiddelde duur"},
           &A::short_illness_weeks);
    member("absence.long_illness.hazard", "per week", 0, 0.1, {"other long illness: chance a week", "anders lang ziek: kans per week"},
           &A::long_illness_hazard);
    member("absence.long_illness.weeks", "weeks", 1, 104, {"other long illness: mean length", "anders lang ziek: gemiddelde duur"},
           &A::long_illness_weeks);
    member("absence.long_illness.spread", "1", 0, 2,
           {"other long illness: SD of the log of its length", "anders lang ziek: SD van de log van de duur"}, &A::long_illness_spread);
    member("absence.long_illness.shortest", "weeks", 1, 26, {"other long illness: shortest", "anders lang ziek: kortste duur"},
           &A::long_illness_shortest);
    member("absence.burnout.hazard", "per week", 0, 0.05,
           {"burnout leave: chance a week at the z of burnout.at", "burn-outverlof: kans per week bij de z van burnout.at"},
           &A::burnout_hazard);
    member("absence.burnout.on_exhaustion", "log per z", -5, 5,
           {"exhaustion on the chance of burnout leave", "uitputting op de kans op burn-outverlof"}, &A::burnout_on_exhaustion);
    member("absence.burnout.at", "z", -5, 5,
           {"z of exhaustion at which the chance of burnout leave holds", "z van uitputting waarbij de kans op burn-outverlof geldt"},
           &A::burnout_at);
    member("absence.burnout.cap", "z", -5, 10,
           {"z of exhaustion above which the chance rises no more", "z van uitputting waarboven de kans niet verder stijgt"},
           &A::burnout_cap);
    member("absence.burnout.weeks", "weeks", 1, 104, {"burnout leave: median length", "burn-outverlof: mediane duur"}, &A::burnout_weeks);
    member("absence.burnout.spread", "1", 0, 2, {"burnout leave: SD of the log of its length", "burn-outverlof: SD van de log van de duur"},
           &A::burnout_spread);
    member("absence.burnout.shortest", "weeks", 1, 26, {"burnout leave: shortest", "burn-outverlof: kortste duur"}, &A::burnout_shortest);
    const std::array<Label, 3> groups = {{{"students", "studenten"}, {"residents", "a(n)ios"}, {"specialists", "specialisten"}}};
    for (std::size_t k = 0; k < groups.size(); ++k) {
        group.number({"absence.burnout.before." + groups[k].en,
                      "per year",
                      0,
                      0.2,
                      {"burnout leaves before the start: " + groups[k].en, "burn-outverlof van voor het begin: " + groups[k].nl}},
                     [k](A& a) -> float& { return a.burnout_before[k]; });
    }
    member("absence.burnout.half_hours_share", "1", 0, 0.9,
           {"burnout leave: last part at half hours", "burn-outverlof: laatste deel op halve uren"}, &A::half_hours_share);
    member("absence.longest", "weeks", 26, 520, {"longest leave", "langste verlof"}, &A::longest_weeks);
    member("absence.return.raised_risk", "1", 0, 20,
           {"factor on the chance of burnout leave after a return", "factor op de kans op burn-outverlof na terugkeer"}, &A::raised_risk);
    member("absence.return.weeks", "weeks", 0, 520,
           {"weeks at work in which that chance is raised", "weken aan het werk waarin die kans verhoogd is"}, &A::raised_risk_weeks);
    member("absence.maternity.a_year", "per year", 0, 1, {"maternity leave: chance a year", "zwangerschapsverlof: kans per jaar"},
           &A::maternity_a_year);
    member("absence.maternity.from_age", "years", 18, 60, {"maternity leave: from this age", "zwangerschapsverlof: vanaf deze leeftijd"},
           &A::maternity_from_age);
    member("absence.maternity.to_age", "years", 18, 60, {"maternity leave: until this age", "zwangerschapsverlof: tot deze leeftijd"},
           &A::maternity_to_age);
    member("absence.maternity.weeks", "weeks", 1, 52, {"maternity leave: length", "zwangerschapsverlof: duur"}, &A::maternity_weeks);
    return group;
}

AbsenceConstants::AbsenceConstants(const AbsenceParameters& absence)
    : maternity_hazard(absence.maternity_a_year / static_cast<float>(kWeeksPerYear)),
      maternity_from_weeks(absence.maternity_from_age * static_cast<float>(kWeeksPerYear)),
      maternity_to_weeks(absence.maternity_to_age * static_cast<float>(kWeeksPerYear)),
      short_illness_goes_on(chance_of_one_more_week(absence.short_illness_weeks)),
      long_illness_log_median(log_median_of_mean(absence.long_illness_weeks, absence.long_illness_spread)),
      burnout_log_median(portable_log(absence.burnout_weeks)) {}

}  // namespace bevlogen::workforce
