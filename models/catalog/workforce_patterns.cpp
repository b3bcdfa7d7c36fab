// Declares the patterns of the workforce model.
#include "models/catalog/workforce_patterns.hpp"

#include <array>
#include <utility>

#include "models/catalog/career_patterns.hpp"
#include "models/workforce/phases.hpp"

namespace bevlogen {
namespace {

constexpr double kMostDrift = 0.05;       // SD between persons, over the recorded years
constexpr double kMostShareDrift = 0.01;  // one percentage point
constexpr const char* kOwnAim = "aim: the baseline stays itself";
constexpr const char* kReferenceAim = "aim: reference scores hold";

Label about(const Label& before, const Label& subject) { return {before.en + " " + subject.en, before.nl + " " + subject.nl}; }

void add_drifts(const std::vector<OutcomeDecl>& outcomes, std::vector<PatternDecl>& all) {
    for (const OutcomeDecl& outcome : outcomes) {
        if (outcome.role == Role::cost) continue;  // absence follows sick leave, all else is 0 in the baseline
        const bool is_share = outcome.shape == Shape::share;
        const double most = is_share ? kMostShareDrift : kMostDrift;
        all.push_back({.name = "drift_of_" + outcome.name,
                       .label = about({"drift of", "verloop van"}, outcome.label),
                       .kind = PatternKind::drift,
                       .outcome = outcome.name,
                       .low = -most,
                       .high = most,
                       .unit = is_share ? "%" : "SD",
                       .source = kOwnAim});
    }
}

void add_references(std::vector<PatternDecl>& all) {
    const std::array<std::pair<const char*, Label>, 5> scores = {{{"exhaustion", {"exhaustion", "uitputting"}},
                                                                  {"mental_distance", {"mental distance", "mentale distantie"}},
                                                                  {"vigour", {"vigour", "vitaliteit"}},
                                                                  {"dedication", {"dedication", "toewijding"}},
                                                                  {"absorption", {"absorption", "absorptie"}}}};
    for (const auto& [name, label] : scores) {
        all.push_back({.name = std::string("mean_of_") + name,
                       .label = about({"mean against the reference:", "gemiddelde tegen de referentie:"}, label),
                       .kind = PatternKind::reference_mean,
                       .outcome = name,
                       .low = -0.1,
                       .high = 0.1,
                       .unit = "SD",
                       .source = kReferenceAim});
        all.push_back({.name = std::string("spread_of_") + name,
                       .label = about({"SD over the reference SD:", "SD over de referentie-SD:"}, label),
                       .kind = PatternKind::reference_spread,
                       .outcome = name,
                       .low = 0.9,
                       .high = 1.1,
                       .source = kReferenceAim});
    }
}

void add_persons(std::vector<PatternDecl>& all) {
    all.push_back({.name = "correlation_of_burnout_and_engagement",
                   .label = {"correlation of burnout and engagement", "samenhang van burn-out en bevlogenheid"},
                   .kind = PatternKind::correlation,
                   .outcome = "burnout",
                   .other = "engagement",
                   .low = -0.65,
                   .high = -0.40,
                   .source = "aim: about -.5, related and no opposites"});
    all.push_back({.name = "stability_of_burnout",
                   .label = {"burnout with burnout a year later", "burn-out met burn-out een jaar later"},
                   .kind = PatternKind::stability,
                   .outcome = "burnout",
                   .low = 0.50,
                   .high = 0.75,
                   .source = "Schaufeli 2011; aim .55-.7"});
    all.push_back({.name = "stability_of_engagement",
                   .label = {"engagement with engagement a year later", "bevlogenheid met bevlogenheid een jaar later"},
                   .kind = PatternKind::stability,
                   .outcome = "engagement",
                   .low = 0.50,
                   .high = 0.75,
                   .source = "Schaufeli 2006: .64, .73"});
    all.push_back({.name = "slope_of_exhaustion_on_workload",
                   .label = {"exhaustion on workload, within persons and months", "uitputting op werkdruk, binnen personen en maanden"},
                   .kind = PatternKind::slope,
                   .outcome = "exhaustion",
                   .other = "workload",
                   .low = 0.25,
                   .high = 0.45,
                   .source = "Solms 2023: .383"});
    all.push_back({.name = "cross_lag_of_workload_on_burnout",
                   .label = {"burnout on workload a year earlier", "burn-out op werkdruk een jaar eerder"},
                   .kind = PatternKind::cross_lag,
                   .outcome = "burnout",
                   .other = "workload",
                   .low = -0.06,
                   .high = 0.12,
                   .source = "Guthier 2020: small; Orth 2022: .12 is large"});
    all.push_back({.name = "cross_lag_of_burnout_on_workload",
                   .label = {"workload on burnout a year earlier", "werkdruk op burn-out een jaar eerder"},
                   .kind = PatternKind::cross_lag,
                   .outcome = "workload",
                   .other = "burnout",
                   .low = 0.03,
                   .high = 0.20,
                   .source = "Guthier 2020; Tang 2014; Orth 2022: .03 is small"});
    all.push_back({.name = "excess_of_reverse_cross_lag",
                   .label = {"the second less the first", "het tweede min het eerste"},
                   .kind = PatternKind::cross_lag_excess,
                   .outcome = "workload",
                   .other = "burnout",
                   .low = 0.0,
                   .high = 1.0,
                   .source = "Guthier 2020: the reverse is larger"});
}

PatternDecl burnt_out(PatternKind kind, const std::string& row, Label label, double low, double high, const char* source) {
    const bool is_share = kind == PatternKind::mean;
    return {.name = (is_share ? "burnt_out_in_" : "burnt_out_largest_in_") + row,
            .label = std::move(label),
            .kind = kind,
            .outcome = "burnt_out",
            .row = row,
            .low = low,
            .high = high,
            .unit = is_share ? "%" : "",
            .source = source};
}

void add_burnt_out(std::vector<PatternDecl>& all) {
    all.push_back(burnt_out(PatternKind::mean, "all", {"burnt out: all", "opgebrand: allen"}, 0.15, 0.22,
                            "Van Vendeloo 2018; Conijn 2015; De Jonge Specialist 2022"));
    for (const workforce::Word& phase : workforce::phase_words()) {
        all.push_back(burnt_out(PatternKind::mean, phase.name, about({"burnt out:", "opgebrand:"}, phase.label), 0.10, 0.30,
                                "surveys: 11-24 % by phase, widened to 10-30 (assumed)"));
    }
    all.push_back(burnt_out(PatternKind::largest_row_of, "anios_aios", {"most burnt out are residents", "meest opgebrand zijn a(n)ios"},
                            1.0, 1.0, "thesis (2024); De Jonge Specialist 2022"));
}

// Of absence and load.
std::vector<PatternDecl> absence_and_load_patterns() {
    return {{.name = "sick_leave_in_all",
             .label = {"sick leave, share of hours", "ziekteverzuim, deel van de uren"},
             .kind = PatternKind::mean,
             .outcome = "sick_leave",
             .low = 0.035,
             .high = 0.06,
             .unit = "%",
             .source = "Statistics Netherlands 2023: umc 5.4 %; aim: doctors less"},
            {.name = "burnout_leave_onset_in_all",
             .label = {"beginning burnout leave, per person-year", "begin van burn-outverlof, per persoonsjaar"},
             .kind = PatternKind::mean,
             .outcome = "burnout_leave_onset",
             .low = 0.010,
             .high = 0.016,
             .unit = "per year",
             .source = "derived: 14 % of specialists ever absent (FMS 2019), 9-14 years"},
            {.name = "mean_of_log_load",
             .label = {"mean log load of teams", "gemiddelde logbelasting van teams"},
             .kind = PatternKind::mean,
             .outcome = "log_load",
             .low = -0.01,
             .high = 0.01,
             .source = kOwnAim}};
}

// Indices that are 1 in the baseline by their reference.
std::vector<PatternDecl> care_patterns() {
    std::vector<PatternDecl> all;
    for (const auto& [outcome, label] :
         {std::pair<const char*, Label>{"incident_index", {"mean of the incident index", "gemiddelde van de incidentenindex"}},
          {"patient_dissatisfaction", {"mean of patient dissatisfaction", "gemiddelde van ontevredenheid van patiënten"}}}) {
        all.push_back({.name = std::string("mean_of_") + outcome,
                       .label = label,
                       .kind = PatternKind::mean,
                       .outcome = outcome,
                       .low = 0.97,
                       .high = 1.03,
                       .source = kReferenceAim});
    }
    return all;
}

}  // namespace

std::vector<PatternDecl> workforce_patterns(const std::vector<OutcomeDecl>& outcomes) {
    std::vector<PatternDecl> all;
    add_burnt_out(all);
    add_persons(all);
    add_references(all);
    add_drifts(outcomes, all);
    for (PatternDecl& pattern : absence_and_load_patterns()) all.push_back(std::move(pattern));
    for (PatternDecl& pattern : care_patterns()) all.push_back(std::move(pattern));
    for (PatternDecl& pattern : career_patterns()) all.push_back(std::move(pattern));
    return all;
}

}  // namespace bevlogen
