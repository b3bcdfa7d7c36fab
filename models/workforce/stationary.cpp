// Works out the life tables of the phases and draws from them.
#include "models/workforce/stationary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {
namespace {

constexpr double kGridReach = 4.0;      // SD of the entry age to either side
constexpr double kGridStep = 0.25;      // SD
constexpr double kEarliestEntry = 8.0;  // SD before the mean entry age: nobody enters earlier
constexpr double kNeverTooOld = 120;    // years

// Share of the week that a stay of `stay` weeks covers.
double covers(double stay, std::size_t week) { return std::clamp(stay - static_cast<double>(week), 0.0, 1.0); }

// A yearly hazard that holds in the middle of each week, until nobody is left by `stays(week)` in [0, 1]. Rounded to 2^-30, since the C
// library's last bit differs between machines; sums of such numbers are exact.
template <class Hazard, class Stays>
std::vector<double> survival_under(const Hazard& hazard_a_year, const Stays& stays) {
    std::vector<double> survival;
    double lost = 0.0;  // cumulative hazard at the start of the week
    for (std::size_t week = 0; stays(week) > 0.0; ++week) {
        const double hazard = hazard_a_year(week) / kWeeksPerYear;
        survival.push_back(std::round(stays(week) * std::exp(-lost - 0.5 * hazard) * 0x1p30) * 0x1p-30);
        lost += hazard;
    }
    return survival;
}

// The hazard of leaving and retiring at an age: probabilities a year of the life table, as rates.
double hazard_of_late(const CareerParameters& careers, double age) {
    const double retires = age < 60.0   ? 0.0
                           : age < 63.0 ? static_cast<double>(careers.retire_60_to_62)
                           : age < 66.0 ? static_cast<double>(careers.retire_63_to_65)
                                        : static_cast<double>(careers.retire_66_on);
    return static_cast<double>(careers.leaves_a_year[index_of(Phase::specialist_late)]) - std::log1p(-retires);
}

std::vector<double> survival_of(Phase phase, const CareerParameters& careers, double aios_fte) {
    double leaves = careers.leaves_a_year[index_of(phase)];
    const auto up_to = [&](double weeks) {
        return survival_under([&](std::size_t) { return leaves; }, [&](std::size_t week) { return covers(weeks, week); });
    };
    const double late_from = careers.late_from_age;
    switch (phase) {
        case Phase::coassistent: return up_to(careers.coassistent_weeks);
        case Phase::anios:
            leaves += static_cast<double>(careers.anios_to_training_a_year);
            return up_to(static_cast<double>(careers.longest_anios_years) * kWeeksPerYear);
        case Phase::aios: {
            const double share_short = careers.training_share_short;
            return survival_under([&](std::size_t) { return leaves; },
                                  [&](std::size_t week) {
                                      return (1.0 - share_short) * covers(careers.training_weeks_long / aios_fte, week) +
                                             share_short * covers(careers.training_weeks_short / aios_fte, week);
                                  });
        }
        case Phase::jonge_klare: return up_to(careers.jonge_klare_weeks);
        case Phase::specialist_mid: {  // the age limit ends it
            const double youngest = careers.entry_age[index_of(phase)] - kEarliestEntry * careers.entry_age_spread;
            return up_to((late_from - youngest) * kWeeksPerYear);
        }
        case Phase::specialist_late: break;
    }
    return survival_under(
        [&](std::size_t week) { return hazard_of_late(careers, late_from + (static_cast<double>(week) + 0.5) / kWeeksPerYear); },
        [&](std::size_t week) { return covers((static_cast<double>(careers.last_age) - late_from) * kWeeksPerYear, week); });
}

}  // namespace

StationaryCareers::StationaryCareers(const CareerParameters& careers, float aios_fte) {
    for (std::size_t k = 0; k < kPhases; ++k) {
        const auto phase = static_cast<Phase>(k);
        LifeTable& table = tables_[k];
        const bool is_late = phase == Phase::specialist_late;
        table.survival = survival_of(phase, careers, static_cast<double>(aios_fte));
        double sum = 0.0;
        for (const double share : table.survival) table.cumulative.push_back(sum += share);
        table.entry_age = is_late ? careers.late_from_age : careers.entry_age[k];
        table.entry_age_spread = is_late ? 0.0f : careers.entry_age_spread;
        table.age_limit = phase == Phase::specialist_mid ? static_cast<double>(careers.late_from_age) : kNeverTooOld;
        if (table.entry_age_spread > 0.0) {
            for (double z = -kGridReach; z <= kGridReach; z += kGridStep) {
                table.entry_ages.push_back({table.entry_age + z * table.entry_age_spread, std::exp(-0.5 * z * z)});
            }
        } else {
            table.entry_ages.push_back({table.entry_age, 1.0});
        }
        double all = 0.0;
        for (const EntryAge& entry : table.entry_ages) all += entry.share;
        for (EntryAge& entry : table.entry_ages) entry.share /= all;
    }
    const auto mid = index_of(Phase::specialist_mid), late = index_of(Phase::specialist_late);
    tables_[mid].weeks_as_specialist_before = static_cast<int>(std::lround(careers.jonge_klare_weeks));
    tables_[late].weeks_as_specialist_before =
        tables_[mid].weeks_as_specialist_before +
        std::max(0, static_cast<int>(std::lround((careers.late_from_age - careers.entry_age[mid]) * kWeeksPerYear)));
}

