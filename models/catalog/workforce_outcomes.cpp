// Declares the outcomes of the workforce model.
#include "models/catalog/workforce_outcomes.hpp"

#include "models/catalog/care_measures.hpp"
#include "models/catalog/career_measures.hpp"
#include "models/catalog/programme_measures.hpp"
#include "models/catalog/workforce_amounts.hpp"
#include "models/instruments/questionnaires.hpp"
#include "models/workforce/work_factors.hpp"

namespace bevlogen {

using workforce::Phase;

std::vector<OutcomeDecl> workforce_outcomes() {
    std::vector<OutcomeDecl> all;
    const auto is_weekly = [](const std::string& name) {
        return name == "workload" || name == "administration" || name == "work_home_interference" || name == "autonomy" ||
               name == "recovery";
    };
    for (std::size_t j = 0; j < workforce::kFactors; ++j) {
        const auto& word = workforce::factor_words()[j];
        const bool demand = j < workforce::kDemands;
        all.push_back({.name = word.name,
                       .label = word.label,
                       .unit = "SD",
                       .good = demand ? Direction::lower_is_better : Direction::higher_is_better,
                       .weekly = is_weekly(word.name),
                       .description = demand ? "job demand" : "job resource"});
    }
    for (const auto& word : workforce::personal_resource_words()) {
        all.push_back({.name = word.name,
                       .label = word.label,
                       .unit = "SD",
                       .good = Direction::higher_is_better,
                       .twin = word.name == "psychological_capital",
                       .description = "personal resource"});
    }
    for (const auto& word : workforce::need_words()) {
        all.push_back({.name = word.name,
                       .label = word.label,
                       .unit = "1",
                       .good = Direction::higher_is_better,
                       .description = "basic psychological need"});
    }
    const auto state = [&](const char* name, Label label, const char* unit, Direction good, const char* description) -> OutcomeDecl& {
        all.push_back({.name = name, .label = std::move(label), .unit = unit, .good = good, .weekly = true, .description = description});
        return all.back();
    };
    state("exhaustion", {"exhaustion", "uitputting"}, "1", Direction::lower_is_better, "raw score of the model").twin = true;
    state("mental_distance", {"mental distance", "mentale distantie"}, "1", Direction::lower_is_better, "raw score of the model");
    state("vigour", {"vigour", "vitaliteit"}, "1", Direction::higher_is_better, "raw score of the model");
    state("dedication", {"dedication", "toewijding"}, "1", Direction::higher_is_better, "raw score of the model");
    state("absorption", {"absorption", "absorptie"}, "1", Direction::higher_is_better, "raw score of the model");
    for (const bool burnout : {true, false}) {
        OutcomeDecl& z = burnout ? state("burnout", {"burnout", "burn-out"}, "z", Direction::lower_is_better,
                                         "z of exhaustion plus weighted mental distance")
                                 : state("engagement", {"engagement", "bevlogenheid"}, "z", Direction::higher_is_better,
                                         "z of the mean of vigour, dedication and absorption");
        z.team_map = z.joined = z.twin = true;
    }
    const auto reading = [&](const char* name, Label label, Direction good) {
        all.push_back({.name = name,
                       .label = std::move(label),
                       .unit = "points",
                       .good = good,
                       .low = 0.0f,
                       .high = 6.4f,
                       .description = "reading of a questionnaire, 0 to 6"});
    };
    reading("ubos_exhaustion", {"UBOS emotional exhaustion", "UBOS emotionele uitputting"}, Direction::lower_is_better);
    reading("ubos_distance", {"UBOS depersonalisation (mental distance)", "UBOS depersonalisatie (mentale distantie)"},
            Direction::lower_is_better);
    reading("ubos_accomplishment", {"UBOS personal accomplishment", "UBOS persoonlijke bekwaamheid"}, Direction::higher_is_better);
    reading("ubes", {"UBES-9 engagement", "UBES-9 bevlogenheid"}, Direction::higher_is_better);
    const auto share = [&](const char* name, Label label, Direction good, Role role, const char* description) {
        all.push_back(share_outcome(name, std::move(label), good, description));
        all.back().role = role;
        all.back().headline = true;
    };
    share("burnt_out", {"burnt out (UBOS)", "opgebrand (UBOS)"}, Direction::lower_is_better, Role::state,
          "share with exhaustion of at least 2.5 and mental distance of at least 1.7 or accomplishment of at most 3.7; complaints, not a "
          "diagnosis");
    all.back().averted = {"burnout-years averted", "vermeden burn-outjaren"};
    share("highly_engaged", {"highly engaged (UBES-9)", "sterk bevlogen (UBES-9)"}, Direction::higher_is_better, Role::state,
          "share with a UBES-9 score of at least 4.67");
    share("workload_too_high", {"finds workload too high", "vindt de werkdruk te hoog"}, Direction::lower_is_better, Role::state,
          "share with workload above the cut-off");
    share("work_life_dissatisfied", {"dissatisfied with work-life balance", "ontevreden over werk-privébalans"}, Direction::lower_is_better,
          Role::state, "share with work-home interference above the cut-off");
    const auto stage = [&](const char* name, Label label, Role role, const char* description) {
        share(name, std::move(label), Direction::neutral, role, description);
        all.back().headline = false;
        all.back().twin = role != Role::state;
        all.back().step = true;
    };
    stage("coaching_offered", {"offered coaching", "coaching aangeboden"}, Role::offered, "share who were offered coaching so far");
    stage("coaching_taken_part", {"took part in coaching", "deelgenomen aan coaching"}, Role::took_part,
          "share who asked for coaching so far, whatever became of it but a supervisor who did not release the time");
    stage("coaching_waiting", {"waiting for a coach", "wacht op een coach"}, Role::state, "share who asked and wait for intake or coach");
    stage("coaching_busy", {"being coached", "wordt gecoacht"}, Role::state, "share who have sessions");
    const auto add = [&](OutcomeDecl outcome) { all.push_back(std::move(outcome)); };
    add({.name = "sick_leave",
         .label = {"sick leave", "ziekteverzuim"},
         .unit = "1",
         .good = Direction::lower_is_better,
         .role = Role::harm,
         .shape = Shape::share,
         .low = 0.0f,
         .high = 1.0f,
         .headline = true,
         .description = "share of working time lost to illness and burnout, without maternity leave"});
    add({.name = "burnout_leave",
         .label = {"on burnout leave", "met burn-outverlof"},
         .unit = "1",
         .good = Direction::lower_is_better,
         .role = Role::harm,
         .shape = Shape::share,
         .low = 0.0f,
         .high = 1.0f,
         .description = "share on burnout leave, wholly or at half hours"});
    add({.name = "burnout_leave_onset",
         .label = {"burnout leaves that begin", "beginnend burn-outverlof"},
         .unit = "per year",
         .good = Direction::lower_is_better,
         .role = Role::event,
         .low = 0.0f,
         .high = 13.0f,
         .description = "burnout leaves that began in the last four weeks, per person-year"});
    add({.name = "log_load",
         .label = {"load of the team", "belasting van het team"},
         .unit = "log",
         .good = Direction::lower_is_better,
         .low = -0.7f,
         .high = 0.7f,
         .headline = true,
         .description = "so much more care is asked of the person's team than it can give; recorded as a logarithm"});
    add({.name = "backlog",
         .label = {"backlog of the team", "achterstand van het team"},
         .unit = "weeks of care",
         .good = Direction::lower_is_better,
         .role = Role::harm,
         .low = 0.0f,
         .high = 26.0f,
         .description = "care that waits, in weeks of the team's reference capacity"});
    add({.name = "hours_worked",
         .label = {"hours worked", "gewerkte uren"},
         .unit = "hours per week",
         .low = 0.0f,
         .high = 100.0f,
         .description = "hours worked this week, overtime included; 0 on leave"});
    for (OutcomeDecl& career : career_outcomes()) add(std::move(career));
    add({.name = "adopted",
         .label = {"policies adopted by the hospital", "beleid dat het ziekenhuis heeft ingevoerd"},
         .unit = "1",
         .shape = Shape::share,
         .low = 0.0f,
         .high = 1.0f,
         .description = "of the policies that are left to hospitals, the share that the person's has adopted; 0 where all are mandated"});
    stage("peer_group_offered", {"offered a peer group", "intervisie aangeboden"}, Role::state,
          "share who were offered a peer group so far");
    stage("peer_group_taken_part", {"took part in a peer group", "deelgenomen aan intervisie"}, Role::state,
          "share who joined a peer group so far, whatever became of it");
    stage("peer_group_busy", {"in a peer group", "zit in een intervisiegroep"}, Role::state, "share who are in a group with sessions");
    for (OutcomeDecl& programme : programme_outcomes()) add(std::move(programme));
    for (OutcomeDecl& survey : instruments::survey_outcomes()) add(std::move(survey));
    for (OutcomeDecl& care : care_outcomes()) add(std::move(care));
    for (OutcomeDecl& amount : amount_outcomes()) add(std::move(amount));
    return all;
}

namespace {

// All categories of the given phases, sites and sexes (bits).
std::uint64_t categories(std::uint32_t phases, std::uint32_t sites, std::uint32_t sexes) {
    std::uint64_t members = 0;
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (std::size_t site = 0; site < workforce::kTeamSites; ++site) {
            for (std::size_t phase = 0; phase < workforce::kPhases; ++phase) {
                const bool in = (phases >> phase & 1u) && (sites >> site & 1u) && (sexes >> sex & 1u);
                if (in)
                    members |= std::uint64_t{1} << category_of(static_cast<std::uint8_t>(phase), static_cast<std::uint8_t>(site),
                                                               static_cast<std::uint8_t>(sex));
            }
        }
    }
    return members;
}

constexpr std::uint32_t bit(Phase phase) { return 1u << workforce::index_of(phase); }

}  // namespace

