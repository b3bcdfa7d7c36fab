// A made-up model with a handful of words, for the tests of the scenario layer.
#pragma once

#include <string>

#include "sim/scenario/read.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::testing {

// Seven parameters of all kinds, two levers, two axes, two predicates.
inline Vocabulary small_vocabulary() {
    Vocabulary vocabulary;
    vocabulary.model = "small";
    vocabulary.title = {"A small model", "Een klein model"};
    ParameterTable& table = vocabulary.parameters;
    table.add({"jdr.contagion", "1/week", 0.0, 0.1, {"pull of the team's exhaustion", "trek van de uitputting van het team"}});
    table.add({"jdr.noise", "1", 0.0, 2.0, {"size of weekly chance", "grootte van het wekelijkse toeval"}});
    table.add({"offset.workload.anios", "1", -3.0, 3.0, {"workload of anios", "werkdruk van anios"}});
    table.add({"offset.workload.aios", "1", -3.0, 3.0, {"workload of aios", "werkdruk van aios"}});
    table.add({"flow.intake", "persons/year", 0.0, 1e6, {"entrants a year", "instroom per jaar"}});
    table.add({"team.posts", "1", 1.0, 40.0, {"posts of a team", "plekken in een team"}, ParameterKind::whole_number});
    table.add({"theory", "1", 0.0, 1.0, {"which theory holds", "welke theorie geldt"}, ParameterKind::choice, {"jdr", "shanafelt"}});
    vocabulary.levers = {
        {"shift",
         {"Shift of a factor", "Verschuiving van een factor"},
         {{"administration", "1", -3.0, 3.0, {"administration", "administratie"}},
          {"autonomy", "1", -3.0, 3.0, {"autonomy", "autonomie"}}}},
        {"coaching",
         {"Coaching", "Coaching"},
         {{"sessions", "1", 1.0, 30.0, {"sessions of a trajectory", "gesprekken per traject"}},
          {"coaches", "1", 0.0, 1000.0, {"coaches", "coaches"}}}},
    };
    vocabulary.scope_axes = {
        {"phases",
         {"Phase", "Fase"},
         {"anios", "aios", "specialist"},
         {{"anios", "anios"}, {"aios", "aios"}, {"specialist", "specialist"}}},
        {"hospitals", {"Hospital", "Ziekenhuis"}, {"academic", "general"}, {{"academic", "academisch"}, {"general", "algemeen"}}},
    };
    vocabulary.predicates = {{"burnt_out", {"burnt out", "opgebrand"}}, {"willing", {"willing", "bereid"}}};
    return vocabulary;
}

// A shelf with that one model. The vocabulary must outlive it.
inline VocabularyShelf shelf_of(const Vocabulary& vocabulary) {
    return {[&vocabulary](const std::string& name) { return name == vocabulary.model ? &vocabulary : nullptr; }, {vocabulary.model}};
}

// The shortest complete scenario, without interventions.
inline std::string small_scenario() {
    return R"(title = "A small scenario"
model = "small"

[run]
seed = 7

[time]
years = 4
burn_in = 1

[parameters]
"jdr.contagion" = 0.01
jdr.noise = 0.5
offset.workload = { anios = 0.25, aios = -0.125 }
flow.intake = 1200
team.posts = 8
theory = "jdr"
)";
}

}  // namespace bevlogen::testing
