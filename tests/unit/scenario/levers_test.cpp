// Keys of levers of every kind: reading, defaults, merging, overrides, printing, and where their values stand.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/core/contract.hpp"
#include "sim/scenario/intervention_paths.hpp"
#include "sim/scenario/lever_slots.hpp"
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class Levers : public ScenarioFiles {
  protected:
    static std::string guidance(const std::string& keys) {
        return small_scenario() + "[[intervention]]\nname = \"x\"\nguidance = { " + keys + " }\n";
    }
    // The values of one key of a setting.
    std::vector<double> values_of(const LeverSetting& setting, const std::string& key) const {
        const LeverDecl& lever = vocabulary_.levers.at(2);
        const auto begin = setting.values.begin() + static_cast<std::ptrdiff_t>(lever_slot_named(vocabulary_.scope_axes, lever, key));
        const auto decl = std::find_if(lever.keys.begin(), lever.keys.end(), [&](const LeverKey& other) { return other.name == key; });
        return {begin, begin + static_cast<std::ptrdiff_t>(key_slots(vocabulary_.scope_axes, *decl))};
    }
    std::vector<double> values_of(const Scenario& scenario, const std::string& key) const {
        return values_of(scenario.interventions.at(0).levers.at(0), key);
    }
    std::string resolved_lever(const Scenario& scenario) const {
        const std::size_t begin = scenario.resolved.rfind("guidance = ");
        return scenario.resolved.substr(begin, scenario.resolved.find('\n', begin) - begin);
    }
    // Every key written; the entry of a catalogue.
    static constexpr const char* kEntry =
        "title = { en = \"G\", nl = \"G\" }\nlevel = \"individual\"\nsource = \"s\"\n"
        "guidance = { released = false, choice = \"video\", share = 0.25, price = { anios = 100, aios = 150 }, free = { general = true } "
        "}\n";
};

using Values = std::vector<double>;

TEST_F(Levers, ValuesStandOneAfterAnother) {
    const LeverDecl& lever = vocabulary_.levers.at(2);
    EXPECT_EQ(lever_slots(vocabulary_.scope_axes, lever), 8u + 3u + 3u + 2u + 2u + 2u);
    EXPECT_EQ(lever_slot(vocabulary_.scope_axes, lever, 7), 7u);
    EXPECT_EQ(lever_slot_named(vocabulary_.scope_axes, lever, "price"), 11u);
    EXPECT_EQ(lever_slot_named(vocabulary_.scope_axes, lever, "place"), 18u);
    EXPECT_THROW(lever_slot_named(vocabulary_.scope_axes, lever, "prices"), ContractViolation);
    EXPECT_THROW(lever_slots({}, lever), ContractViolation);
}

TEST_F(Levers, WhatIsNotWrittenIsTheDefaultOrNotSet) {
    const Scenario scenario = read_text(guidance(""));
    EXPECT_EQ(scenario.interventions.at(0).levers.at(0).values, unwritten_values(vocabulary_.scope_axes, vocabulary_.levers.at(2)));
    EXPECT_EQ(values_of(scenario, "hours"), Values{2.5});
    EXPECT_FALSE(is_set(values_of(scenario, "spacing")[0]));
    EXPECT_EQ(values_of(scenario, "released"), Values{1.0});
    EXPECT_EQ(values_of(scenario, "share"), (Values{0.4, 0.4, 0.4}));
    EXPECT_EQ(values_of(scenario, "price"), (Values{kNotSet, kNotSet, kNotSet}));
    EXPECT_EQ(
        resolved_lever(scenario),
        "guidance = { hours = 2.5, meetings = 6, released = true, choice = \"assigned\", share = 0.4, posts = 3, place = \"inside\" }");
}

