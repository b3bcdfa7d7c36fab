// Every lever of the workforce at work, as text of a scenario.
#pragma once

#include <string>
#include <vector>

#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {

struct LeverText {
    std::string name;
    std::string keys;
    bool adds_posts = false;
};

inline const std::vector<LeverText>& workforce_levers() {
    static const std::vector<LeverText> levers = {
        {"shift", "shift = { workload = -0.5, autonomy = 0.3, recovery = 0.2 }\n"},
        {"administration", "administration = { share = 0.10 }\n"},
        {"six_hours", "schedule = { hours_shift = 6, shifts_day = 4, breaks = 1, unpaid_hours = -1 }\n"},
        {"rosters", "schedule = { self_roster = true, flexible_start = true, roster_notice = 12, exempt_from_age = 55, duties = 0.8 }\n"},
        {"posts", "staffing = { posts = 1.34, replacement = 0.8 }\n", true},
        {"posts_of_residents", "staffing = { posts = { anios = 1.5, aios = 1.2, coassistent = 1.3 } }\n", true},
        {"replacement", "staffing = { replacement = 0.8 }\n"},
        {"culture", "culture = { stigma = -0.6, visibility = 3.0, safety = 0.5 }\n"},
        {"coaching_window",
         "coaching = { sessions = 6, spacing = 3, window = 6, interval = 52, kickoff = true, choice = \"video\", released = true, "
         "price_person = { anios = 150, aios = 150 } }\n"},
        {"coaching_pool",
         "coaching = { sessions = 4, extension = 4, spacing = 2, mail = true, intake = true, refer_share = 0.26, choice = \"profiles\", "
         "coaches = 100, "
         "caseload = 3, supervisor = \"start_talk\", again_after = 26, coordinators = 20, refer_to = \"social_work\" }\n"},
        {"process", "process = { consult_loss = 0.01, prep_hours_unpaid = -2, meetings_in_hours = true, visit_limit = -0.05 }\n"},
        {"contract", "contract = { weeks = 104, longest = 208, to_permanent = 0.5, salaried = true }\n"},
        {"volume", "volume = { growth = 0.02, demand = 0.05, psi_change = -0.2, shock_spread = 0.02 }\n"},
        {"leaders", "leaders = { quality = 0.4, half_life = 52, span = 15 }\n"},
        {"onboarding", "onboarding = { weeks = 26, mentor = true, role_unclarity = -0.4 }\n"},
        {"tasks", "tasks = { match = 0.8, side_tasks = -0.25, to_posts = 0.5, variety = 0.2, mobility = 2 }\n"},
        {"training", "training = { intake = 1.5, length = 0.9, broader = 1 }\n", true},
        {"market_posts", "staffing = { posts = 1.1, fill = \"market\", search = 0.5 }\n", true},
        {"part_time", "schedule = { part_time_share = 0.3 }\n"},
        {"left_to_hospitals",
         "mandate = false\nlevel = \"individual\"\nshift = { workload = -0.5 }\nadoption = { ownership = 0.3, example_sharing = 1 }\n"},
        {"coaching_opt_out", "coaching = { sessions = 3, spacing = 1, opt_out = true, aim = \"curative\" }\n"},
        {"intervision_window",
         "peer_group = { size = 4, interval = 2, sessions = 8, guided_sessions = 4, facilitators = 400, caseload = 1, window = 6, "
         "interval_of_windows = 26, kickoff = true, released = true, again_after = 13 }\n"},
        {"team_by_supervisor",
         "peer_group = { mode = \"team\", facilitator = \"own_supervisor\", hours = 1, interval = 2, sessions = 10, mandatory = true, "
         "again_after = 10 }\n"},
        {"monitoring", "monitoring = { interval = 12, referral = 0.8, instrument = \"ubos\", service = \"leadership_centre\" }\n"},
        {"joint_redesign",
         "monitoring = { trigger = 0.1, redesign_workload = -0.15, redesign_autonomy = 0.3, redesign_recovery = 0.1, "
         "redesign_weeks = 40 }\n"},
    };
    return levers;
}

// `more` follows the schedule, such as a scope.
inline std::string acting(const LeverText& lever, int start_week, const std::string& more = {}) {
    return "[[intervention]]\nname = \"" + lever.name + "\"\nstart = { week = " + std::to_string(start_week) + " }\n" + more + lever.keys;
}

// A hundredth of the Netherlands, where residents change teams often and illness is frequent: a year of burn-in, two that are recorded.
inline std::vector<std::string> lively_sets() {
    return {"population.scale=0.01",       "time.years=2", "time.burn_in=1", "rotation.aios_weeks_from=12", "rotation.aios_weeks_to=30",
            "absence.burnout.hazard=0.003"};
}

inline Scenario lively(const std::string& interventions = {}, const std::vector<std::string>& more = {}) {
    std::vector<std::string> sets = lively_sets();
    sets.insert(sets.end(), more.begin(), more.end());
    return scenario_of_text("title = \"lively\"\nextends = \"baseline.toml\"\n" + interventions, sets);
}

// All levers at once, from one week after another.
inline std::string all_levers() {
    std::string text;
    int week = 3;
    for (const LeverText& lever : workforce_levers()) text += acting(lever, week, "ramp = { weeks = 10 }\n"), week += 2;
    return text;
}

}  // namespace bevlogen::testing
