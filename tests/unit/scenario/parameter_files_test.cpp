// Values of parameters: entries with unit, source and range, settings, and what is missing.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class ParameterFiles : public ScenarioFiles {
  protected:
    std::string report_of_file(const std::string& text) const {
        write("p.toml", text);
        return report_of([&] { check_parameter_file("p.toml", vocabulary_); });
    }
    static std::string entry(const std::string& path, const std::string& keys) {
        return "[\"" + path + "\"]\nunit = \"1\"\nsource = \"x\"\n" + keys;
    }
};

TEST_F(ParameterFiles, PathsMayBeQuotedOrNestedAndValuesATable) {
    EXPECT_EQ(report_of_file("[\"jdr.noise\"]\nvalue = 0.5\nunit = \"1\"\nsource = \"assumed: a start\"\nrange = [0.1, 1]\nnote = \"n\"\n"
                             "[jdr.contagion]\nvalue = 0.05\nunit = \"1/week\"\nsource = \"A. Author, 2020\"\nrange = [0, 0.1]\n"
                             "[offset.workload]\nvalue = { anios = 0.3, aios = -0.1 }\nunit = \"1\"\nsource = \"x\"\nrange = [-1, 1]\n"
                             "[theory]\nvalue = \"shanafelt\"\nunit = \"1\"\nsource = \"x\"\n"),
              "");
}

TEST_F(ParameterFiles, AnEntryGivesValueSourceAndPlausibleRange) {
    write("p.toml", "[jdr.noise]\nvalue = 0.75\nunit = \"1\"\nsource = \"assumed: a start\"\nrange = [0.25, 1]\n");
    std::string text = small_scenario();
    text.replace(text.find("jdr.noise = 0.5"), 15, "");
    const Scenario scenario = read_text("parameter_files = [\"p.toml\"]\n" + text);
    const ParameterOrigin& origin = scenario.parameters.origins[1];
    EXPECT_EQ(scenario.parameters.values[1], 0.75);
    EXPECT_EQ(origin.source, "assumed: a start");
    EXPECT_EQ(origin.low, 0.25);
    EXPECT_EQ(origin.high, 1.0);
    EXPECT_EQ(origin.place.file, "p.toml");
    EXPECT_EQ(origin.place.line, 2u);
}

TEST_F(ParameterFiles, ASettingKeepsTheRangeOfTheFileAndNamesItsOwn) {
    write("p.toml", "[jdr.noise]\nvalue = 0.75\nunit = \"1\"\nsource = \"x\"\nrange = [0.25, 1]\n");
    const Scenario scenario = read_text("parameter_files = [\"p.toml\"]\n" + small_scenario());
    EXPECT_EQ(scenario.parameters.values[1], 0.5);
    EXPECT_EQ(scenario.parameters.origins[1].source, "set in scenario.toml");
    EXPECT_EQ(scenario.parameters.origins[1].low, 0.25);
    EXPECT_EQ(scenario.parameters.origins[1].high, 1.0);
}

TEST_F(ParameterFiles, WholeNumbersAndWordsBecomeTheirValues) {
    const Scenario scenario = read_text(small_scenario(), {"theory=shanafelt"});
    EXPECT_EQ(scenario.parameters.values[5], 8.0);
    EXPECT_EQ(scenario.parameters.values[6], 1.0);
}