TEST_F(Levers, EachKindIsWrittenInItsOwnWay) {
    const Scenario scenario = read_text(
        guidance("spacing = 3, meetings = 8, window = 0, released = false, opt_out = true, choice = \"video\", payer = \"person\", "
                 "share = { aios = 0.1 }, price = { specialist = 0 }, posts = 9, free = true, place = { general = \"outside\" }"));
    EXPECT_EQ(values_of(scenario, "spacing"), Values{3.0});
    EXPECT_EQ(values_of(scenario, "meetings"), Values{8.0});
    EXPECT_EQ(values_of(scenario, "window"), Values{0.0});
    EXPECT_EQ(values_of(scenario, "released"), Values{0.0});
    EXPECT_EQ(values_of(scenario, "opt_out"), Values{1.0});
    EXPECT_EQ(values_of(scenario, "choice"), Values{2.0});
    EXPECT_EQ(values_of(scenario, "payer"), Values{0.0});
    EXPECT_EQ(values_of(scenario, "share"), (Values{0.4, 0.1, 0.4}));
    EXPECT_EQ(values_of(scenario, "price"), (Values{kNotSet, kNotSet, 0.0}));
    EXPECT_EQ(values_of(scenario, "posts"), (Values{9.0, 9.0}));
    EXPECT_EQ(values_of(scenario, "free"), (Values{1.0, 1.0}));
    EXPECT_EQ(values_of(scenario, "place"), (Values{0.0, 1.0}));
    EXPECT_EQ(resolved_lever(scenario),
              "guidance = { hours = 2.5, spacing = 3.0, meetings = 8, window = 0, released = false, opt_out = true, choice = \"video\", "
              "payer = \"person\", share = { anios = 0.4, aios = 0.1, specialist = 0.4 }, price = { specialist = 0.0 }, posts = 9, "
              "free = true, place = { academic = \"inside\", general = \"outside\" } }");
}

TEST_F(Levers, WrongValuesSayWhatIsExpected) {
    EXPECT_EQ(report_of_text(guidance("meetings = 2.5, released = 1, choice = \"vidoe\", payer = true")),
              "scenario.toml:20:25: error: meetings = 2.5 (must be a whole number in [1, 30])\n"
              "scenario.toml:20:41: error: released must be a boolean, not a number (true or false)\n"
              "scenario.toml:20:53: error: choice = \"vidoe\" (must be one of assigned, profiles, video); did you mean \"video\"?\n"
              "scenario.toml:20:70: error: payer must be a string, not a boolean\n4 errors, nothing was run.\n");
    EXPECT_EQ(report_of_text(guidance("share = { aois = 0.1, anios = 1.5 }, price = [1], free = \"yes\", posts = {}")),
              "scenario.toml:20:24: error: unknown key \"aois\" in share; did you mean \"aios\"?\n"
              "scenario.toml:20:44: error: share.anios = 1.5 (must lie in [0, 1]: share of time)\n"
              "scenario.toml:20:59: error: price must be a number or a table by phases, not an array\n"
              "scenario.toml:20:71: error: free must be a boolean or a table by hospitals, not a string\n"
              "scenario.toml:20:86: error: posts = {} gives no values (name one of hospitals at least)\n5 errors, nothing was run.\n");
    EXPECT_EQ(report_of_text(guidance("hours = { aios = 1 }, place = { general = \"insde\" }")),
              "scenario.toml:20:22: error: hours must be a number, not a table\n"
              "scenario.toml:20:56: error: place.general = \"insde\" (must be one of inside, outside); did you mean \"inside\"?\n"
              "2 errors, nothing was run.\n");
}

TEST_F(Levers, AScenarioMergesOverAnEntryByKeyAndByName) {
    write("entry.toml", kEntry);
    const auto over = [&](const std::string& keys) {
        return read_text(small_scenario() + "[[intervention]]\nuse = \"entry.toml\"\nguidance = { " + keys + " }\n");
    };
    const Scenario by_name = over("meetings = 8, price = { aios = 0, specialist = 9 }, share = { aios = 0.5 }, free = false");
    EXPECT_EQ(values_of(by_name, "meetings"), Values{8.0});
    EXPECT_EQ(values_of(by_name, "choice"), Values{2.0});
    EXPECT_EQ(values_of(by_name, "released"), Values{0.0});
    EXPECT_EQ(values_of(by_name, "price"), (Values{100.0, 0.0, 9.0})) << "a table over a table";
    EXPECT_EQ(values_of(by_name, "share"), (Values{0.25, 0.5, 0.25})) << "a table over a number";
    EXPECT_EQ(values_of(by_name, "free"), (Values{0.0, 0.0})) << "one value over a table";
    EXPECT_EQ(values_of(over("released = true"), "price"), (Values{100.0, 150.0, kNotSet}));
}

