// A made-up model with a handful of words, for the tests of the scenario layer.
#pragma once

#include <string>

#include "sim/scenario/read.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::testing {

// Keys of every kind, each once with a default and once without, and once with an axis.
inline LeverDecl lever_of_every_kind() {
    constexpr auto kWhole = LeverKeyKind::whole_number;
    constexpr auto kFlag = LeverKeyKind::flag;
    constexpr auto kWord = LeverKeyKind::word;
    return {
        "guidance",
        {"Guidance", "Begeleiding"},
        {{.name = "hours", .unit = "hours", .max = 80.0, .meaning = {"hours", "uren"}, .fallback = 2.5},
         {.name = "spacing", .unit = "weeks", .min = 1.0, .max = 26.0, .meaning = {"spacing", "afstand"}, .fallback = kNotSet},
         {.name = "meetings", .unit = "1", .min = 1.0, .max = 30.0, .meaning = {"meetings", "gesprekken"}, .kind = kWhole, .fallback = 6.0},
         {.name = "window", .unit = "weeks", .max = 52.0, .meaning = {"window", "venster"}, .kind = kWhole, .fallback = kNotSet},
         {.name = "released", .unit = "1", .meaning = {"in released time", "in vrijgemaakte tijd"}, .kind = kFlag, .fallback = 1.0},
         {.name = "opt_out", .unit = "1", .meaning = {"unless refused", "tenzij geweigerd"}, .kind = kFlag, .fallback = kNotSet},
         {.name = "choice", .unit = "1", .meaning = {"choice", "keuze"}, .kind = kWord, .words = {"assigned", "profiles", "video"}},
         {.name = "payer",
          .unit = "1",
          .meaning = {"payer", "betaler"},
          .kind = kWord,
          .fallback = kNotSet,
          .words = {"person", "hospital"}},
         {.name = "share", .unit = "1", .max = 1.0, .meaning = {"share of time", "aandeel"}, .fallback = 0.4, .axis = 0},
         {.name = "price", .unit = "euro", .max = 1e4, .meaning = {"price", "prijs"}, .fallback = kNotSet, .axis = 0},
         {.name = "posts", .unit = "1", .max = 99.0, .meaning = {"posts", "plekken"}, .kind = kWhole, .fallback = 3.0, .axis = 1},
         {.name = "free", .unit = "1", .meaning = {"free", "gratis"}, .kind = kFlag, .fallback = kNotSet, .axis = 1},
         {.name = "place", .unit = "1", .meaning = {"place", "plaats"}, .kind = kWord, .words = {"inside", "outside"}, .axis = 1}}};
}

// Seven parameters of all kinds, three levers, two axes, two predicates, a table of rows.
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
         {{"sessions", "1", 1.0, 30.0, {"sessions of a trajectory", "gesprekken per traject"}, LeverKeyKind::number, kNotSet},
          {"coaches", "1", 0.0, 1000.0, {"coaches", "coaches"}}}},
        lever_of_every_kind(),
    };
    vocabulary.scope_axes = {
        {"phases",
         {"Phase", "Fase"},
         {"anios", "aios", "specialist"},
         {{"anios", "anios"}, {"aios", "aios"}, {"specialist", "specialist"}}},
        {"hospitals", {"Hospital", "Ziekenhuis"}, {"academic", "general"}, {{"academic", "academisch"}, {"general", "algemeen"}}},
    };
    vocabulary.rows = {{"world.departments",
                        {"Departments", "Afdelingen"},
                        {{.name = "posts",
                          .unit = "1",
                          .min = 1.0,
                          .max = 400.0,
                          .meaning = {"posts", "plekken"},
                          .kind = LeverKeyKind::whole_number,
                          .fallback = kNotSet},
                         {.name = "duties", .unit = "per week", .max = 3.0, .meaning = {"duties", "diensten"}, .fallback = 0.5}}}};
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
