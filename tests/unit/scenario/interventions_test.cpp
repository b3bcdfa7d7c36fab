// Interventions: levers, scope, schedule, catalogue entries, and what is wrong between their parts.
#include "tests/unit/scenario/scenario_files.hpp"

#include <map>

#include "sim/random/chance.hpp"

namespace bevlogen::testing {
namespace {

class Interventions : public ScenarioFiles {
  protected:
    // An intervention named x with more keys; `keys` starts on line 21 of the file.
    std::string report_of_keys(const std::string& keys) const {
        return report_of_added("[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\n" + keys);
    }
    Intervention read_keys(const std::string& keys) const {
        return read_text(small_scenario() + "[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\n" + keys).interventions.at(0);
    }
};

TEST_F(Interventions, WhatIsNotWrittenIsEverybodyAtOnceForGood) {
    const Intervention it = read_keys("");
    EXPECT_EQ(it.scope.axes, (std::vector<std::uint32_t>{0b111u, 0b11u}));
    EXPECT_EQ(it.scope.team_share, 1.0);
    EXPECT_EQ(it.scope.coverage, 1.0);
    EXPECT_FALSE(it.scope.arm || it.scope.where || it.schedule.end);
    EXPECT_EQ(it.uptake, 1.0);
    EXPECT_TRUE(it.is_mandated);
    EXPECT_EQ(it.schedule.start, Week{0});
    EXPECT_EQ(it.schedule.ramp, Week{0});
    EXPECT_EQ(it.title.en, "x");
    EXPECT_EQ(it.level, "organisational");
    ASSERT_EQ(it.levers.size(), 1u);
    EXPECT_EQ(it.levers[0].lever, 0u);
    EXPECT_EQ(it.levers[0].values, (std::vector<double>{0.0, 1.0}));
    EXPECT_EQ(it.place.line, 18u);
}

TEST_F(Interventions, MomentsAreWeeksOrRoundedYears) {
    const Intervention it = read_keys("start = { year = 0.5 }\nend = { weeks = 100 }\nramp = { years = 0.26 }\n");
    EXPECT_EQ(it.schedule.start, Week{26});
    EXPECT_EQ(it.schedule.end, Week{100});
    EXPECT_EQ(it.schedule.ramp, Week{14});
}

TEST_F(Interventions, ScopeTakesOneWordSeveralOrAll) {
    const Intervention it =
        read_keys("scope = { phases = [\"specialist\", \"anios\"], hospitals = \"general\", arm = 2, where = \"willing\" }\n");
    EXPECT_EQ(it.scope.axes, (std::vector<std::uint32_t>{0b101u, 0b10u}));
    EXPECT_EQ(it.scope.arm, 2);
    EXPECT_EQ(it.scope.where, 1u);
    EXPECT_EQ(it.scope_place.line, 21u);
    EXPECT_EQ(it.scope_place.column, 9u);
    EXPECT_EQ(read_keys("scope = { phases = \"all\" }\n").scope.axes[0], 0b111u);
}

TEST_F(Interventions, ScopeMistakesAreNamed) {
    EXPECT_EQ(
        report_of_keys("scope = { phases = [] }\n"),
        "scenario.toml:21:20: error: phases = [] selects nobody (leave it out, or \"all\", for everybody)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("scope = { phases = [\"aio\", \"aios\"], where = \"burned_out\" }\n"),
              "scenario.toml:21:21: error: phases = \"aio\" (must be one of anios, aios, specialist); did you mean \"aios\"?\n"
              "scenario.toml:21:45: error: where = \"burned_out\" (must be one of burnt_out, willing); did you mean \"burnt_out\"?\n"
              "2 errors, nothing was run.\n");
    EXPECT_EQ(report_of_keys("scope = { phases = 3, hospitals = true }\n"),
              "scenario.toml:21:20: error: phases must be a string or an array of strings, not a whole number\n"
              "scenario.toml:21:35: error: hospitals must be a string or an array of strings, not a boolean\n2 errors, nothing was run.\n");
    EXPECT_EQ(report_of_keys("scope = { phases = [\"aios\", \"aios\"] }\n"),
              "scenario.toml:21:29: error: \"aios\" stands twice in phases\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("scope = { phase = \"aios\" }\n"),
              "scenario.toml:21:11: error: unknown key \"phase\" in scope; did you mean \"phases\"?\n1 error, nothing was run.\n");
}

TEST_F(Interventions, AMomentNamesOneUnit) {
    EXPECT_EQ(report_of_keys("start = { week = 1, year = 1 }\n"),
              "scenario.toml:21:9: error: start names both week and year (one says it)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("start = {}\n"),
              "scenario.toml:21:9: error: start is empty (name weeks or years, such as { week = 26 } or { year = 0.5 })\n1 error, nothing "
              "was run.\n");
    EXPECT_EQ(report_of_keys("start = 52\nramp = 12\nend = \"later\"\n"),
              "scenario.toml:21:9: error: start must be a table, not a number, such as { week = 52 }\n"
              "scenario.toml:22:8: error: ramp must be a table, not a number, such as { weeks = 12 }\n"
              "scenario.toml:23:7: error: end must be a table, not a string, such as { week = 26 }\n3 errors, nothing was run.\n");
    EXPECT_EQ(report_of_keys("start = { week = -1 }\n"),
              "scenario.toml:21:18: error: week = -1 (must lie in [0, 10400] weeks: number of weeks)\n1 error, nothing was run.\n");
}

TEST_F(Interventions, OneThatNeverStartsOrEndsTooEarlyIsAMistake) {
    EXPECT_EQ(report_of_keys("start = { week = 207 }\n"), "");
    EXPECT_EQ(report_of_keys("start = { week = 208 }\n"),
              "scenario.toml:21:9: error: intervention \"x\" never starts: it would in week 208, and the scenario records 208 weeks\n1 "
              "error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("start = { week = 9 }\nend = { week = 9 }\n"),
              "scenario.toml:22:7: error: intervention \"x\" ends in week 9, not after its start in week 9\n1 error, nothing was run.\n");
}

TEST_F(Interventions, ChangesBuildOnWhatHeldBefore) {
    const Intervention it = read_keys(
        "[[intervention.change]]\nat = { week = 10 }\nshift = { administration = -1 }\n"
        "[[intervention.change]]\nat = { year = 1 }\ncoaching = { sessions = 4 }\nshift = { autonomy = 0 }\n");
    EXPECT_EQ(it.levers_at(Week{9})[0].values, (std::vector<double>{0.0, 1.0}));
    EXPECT_EQ(it.levers_at(Week{10})[0].values, (std::vector<double>{-1.0, 1.0}));
    ASSERT_EQ(it.levers_at(Week{52}).size(), 2u);
    EXPECT_EQ(it.levers_at(Week{52})[0].values, (std::vector<double>{-1.0, 0.0}));
    EXPECT_EQ(it.levers_at(Week{52})[1].values, (std::vector<double>{4.0, 0.0}));
}

TEST_F(Interventions, ChangesOutOfOrderOrOutsideAreMistakes) {
    const auto change = [](int week) {
        return "[[intervention.change]]\nat = { week = " + std::to_string(week) + " }\nshift = { autonomy = 2 }\n";
    };
    EXPECT_EQ(
        report_of_keys("start = { week = 5 }\nend = { week = 90 }\n" + change(5) + change(40) + change(30) + change(90)),
        "scenario.toml:24:6: error: intervention \"x\" changes in week 5, not after its start in week 5\n"
        "scenario.toml:30:6: error: intervention \"x\" changes in week 30, not after the change before it in week 40\n"
        "scenario.toml:33:6: error: intervention \"x\" changes in week 90, not before its end in week 90\n3 errors, nothing was run.\n");
    EXPECT_EQ(
        report_of_keys(change(208)),
        "scenario.toml:22:6: error: intervention \"x\" changes in week 208, after the last recorded week (the scenario records 208 weeks)\n"
        "1 error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("[[intervention.change]]\nat = { week = 3 }\n"),
              "scenario.toml:21:1: error: [[intervention.change]] sets no lever, so that nothing changes\n1 error, nothing was run.\n");
}

TEST_F(Interventions, AChangeWithoutMomentHidesNoMistakeOfTheOthers) {
    const std::string no_moment = "[[intervention.change]]\nshift = { autonomy = 2 }\n";
    const auto change = [](const std::string& at) { return "[[intervention.change]]\nat = " + at + "\nshift = { autonomy = 2 }\n"; };
    EXPECT_EQ(
        report_of_keys("start = { week = 5 }\nend = { week = 90 }\n" + change("{ week = 5 }") + change("{ week = 40 }") + no_moment +
                       change("{ week = 30 }") + change("{ week = 90 }")),
        "scenario.toml:24:6: error: intervention \"x\" changes in week 5, not after its start in week 5\n"
        "scenario.toml:29:1: error: \"at\" is missing in [[intervention.change]]: first week with the new values, from the end of the "
        "burn-in\n"
        "scenario.toml:32:6: error: intervention \"x\" changes in week 30, not after the change before it in week 40\n"
        "scenario.toml:35:6: error: intervention \"x\" changes in week 90, not before its end in week 90\n4 errors, nothing was run.\n");
    EXPECT_EQ(report_of_keys("start = 3\nend = { week = 0 }\n" + change("{ week = 40 }") + change("40") + change("{ week = 208 }")),
              "scenario.toml:21:9: error: start must be a table, not a number, such as { week = 3 }\n"
              "scenario.toml:24:6: error: intervention \"x\" changes in week 40, not before its end in week 0\n"
              "scenario.toml:27:6: error: at must be a table, not a number, such as { week = 40 }\n"
              "scenario.toml:30:6: error: intervention \"x\" changes in week 208, not before its end in week 0\n"
              "4 errors, nothing was run.\n");
}

TEST_F(Interventions, AMisspeltLeverIsNotReportedAsNoLeverToo) {
    EXPECT_EQ(report_of_added("[[intervention]]\nname = \"x\"\nshfit = { autonomy = 1 }\n"),
              "scenario.toml:20:1: error: unknown key \"shfit\" in [[intervention]]; did you mean \"shift\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_keys("[[intervention.change]]\nat = { week = 3 }\ncoachign = { sessions = 3 }\n"),
              "scenario.toml:23:1: error: unknown key \"coachign\" in [[intervention.change]]; did you mean \"coaching\"?\n1 error, "
              "nothing was run.\n");
}

TEST_F(Interventions, OneWithoutLeverOrNameIsAMistake) {
    EXPECT_EQ(report_of_added("[[intervention]]\nname = \"idle\"\n[[intervention]]\nshift = { autonomy = 1 }\n"),
              "scenario.toml:18:1: error: intervention \"idle\" sets no lever, so that it does nothing\n"
              "scenario.toml:20:1: error: \"name\" is missing in [[intervention]]: its unique name, by which it draws its chance; the name "
              "of the `use` "
              "file where that is given\n2 errors, nothing was run.\n");
    EXPECT_EQ(report_of_added("[[intervention]]\nname = \"a.b\"\nshift = { autonomy = 1 }\n"),
              "scenario.toml:19:8: error: name = \"a.b\" (must be letters, digits, - and _, since paths contain it)\n1 error, nothing was "
              "run.\n");
}

TEST_F(Interventions, NamesAreUniqueAndSoIsTheirChance) {
    const auto named = [](const std::string& name) { return "[[intervention]]\nname = \"" + name + "\"\nshift = { autonomy = 1 }\n"; };
    EXPECT_EQ(
        report_of_added(named("a") + named("a")),
        "scenario.toml:21:1: error: two interventions are named \"a\"; give one of them a `name` of its own\n1 error, nothing was run.\n");
    std::map<Purpose, std::string> seen;
    std::string one, other;
    for (int i = 0; one.empty(); ++i) {
        const std::string name = "n" + std::to_string(1000 + i);
        const auto [it, is_new] = seen.emplace(purpose_of_intervention(name), name);
        if (!is_new) one = it->second, other = name;
    }
    EXPECT_EQ(report_of_added(named(one) + named(other)),
              "scenario.toml:21:1: error: \"" + one + "\" and \"" + other +
                  "\" would draw the same chance (the short hashes of their names are equal); rename one\n1 error, nothing was run.\n");
}

TEST_F(Interventions, LeverValuesLieInTheirBounds) {
    EXPECT_EQ(report_of_keys("coaching = { sessions = 31, coachs = 2 }\n"),
              "scenario.toml:21:25: error: sessions = 31 (must lie in [1, 30]: sessions of a trajectory)\n"
              "scenario.toml:21:29: error: unknown key \"coachs\" in coaching; did you mean \"coaches\"?\n2 errors, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