TEST_F(Levers, AMistakeUnderAMergeIsShownOnce) {
    write("entry.toml", kEntry);
    EXPECT_EQ(report_of_added("[[intervention]]\nuse = \"entry.toml\"\nguidance = { price = { aisos = 0 }, share = {} }\n"),
              "scenario.toml:20:24: error: unknown key \"aisos\" in price; did you mean \"aios\"?\n"
              "scenario.toml:20:45: error: share = {} gives no values (name one of phases at least)\n2 errors, nothing was run.\n");
}

TEST_F(Levers, AChangeBuildsOnWhatHeldBeforeByName) {
    const Scenario scenario =
        read_text(guidance("share = { anios = 0.1 }, price = 5") +
                  "[[intervention.change]]\nat = { week = 9 }\nguidance = { share = { aios = 0.2 }, opt_out = true }\n"
                  "[[intervention.change]]\nat = { week = 19 }\nguidance = { share = 0, price = { aios = 1 } }\n");
    const Intervention& it = scenario.interventions.at(0);
    EXPECT_EQ(values_of(it.levers_at(Week{9})[0], "share"), (Values{0.1, 0.2, 0.4}));
    EXPECT_EQ(values_of(it.levers_at(Week{9})[0], "opt_out"), Values{1.0});
    EXPECT_EQ(values_of(it.levers_at(Week{19})[0], "share"), (Values{0.0, 0.0, 0.0}));
    EXPECT_EQ(values_of(it.levers_at(Week{19})[0], "price"), (Values{5.0, 1.0, 5.0}));
    EXPECT_EQ(values_of(it.levers_at(Week{19})[0], "opt_out"), Values{1.0});
}

TEST_F(Levers, OverridesReachEveryKindAndEveryName) {
    const Scenario scenario =
        read_text(guidance("share = 0.3, price = 7"),
                  {"intervention.x.guidance.meetings=8", "intervention.x.guidance.choice=video", "intervention.x.guidance.released=false",
                   "intervention.x.guidance.share.aios=0.1", "intervention.x.guidance.share.anios=0.2",
                   "intervention.x.guidance.free={ general = true }", "intervention.x.guidance.posts=4",
                   "intervention.x.guidance.price.aios=8", "intervention.x.guidance.price=9"});
    EXPECT_EQ(values_of(scenario, "meetings"), Values{8.0});
    EXPECT_EQ(values_of(scenario, "choice"), Values{2.0});
    EXPECT_EQ(values_of(scenario, "released"), Values{0.0});
    EXPECT_EQ(values_of(scenario, "share"), (Values{0.2, 0.1, 0.3}));
    EXPECT_EQ(values_of(scenario, "free"), (Values{kNotSet, 1.0}));
    EXPECT_EQ(values_of(scenario, "posts"), (Values{4.0, 4.0}));
    EXPECT_EQ(values_of(scenario, "price"), (Values{9.0, 9.0, 9.0})) << "the last one counts";
    EXPECT_EQ(read_text(scenario.resolved, {"intervention.x.guidance.share.aios=0.3", "intervention.x.guidance.share.anios=0.3"})
                  .interventions[0]
                  .levers[0]
                  .values[8],
              0.3);
}

