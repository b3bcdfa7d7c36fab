// Random courses and interventions for property tests of the engine, on two small scenarios of the house.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {

// A small run of either model: the example with uneven blocks, or 2 % of the workforce.
struct SmallWorld {
    std::string base;
    std::vector<std::string> sets;
    std::string lever;  // of an intervention, with %V for its value
};

inline const std::vector<SmallWorld>& small_worlds() {
    static const std::vector<SmallWorld> worlds = {
        {"example.toml", {"time.years=1", "time.burn_in=1", "example.teams=90", "example.persons_per_team=7"}, "lift = { mood = %V }\n"},
        {"baseline.toml", {"time.years=1", "time.burn_in=0", "population.scale=0.02"}, "shift = { administration = %V, autonomy = %V }\n"},
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
    const auto lever = [&] {
        std::string text = world.lever;
        const std::string value = std::to_string(*rc::gen::inRange(-20, 21)) + "e-1";
        for (std::size_t at = text.find("%V"); at != std::string::npos; at = text.find("%V")) text.replace(at, 2, value);
        return text;
    };
    const int start = *rc::gen::inRange(0, 40);
    const int length = *rc::gen::inRange(2, 60);
    std::string text = "[[intervention]]\nname = \"" + name + "\"\nstart = { week = " + std::to_string(start) + " }\n";
    if (*rc::gen::arbitrary<bool>()) text += "end = { week = " + std::to_string(start + length) + " }\n";
    text += "ramp = { weeks = " + std::to_string(*rc::gen::inRange(0, 30)) + " }\n";
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
