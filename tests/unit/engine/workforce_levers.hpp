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
        {"coaching_opt_out", "coaching = { sessions = 3, spacing = 1, opt_out = true, aim = \"curative\" }\n"},
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
    for (const LeverText& lever : workforce_levers()) text += acting(lever, week, "ramp = { weeks = 10 }\n"), week += 4;
    return text;
}

}  // namespace bevlogen::testing