TEST_F(Levers, AWrongOverrideIsReportedAtTheOverride) {
    const auto report_of_set = [&](const std::string& set) {
        const std::string report = report_of_text(guidance(""), {"intervention.x.guidance." + set});
        EXPECT_EQ(report.find("--set intervention.x.guidance." + set + ": error: "), 0u) << report;
        return report.substr(report.find("error: ") + 7, report.find('\n') - report.find("error: ") - 7);
    };
    EXPECT_EQ(report_of_set("released=yes"), "released must be a boolean, not a string (true or false)");
    EXPECT_EQ(report_of_set("choice=vidoe"), "choice = \"vidoe\" (must be one of assigned, profiles, video); did you mean \"video\"?");
    EXPECT_EQ(report_of_set("share.aios=2"), "share.aios = 2 (must lie in [0, 1]: share of time)");
    EXPECT_EQ(report_of_set("share.aois=1"),
              "unknown path \"intervention.x.guidance.share.aois\"; did you mean \"intervention.x.guidance.share.aios\"?");
    EXPECT_EQ(report_of_set("hours.aios=1"),
              "unknown path \"intervention.x.guidance.hours.aios\"; did you mean \"intervention.x.guidance.hours\"?");
}

TEST_F(Levers, KnobsTurnNumbersOnly) {
    const auto report_of_knob = [&](const std::string& path) {
        return report_of_text(guidance("") + "knobs = [{ path = \"guidance." + path +
                              "\", min = 0, max = 1, step = 0.5, label = { en = \"k\", nl = \"k\" } }]\n");
    };
    for (const char* path : {"hours", "window", "share", "share.aios", "posts.general"}) EXPECT_EQ(report_of_knob(path), "") << path;
    for (const char* path : {"released", "choice", "free.general"}) {
        EXPECT_NE(report_of_knob(path).find("a knob turns the unknown path \"guidance." + std::string(path)), std::string::npos) << path;
    }
}

TEST_F(Levers, TheSchemaKnowsEveryKind) {
    const nlohmann::json schema = nlohmann::json::parse(scenario_schema(vocabulary_));
    const nlohmann::json& keys = schema["properties"]["intervention"]["items"]["properties"]["guidance"]["properties"];
    EXPECT_EQ(keys["hours"].dump(),
              R"({"default":2.5,"description":"hours; in [0, 80] hours","maximum":80.0,"minimum":0.0,"type":"number"})");
    EXPECT_EQ(keys["meetings"].dump(), R"({"default":6,"description":"meetings; in [1, 30]","maximum":30,"minimum":1,"type":"integer"})");
    EXPECT_EQ(keys["released"].dump(), R"({"default":true,"description":"in released time","type":"boolean"})");
    EXPECT_EQ(keys["opt_out"].dump(), R"({"description":"unless refused","type":"boolean"})");
    EXPECT_EQ(keys["choice"].dump(),
              R"({"default":"assigned","description":"choice","enum":["assigned","profiles","video"],"type":"string"})");
    EXPECT_EQ(keys["payer"].dump(), R"({"description":"payer","enum":["person","hospital"],"type":"string"})");
    EXPECT_EQ(keys["share"]["default"], 0.4);
    EXPECT_EQ(keys["share"]["anyOf"][0].dump(), R"({"maximum":1.0,"minimum":0.0,"type":"number"})");
    EXPECT_EQ(keys["share"]["anyOf"][1]["properties"]["aios"], keys["share"]["anyOf"][0]);
    EXPECT_EQ(keys["share"]["anyOf"][1]["properties"].size(), 3u);
    EXPECT_EQ(keys["share"]["anyOf"][1]["additionalProperties"], false);
    EXPECT_EQ(keys["free"]["anyOf"][1]["properties"]["general"]["type"], "boolean");
}

TEST_F(Levers, ADefaultThatNobodyCouldWriteIsABug) {
    EXPECT_THROW(lever_key_decl({"n", "1", 1.0, 2.0, {"m", "m"}}), ContractViolation);
    EXPECT_THROW(lever_key_decl({"n", "1", 0.0, 2.0, {"m", "m"}, LeverKeyKind::whole_number, 0.5}), ContractViolation);
    EXPECT_THROW(lever_key_decl({"n", "1", 0.0, 0.0, {"m", "m"}, LeverKeyKind::word, 2.0, {"a", "b"}}), ContractViolation);
    EXPECT_NO_THROW(lever_key_decl({"n", "1", 1.0, 2.0, {"m", "m"}, LeverKeyKind::number, kNotSet}));
}

}  // namespace
}  // namespace bevlogen::testing
