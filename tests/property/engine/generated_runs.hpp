// Random courses and interventions for property tests of the engine, on two small scenarios of the house.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/engine/lives.hpp"

namespace bevlogen::testing {

// A small run of either model: the example with uneven blocks, or 2 % of the workforce.
struct SmallWorld {
    std::string base;
    std::vector<std::string> sets;
    std::vector<std::string> levers;  // of an intervention, with %V for a value in [-2, 2], %S in [0, 1], %R in [1, 2], %N from 2 to 9
};

inline const std::vector<SmallWorld>& small_worlds() {
    static const std::vector<SmallWorld> worlds = {
        {"example.toml", {"time.years=1", "time.burn_in=1", "example.teams=90", "example.persons_per_team=7"}, {"lift = { mood = %V }\n"}},
        {"baseline.toml",
         {"time.years=1", "time.burn_in=0", "population.scale=0.02", "rotation.aios_weeks_from=10", "rotation.aios_weeks_to=30"},
         {"shift = { administration = %V, autonomy = %V }\n",
          "administration = { share = %S }\n",
          "schedule = { hours_shift = %N.5, shifts_day = 4, duties = %R, exempt_from_age = 5%N, unpaid_hours = %V, roster_notice = %N }\n",
          "staffing = { posts = %R, replacement = %S }\n",
          "culture = { stigma = %V, visibility = 3, safety = %V }\n",
          "coaching = { sessions = %N, spacing = %N, window = 1%N, interval = 2%N, kickoff = true, released = true }\n",
          "coaching = { sessions = %N, spacing = 1, mail = true, intake = true, refer_share = %S, coaches = %N0, caseload = %N }\n",
          "coaching = { sessions = 2, spacing = %N, extension = %N, opt_out = true }\n",
          "staffing = { posts = %R, fill = \"market\", search = %S }\n",
          "training = { intake = %R, length = %R, broader = %S }\n",
          "contract = { weeks = 2%N, longest = 6%N, to_permanent = %S, salaried = true }\n",
          "process = { consult_loss = %S, prep_hours_unpaid = %V, meetings_in_hours = true, visit_limit = -0.0%N }\n",
          "volume = { growth = 0.0%N, demand = 0.0%N, psi = %S, shock_spread = 0.0%N }\n",
          "leaders = { quality = %V, span = 1%N }\n",
          "onboarding = { weeks = 1%N, role_unclarity = %V, mentor = true }\n",
          "tasks = { match = %S, side_tasks = -%S, variety = %V, mobility = %N }\n",
          "schedule = { part_time_share = %S, training_protected = true }\n",
          "peer_group = { sessions = %N, interval = %N, size = 1%N, window = 1%N, facilitator = \"own_supervisor\" }\n",
          "peer_group = { mode = \"team\", sessions = %N, interval = %N, mandatory = true, released = true }\n",
          "monitoring = { interval = 1%N, referral = %S, trigger = %S, redesign_autonomy = %V }\n",
          "adoption = { ownership = %S, example_sharing = %R }\n"}},
    };
    return worlds;
}

inline SmallWorld some_world() { return *rc::gen::elementOf(small_worlds()); }

inline Scenario scenario_in(const SmallWorld& world, const std::string& interventions = {}) {
    return scenario_of_text("title = \"generated\"\nextends = \"" + world.base + "\"\n" + interventions, world.sets);
}

// Threads 1 to 8, blocks from one cell to everybody.
inline Course some_course() { return {*rc::gen::inRange(1u, 9u), *rc::gen::inRange<std::size_t>(1, 3000), {}}; }

// Clearings in ascending order, at most four.
inline std::vector<Week> some_stops(Week total) {
    std::vector<Week> stops;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i) stops.push_back(Week{4 * *rc::gen::inRange(0, total.value / 4 + 1)});
    std::sort(stops.begin(), stops.end());
    return stops;
}

inline std::string some_share() { return std::to_string(*rc::gen::inRange(1, 100)) + "e-2"; }

// An intervention with shares, a schedule that may lie within one epoch, and perhaps a change.
inline std::string some_intervention(const SmallWorld& world, const std::string& name, const std::string& scope) {
    const std::string keys = *rc::gen::elementOf(world.levers);
    const auto lever = [&] {
        std::string text = keys;
        const auto fill = [&](const char* mark, const std::string& value) {
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.replace(at, 2, value);
        };
        fill("%V", std::to_string(*rc::gen::inRange(-20, 21)) + "e-1");
        fill("%S", std::to_string(*rc::gen::inRange(0, 11)) + "e-1");
        fill("%R", std::to_string(*rc::gen::inRange(10, 21)) + "e-1");
        fill("%N", std::to_string(*rc::gen::inRange(2, 10)));
        return text;
    };
    const int start = *rc::gen::inRange(0, 40);
    const int length = *rc::gen::inRange(2, 60);
    std::string text = "[[intervention]]\nname = \"" + name + "\"\nstart = { week = " + std::to_string(start) + " }\n";
    if (*rc::gen::arbitrary<bool>()) text += "end = { week = " + std::to_string(start + length) + " }\n";
    text += "ramp = { weeks = " + std::to_string(*rc::gen::inRange(0, 30)) + " }\n";
    if (*rc::gen::inRange(0, 4) == 0) text += "mandate = false\nlevel = \"individual\"\n";
    text += scope + lever();
    const int change = start + *rc::gen::inRange(1, length);
    if (*rc::gen::arbitrary<bool>() && change < kWeeksPerYear) {
        text += "[[intervention.change]]\nat = { week = " + std::to_string(change) + " }\n" + lever();
    }
    return text;
}

inline std::string some_partial_scope() {
    return "uptake = " + some_share() + "\nscope = { coverage = " + some_share() + ", team_share = " + some_share() + " }\n";
}

// None to four interventions with names of their own.
inline std::vector<std::string> some_interventions(const SmallWorld& world) {
    std::vector<std::string> all;
    for (const char* name : {"b", "a", "less", "Coaching"}) {
        if (*rc::gen::arbitrary<bool>()) all.push_back(some_intervention(world, name, some_partial_scope()));
    }
    return all;
}

inline std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
}

}  // namespace bevlogen::testing