Grouping workforce_phases() {
    Grouping phases;
    phases.add("all", {"all", "allen"}, categories(~0u, ~0u, ~0u));
    for (std::size_t k = 0; k < workforce::kPhases; ++k) {
        phases.add(workforce::phase_words()[k].name, workforce::phase_words()[k].label, categories(1u << k, ~0u, ~0u));
    }
    return phases;
}

Grouping workforce_strata() {
    Grouping strata;
    strata.add("coassistenten", {"medical students", "coassistenten"}, categories(bit(Phase::coassistent), ~0u, ~0u));
    strata.add("anios_aios", {"residents", "a(n)ios"}, categories(bit(Phase::anios) | bit(Phase::aios), ~0u, ~0u));
    strata.add("jonge_klaren", {"specialists, first five years", "jonge klaren"}, categories(bit(Phase::jonge_klare), ~0u, ~0u));
    strata.add("senior", {"senior specialists", "senior specialisten"},
               categories(bit(Phase::specialist_mid) | bit(Phase::specialist_late), ~0u, ~0u));
    for (std::size_t s = 0; s < workforce::kSites; ++s)
        strata.add(workforce::site_words()[s].name, workforce::site_words()[s].label, categories(~0u, 1u << s, ~0u));
    for (std::size_t s = 0; s < 2; ++s)
        strata.add(workforce::sex_words()[s].name, workforce::sex_words()[s].label, categories(~0u, ~0u, 1u << s));
    return strata;
}

}  // namespace bevlogen