AgeAndStay StationaryCareers::draw(Phase phase, Stream& stream) const {
    const LifeTable& table = tables_[index_of(phase)];
    for (;;) {  // the age limit cuts off a corner of (time in phase, entry age): drawn again until it is not hit
        const double at = draw_uniform(stream) * table.cumulative.back();
        const auto week = std::upper_bound(table.cumulative.begin(), table.cumulative.end(), at) - table.cumulative.begin();
        const double entry = table.entry_age_spread > 0.0 ? draw_normal(stream, table.entry_age, table.entry_age_spread) : table.entry_age;
        const double age = entry + (static_cast<double>(week) + 0.5) / kWeeksPerYear;
        if (age < table.age_limit) return {age, static_cast<int>(week)};
    }
}

AgeAndStay StationaryCareers::draw_entry(Phase phase, Stream& stream) const {
    const LifeTable& table = tables_[index_of(phase)];
    const double age = table.entry_age_spread > 0.0 ? draw_normal(stream, table.entry_age, table.entry_age_spread) : table.entry_age;
    return {std::min(age, table.age_limit), 0};
}

double StationaryCareers::mean_stay_weeks(Phase phase) const {
    double all = 0.0;
    for_each_week(phase, [&](double, double share) { all += share; });
    return all;
}

int StationaryCareers::weeks_as_specialist(Phase phase, int weeks_in_phase) const {
    return tables_[index_of(phase)].weeks_as_specialist_before + weeks_in_phase;
}

ParameterGroup<CareerParameters> declare_career_parameters() {
    ParameterGroup<CareerParameters> group;
    for (std::size_t k = 0; k < kPhases; ++k) {
        const Word& phase = phase_words()[k];
        if (k + 1 < kPhases) {
            group.number({"careers.entry_age." + phase.name,
                          "years",
                          18,
                          54,
                          {"mean age at entry: " + phase.label.en, "gemiddelde leeftijd bij begin: " + phase.label.nl}},
                         [k](CareerParameters& c) -> float& { return c.entry_age[k]; });
        }
        group.number({"careers.leaves." + phase.name,
                      "per year",
                      0,
                      1,
                      {"leave the hospitals: " + phase.label.en, "verlaat de ziekenhuizen: " + phase.label.nl}},
                     [k](CareerParameters& c) -> float& { return c.leaves_a_year[k]; });
    }
    const auto number = [&](const char* path, const char* unit, double min, double max, Label meaning, float CareerParameters::*member) {
        group.number({path, unit, min, max, std::move(meaning)}, [member](CareerParameters& c) -> float& { return c.*member; });
    };
    number("careers.entry_age_spread", "years", 0, 5, {"SD of the age at entry", "SD van de leeftijd bij begin"},
           &CareerParameters::entry_age_spread);
    number("careers.anios_to_training", "per year", 0, 2, {"anios who get a training post", "anios die een opleidingsplaats krijgen"},
           &CareerParameters::anios_to_training_a_year);
    number("careers.longest_anios", "years", 1, 40, {"longest time as anios", "langste tijd als anios"},
           &CareerParameters::longest_anios_years);
    number("careers.coassistent_weeks", "weeks", 4, 520, {"length of the clerkships", "duur van de coschappen"},
           &CareerParameters::coassistent_weeks);
    number("careers.training_weeks_long", "weeks", 52, 1040, {"long training at 1 FTE", "lange opleiding bij 1 fte"},
           &CareerParameters::training_weeks_long);
    number("careers.training_weeks_short", "weeks", 52, 1040, {"short training at 1 FTE", "korte opleiding bij 1 fte"},
           &CareerParameters::training_weeks_short);
    number("careers.training_share_short", "1", 0, 1, {"share of short trainings", "deel korte opleidingen"},
           &CareerParameters::training_share_short);
    number("careers.jonge_klare_weeks", "weeks", 4, 1040, {"time as jonge klare", "tijd als jonge klare"},
           &CareerParameters::jonge_klare_weeks);
    number("careers.late_from_age", "years", 55, 60, {"age at which the late phase begins", "leeftijd waarop de late fase begint"},
           &CareerParameters::late_from_age);
    number("careers.last_age", "years", 61, 80, {"age by which everybody has retired", "leeftijd waarop iedereen met pensioen is"},
           &CareerParameters::last_age);
    number("careers.retire_60_to_62", "per year", 0, 0.99, {"retire at 60 to 62", "gaat met pensioen op 60 tot 62"},
           &CareerParameters::retire_60_to_62);
    number("careers.retire_63_to_65", "per year", 0, 0.99, {"retire at 63 to 65", "gaat met pensioen op 63 tot 65"},
           &CareerParameters::retire_63_to_65);
    number("careers.retire_66_on", "per year", 0, 0.99, {"retire from 66 on", "gaat met pensioen vanaf 66"},
           &CareerParameters::retire_66_on);
    return group;
}

}  // namespace bevlogen::workforce