TEST_F(ParameterFiles, WhatAnEntryLacksIsReported) {
    EXPECT_EQ(report_of_file("[jdr.noise]\nvlaue = 0.5\n"),
              "p.toml:1:1: error: \"value\" is missing in [\"jdr.noise\"]: a number, a word of a choice, or a table of them for the "
              "parameters below this path\n"
              "p.toml:1:1: error: \"unit\" is missing in [\"jdr.noise\"]: the unit that the parameter is declared with\n"
              "p.toml:1:1: error: \"source\" is missing in [\"jdr.noise\"]: author and year, document and section, or \"assumed: why\"\n"
              "p.toml:2:1: error: unknown key \"vlaue\" in [\"jdr.noise\"]; did you mean \"value\"?\n4 errors, nothing was run.\n");
    EXPECT_EQ(report_of_file(entry("jdr.noise", "value = 1\n")),
              "p.toml:1:1: error: \"range\" is missing in [\"jdr.noise\"]: plausible range, [low, high]; a choice needs none\n1 error, "
              "nothing was run.\n");
    EXPECT_EQ(
        report_of_file("jdr.noise = 0.5\n"),
        "p.toml:1:5: error: \"jdr.noise\" must be a table with value, unit, source and range, not a number\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, AnAssumedValueSaysWhy) {
    EXPECT_EQ(report_of_file("[jdr.noise]\nvalue = 1\nunit = \"1\"\nrange = [0, 1]\nsource = \"assumed\"\n"),
              "p.toml:5:10: error: an assumed value says why: source = \"assumed: ...\"\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, ValueAndRangeLieWithinTheBoundsAndTheValueInItsRange) {
    EXPECT_EQ(report_of_file(entry("jdr.noise", "value = 0.5\nrange = [1, 3]\n")),
              "p.toml:5:9: error: range = [1, 3] of jdr.noise (must lie in [0, 2]: size of weekly chance)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_file(entry("jdr.noise", "value = 0.5\nrange = [1, 2]\n")),
              "p.toml:4:9: error: jdr.noise = 0.5 (must lie in its own range, [1, 2])\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_file(entry("jdr.noise", "value = 1\nrange = [2, 1]\n")),
              "p.toml:5:9: error: range = [2, 1] (the lower end comes first)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_file(entry("theory", "value = \"jdr\"\nrange = [0, 0]\n")), "") << "a choice is the number of its word";
    EXPECT_EQ(report_of_file(entry("theory", "value = \"shanafelt\"\nrange = [0, 0]\n")),
              "p.toml:4:9: error: theory = 1 (must lie in its own range, [0, 0])\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, UnknownPathsGetTheNearestOne) {
    EXPECT_EQ(report_of_file(entry("jdr.noies", "value = 1\nrange = [0, 1]\n")),
              "p.toml:1:2: error: unknown parameter \"jdr.noies\"; did you mean \"jdr.noise\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_file(entry("offset.workload", "value = { anioss = 1 }\nrange = [0, 1]\n")),
              "p.toml:4:11: error: unknown parameter \"offset.workload.anioss\"; did you mean \"offset.workload.anios\"?\n1 error, nothing "
              "was run.\n");
    EXPECT_EQ(
        report_of_text(small_scenario() + "jdr.contagoin = 0.01\n"),
        "scenario.toml:18:5: error: unknown parameter \"jdr.contagoin\"; did you mean \"jdr.contagion\"?\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, AnUnknownLastPartIsComparedWithThoseBesideIt) {
    const auto report_of_path = [&](const std::string& path) {
        const std::string report = report_of_text(small_scenario() + "\"" + path + "\" = 1\n");
        return report.substr(0, report.find('\n'));
    };
    const std::string start = "scenario.toml:18:1: error: unknown parameter ";
    EXPECT_EQ(report_of_path("offset.workload.surgeon"), start + "\"offset.workload.surgeon\" (valid in offset.workload: anios, aios)")
        << "not near offset.workload.anios, though most letters are the same";
    EXPECT_EQ(report_of_path("offset.wrokload.aisos"), start + "\"offset.wrokload.aisos\"; did you mean \"offset.workload.aios\"?");
    EXPECT_EQ(report_of_path("offset.workload"), start + "\"offset.workload\" (valid in offset.workload: anios, aios)");
    EXPECT_EQ(report_of_path("jdr.noise.size"), start + "\"jdr.noise.size\"; did you mean \"jdr.noise\"?");
    EXPECT_EQ(report_of_path("workload.anios"), start + "\"workload.anios\"");
    EXPECT_EQ(report_of_path("jdrnoise"), start + "\"jdrnoise\"; did you mean \"jdr.noise\"?");
    for (int i = 0; i < 7; ++i) vocabulary_.parameters.add({"offset.workload.p" + std::to_string(i), "1", 0.0, 1.0, {"m", "m"}});
    EXPECT_EQ(report_of_path("offset.workload.surgeon").find("valid"), std::string::npos) << "nine are too many to list";
}

TEST_F(ParameterFiles, OfAFileSharedWithAnotherModelAScenarioReadsItsOwn) {
    vocabulary_.paths_elsewhere = {"offset.workload.nurse"};
    const std::string shared = entry("offset.workload", "value = { anios = 0.5, nurse = 0.25 }\nrange = [0, 1]\n");
    write("p.toml", shared + entry("offset.workload.nurse.more", "value = 1\nrange = [0, 1]\n"));
    const std::string unknown = "unknown parameter \"offset.workload.nurse.more\"";
    EXPECT_NE(report_of_text("parameter_files = [\"p.toml\"]\n" + small_scenario()).find(unknown), std::string::npos);
    write("p.toml", shared);
    EXPECT_EQ(report_of_text("parameter_files = [\"p.toml\"]\n" + small_scenario()), "");
    // Elsewhere there is no such parameter: alone, in settings, on the command line.
    EXPECT_NE(report_of_file(shared), "");
    EXPECT_NE(report_of_text(small_scenario() + "\"offset.workload.nurse\" = 1\n"), "");
    EXPECT_NE(report_of_text(small_scenario(), {"offset.workload.nurse=1"}), "");
    vocabulary_.paths_elsewhere.clear();
    EXPECT_NE(report_of_text("parameter_files = [\"p.toml\"]\n" + small_scenario()), "");
}

TEST_F(ParameterFiles, OnePathTwiceInAFileIsAMistake) {
    EXPECT_EQ(report_of_text(small_scenario() + "\"jdr.noise\" = 1\n"),
              "scenario.toml:18:1: error: \"jdr.noise\" is given twice in this file\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, ParametersWithoutValueAreNamedWithTheirUnit) {
    std::string text = small_scenario();
    text.replace(text.find("flow.intake = 1200"), 18, "");
    EXPECT_EQ(report_of_text(text),
              "scenario.toml: error: the parameter \"flow.intake\" (unit persons/year) has no value\n1 error, nothing was run.\n");
}

TEST_F(ParameterFiles, ManyParametersWithoutValueAreCounted) {
    for (int i = 0; i < 5; ++i) vocabulary_.parameters.add({"more.p" + std::to_string(i), "1", 0.0, 1.0, {"m", "m"}});
    EXPECT_EQ(report_of_text("model = \"small\"\nrun.seed = 1\n"),
              "scenario.toml: error: 12 parameters have no value: \"jdr.contagion\" (unit 1/week), \"jdr.noise\" (unit 1), "
              "\"offset.workload.anios\" (unit 1), "
              "\"offset.workload.aios\" (unit 1), \"flow.intake\" (unit persons/year), \"team.posts\" (unit 1), \"theory\" (unit 1), "
              "\"more.p0\" (unit 1) and 4 more\n"
              "1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
