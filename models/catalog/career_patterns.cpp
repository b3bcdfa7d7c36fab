// Declares the patterns of careers.
#include "models/catalog/career_patterns.hpp"

#include <array>

#include "models/workforce/phases.hpp"

namespace bevlogen {
namespace {

// The stationary system: persons by phase (docs/model.md, section "Careers").
constexpr std::array<double, workforce::kPhases> kStocks = {5906, 7500, 6949, 5035, 11600, 6358};
constexpr double kStockTolerance = 0.05;
constexpr double kTrainingStarts = 1182, kStartTolerance = 0.02;

PatternDecl of_row(const char* name, Label label, PatternKind kind, const char* outcome, const char* row, double low, double high,
                   const char* unit, const char* source) {
    return {.name = name,
            .label = std::move(label),
            .kind = kind,
            .outcome = outcome,
            .row = row,
            .low = low,
            .high = high,
            .unit = unit,
            .source = source};
}

}  // namespace

std::vector<PatternDecl> career_patterns() {
    std::vector<PatternDecl> all;
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        const workforce::Word& phase = workforce::phase_words()[k];
        all.push_back({.name = "persons_in_" + phase.name,
                       .label = {"persons: " + phase.label.en, "personen: " + phase.label.nl},
                       .kind = PatternKind::persons,
                       .outcome = "",
                       .row = phase.name,
                       .low = kStocks[k] * (1.0 - kStockTolerance),
                       .high = kStocks[k] * (1.0 + kStockTolerance),
                       .unit = "persons",
                       .source = "derived: stationary system of stocks and flows"});
    }
    all.push_back(of_row("training_starts", {"training starts a year", "begonnen opleidingen per jaar"}, PatternKind::yearly,
                         "enters_phase", "aios", kTrainingStarts * (1.0 - kStartTolerance), kTrainingStarts * (1.0 + kStartTolerance),
                         "per year", "Capaciteitsorgaan 2019: 1,182"));
    all.push_back(of_row("stay_of_anios", {"months as a resident not in training", "maanden als anios"}, PatternKind::mean_stay,
                         "enters_phase", "anios", 36, 48, "months", "Capaciteitsorgaan 2022: 42"));
    all.push_back({.name = "aios_who_stop",
                   .label = {"residents who stop their training", "aios die met de opleiding stoppen"},
                   .kind = PatternKind::ratio,
                   .outcome = "stops_training",
                   .other = "enters_phase",
                   .row = "aios",
                   .low = 0.11,
                   .high = 0.14,
                   .unit = "%",
                   .source = "Querido 2023: 12.7 %"});
    all.push_back(of_row("temporary_jonge_klaren",
                         {"specialists of the first years on temporary contracts", "jonge klaren op tijdelijke contracten"},
                         PatternKind::mean, "temporary_contract", "jonge_klare", 0.38, 0.50, "%",
                         "De Jonge Specialist 2013-2024: 42-50 %; Capaciteitsorgaan"));
    all.push_back(of_row("jonge_klaren_without_post", {"specialists of the first years without a post", "jonge klaren zonder plaats"},
                         PatternKind::mean, "without_post", "jonge_klare", 0.02, 0.05, "%", "De Jonge Specialist 2013-2016: 2.1-5 %"));
    all.push_back(of_row("resignations_in_all", {"leave their employer in a year", "verlaten hun werkgever in een jaar"}, PatternKind::mean,
                         "resignations", "all", 0.03, 0.09, "per year", "aim: hospitals lose some 3-9 % a year"));
    all.push_back({.name = "resignation_of_burnt_out",
                   .label = {"resign when burnt out: odds ratio", "opzeggen bij burn-out: odds ratio"},
                   .kind = PatternKind::odds_ratio,
                   .outcome = "resigns",
                   .other = "burnout",
                   .adjusted_for = "phase",
                   .low = 1.2,
                   .high = 2.4,
                   .source = "Willard-Grace 2019: 1.57 (1.02-2.40)"});
    all.push_back(of_row("considers_quitting_of_residents", {"residents who consider leaving", "a(n)ios die vertrek overwegen"},
                         PatternKind::mean, "considers_quitting", "anios_aios", 0.20, 0.30, "%", "De Jonge Specialist 2022: 25 %"));
    all.push_back(of_row("ever_absent_through_burnout",
                         {"senior specialists ever absent through burnout", "senior specialisten ooit verzuimd door burn-out"},
                         PatternKind::mean, "ever_on_burnout_leave", "senior", 0.10, 0.20, "%",
                         "Van Twillert 2019: 14 % (n = 870); width assumed"));
    return all;
}

}  // namespace bevlogen
