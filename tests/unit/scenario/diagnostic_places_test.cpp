// Every mistake is shown with its place, and all of them at once.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

using DiagnosticPlaces = ScenarioFiles;

TEST_F(DiagnosticPlaces, ACompleteScenarioHasNoMistakes) { EXPECT_EQ(report_of_text(small_scenario()), ""); }

TEST_F(DiagnosticPlaces, UnknownKeyGetsItsPlaceAndTheNearestName) {
    EXPECT_EQ(
        report_of_added("[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\nuptaek = 0.5\n"),
        "scenario.toml:21:1: error: unknown key \"uptaek\" in [[intervention]]; did you mean \"uptake\"?\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, UnknownKeyAtTheTopOfTheFileIsNamedWithoutATable) {
    EXPECT_EQ(report_of_text("titel = \"x\"\n" + small_scenario()),
              "scenario.toml:1:1: error: unknown key \"titel\"; did you mean \"title\"?\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, OutOfRangeShowsValueBoundsAndMeaningAtTheValue) {
    EXPECT_EQ(
        report_of_added("[[intervention]]\nname   = \"x\"\nshift  = { autonomy = 1 }\nuptake = 1.4\n"),
        "scenario.toml:21:10: error: uptake = 1.4 (must lie in [0, 1]: share of those offered who take part)\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, OpenBoundsAndUnitsAreShown) {
    EXPECT_EQ(
        report_of_added("[population]\nscale = 0\n"),
        "scenario.toml:19:9: error: scale = 0 (must lie in (0, 1000]: size of the population, 1 is everybody; teams, hospitals and flows "
        "scale, team sizes stay)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_text(small_scenario(), {"time.years=201"}),
              "--set time.years=201: error: years = 201 (must lie in [0, 200] years: recorded time, after the burn-in)\n1 error, nothing "
              "was run.\n");
}

TEST_F(DiagnosticPlaces, WrongTypeSaysWhatWasExpectedAndWhatWasFound) {
    EXPECT_EQ(report_of_added("[[intervention]]\nname = \"x\"\nshift = { autonomy = 1 }\nuptake = \"half\"\nsource = 3\nscope = [1]\n"),
              "scenario.toml:21:10: error: uptake must be a number, not a string\n"
              "scenario.toml:22:10: error: source must be a string, not a number\n"
              "scenario.toml:23:9: error: scope must be a table, not an array\n3 errors, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, WholeNumbersMayBeWrittenAsFloatsButNotWithAFraction) {
    EXPECT_EQ(read_text(small_scenario(), {"team.posts=9.0"}).parameters.values[5], 9.0);
    EXPECT_EQ(report_of_text(small_scenario(), {"run.replicates=2.5"}),
              "--set run.replicates=2.5: error: replicates = 2.5 (must be a whole number in [1, 1000000])\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, NumbersThatAreNotFiniteAreRefused) {
    EXPECT_EQ(report_of_added("[population]\nscale = nan\n"),
              "scenario.toml:19:9: error: scale = nan (must be a finite number)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_text(small_scenario(), {"jdr.noise=inf"}),
              "--set jdr.noise=inf: error: jdr.noise = inf (must be a finite number)\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, AllMistakesOfAllFilesAreReportedTogether) {
    write("entry.toml", "title = { en = \"E\", nl = \"E\" }\nlevel = \"nationl\"\nsource = \"x\"\nshift = { autonomie = 1.0 }\n");
    write("values.toml", "[jdr.noise]\nvalue = 3.0\nunit = \"week\"\nsource = \"\"\nrange = [0.0, 1.0]\n");
    EXPECT_EQ(
        report_of_text("parameter_files = [\"values.toml\"]\nmodl = \"small\"\n" + small_scenario() +
                       "\n[[intervention]]\nuse = \"entry.toml\"\nstart = { year = 4 }\n"),
        "scenario.toml:2:1: error: unknown key \"modl\"; did you mean \"model\"?\n"
        "scenario.toml:23:9: error: intervention \"entry\" never starts: it would in week 208, and the scenario records 208 weeks\n"
        "entry.toml:2:9: error: level = \"nationl\" (must be one of individual, organisational, national); did you mean \"national\"?\n"
        "entry.toml:4:11: error: unknown key \"autonomie\" in shift; did you mean \"autonomy\"?\n"
        "values.toml:2:9: error: jdr.noise = 3 (must lie in [0, 2]: size of weekly chance)\n"
        "values.toml:3:8: error: unit = \"week\" (must be \"1\", the unit of jdr.noise)\n"
        "values.toml:4:10: error: source is empty: author and year, document and section, or \"assumed: why\"\n"
        "7 errors, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, ASyntaxErrorStopsItsFileOnly) {
    write("broken.toml", "title = { en = \"E\"\n");
    EXPECT_EQ(report_of_added("[[intervention]]\nuse = \"broken.toml\"\nuptake = 2\n"),
              "broken.toml:1:19: error: cannot read inline table: expected key or closing '}', saw '\\n'\n"
              "scenario.toml:20:10: error: uptake = 2 (must lie in [0, 1]: share of those offered who take part)\n"
              "2 errors, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, AStringThatIsNotClosedIsNamedAsSuch) {
    const auto first_line = [&](const std::string& text) {
        const std::string report = report_of_text(text);
        return report.substr(0, report.find('\n'));
    };
    const std::string open = " error: the string is not closed on its line";
    EXPECT_EQ(first_line("title = \"x\nmodel = \"small\"\n"), "scenario.toml:1:11:" + open);
    EXPECT_EQ(first_line("title = 'ë\r\nmodel = 'small'\r\n"), "scenario.toml:1:11:" + open);
    EXPECT_EQ(first_line("title = \"x"), "scenario.toml:1:11:" + open);
    EXPECT_EQ(first_line("title = \"\n"), "scenario.toml:1:10:" + open);
    EXPECT_EQ(first_line("title = \"x\\\nyears = 1\n"), "scenario.toml:1:12:" + open);
    EXPECT_EQ(first_line("title = \"\"\"x\n\n"), "scenario.toml:2:1: error: the string is not closed");
    EXPECT_EQ(
        first_line("title = \"x\x01\"\n"),
        "scenario.toml:1:11: error: cannot read string: unescaped control characters other than TAB (U+0009) are explicitly prohibited");
}

TEST_F(DiagnosticPlaces, AKeyThatStandsTwiceIsShownWithItsFirstLine) {
    const auto first_line = [&](const std::string& text) {
        const std::string report = report_of_text(text);
        return report.substr(0, report.find('\n'));
    };
    EXPECT_EQ(first_line("[time]\nyears = 2\n\"years\" = 3\n"), "scenario.toml:3:1: error: years stands twice; first in line 2");
    EXPECT_EQ(first_line("[run]\n\n[time]\nyears = 2\n[run]\n"), "scenario.toml:5:2: error: run stands twice; first in line 1");
    EXPECT_EQ(first_line("[[i]]\nx = 1\n[[i]]\nx = 1\n  x = [\n2]\n"), "scenario.toml:5:3: error: x stands twice; first in line 4");
    EXPECT_EQ(first_line("[p]\n\"j.d\" = 1\n\"j.d\" = 2\n"), "scenario.toml:3:1: error: j.d stands twice; first in line 2");
    EXPECT_EQ(first_line("a = 1\na.b = 2\n"), "scenario.toml:2:1: error: a stands twice; first in line 1");
    EXPECT_EQ(first_line("[a]\nb.c = 1\n[a.b]\n"), "scenario.toml:3:2: error: a.b stands twice; first in line 2");
    EXPECT_EQ(first_line("k = [\n{ b = 1, b = 2 }]\n"), "scenario.toml:2:10: error: b stands twice in one table");
    EXPECT_EQ(first_line("x = \"\"\"\n[a]\n\"\"\"\nx = 1\n"), "scenario.toml:4:1: error: x stands twice; first in line 1")
        << "a line of a string is no table";
}

TEST_F(DiagnosticPlaces, WhatIsMissingIsNamedAtTheFileOrItsTable) {
    EXPECT_EQ(report_of_text("[run]\nreplicates = 2\n"),
              "scenario.toml: error: \"model\" is missing: which model runs\n"
              "scenario.toml:1:1: error: \"seed\" is missing in [run]: the number that all chance of the runs follows from\n"
              "2 errors, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, WhatIsThereButWrongIsNotMissingToo) {
    EXPECT_EQ(report_of_text("model = 3\nrun = 4\n"),
              "scenario.toml:1:9: error: model must be a string, not a number\n"
              "scenario.toml:2:7: error: run must be a table, not a number\n2 errors, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, ATableThatShouldBeAListSaysHowItIsWritten) {
    EXPECT_EQ(report_of_added("[intervention]\nname = \"x\"\n"),
              "scenario.toml:18:1: error: intervention must be an array of tables (written [[intervention]]), not a table\n"
              "1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, NestingThatWouldExhaustTheStackIsRefused) {
    std::string deep = "[parameters]\na";
    for (int i = 0; i < 5000; ++i) deep += ".a";
    EXPECT_EQ(report_of_text(deep + " = 1\n"),
              "scenario.toml:2:129: error: tables or arrays are nested deeper than 64\n1 error, nothing was run.\n");
}

// Two hundred thousand tables in one another, in every way in which TOML writes them; the stack would end long before.
TEST_F(DiagnosticPlaces, NestingByDotsIsRefusedBeforeItIsBuilt) {
    const auto repeated = [](const std::string& part) {
        std::string text;
        for (int i = 0; i < 200000; ++i) text += part;
        return text;
    };
    for (const std::string& text : {"[" + repeated("a.") + "a]\n", "[[" + repeated("a.") + "a]]\n", repeated("a . ") + "a = 1\n",
                                    repeated("\"a\".'b'.") + "a = 1\n", "x = { " + repeated("a.") + "a = 1 }\n"})
        EXPECT_NE(report_of_text(text).find("tables or arrays are nested deeper than 64"), std::string::npos);
}

TEST_F(DiagnosticPlaces, DotsInTextsCommentsAndNumbersNestNothing) {
    const std::string dots(500, '.');
    std::string text = "# " + dots + "\nx = [\"" + dots + "\\\"" + dots + "\", '" + dots + "', ";
    text += R"(""")" + dots + "\n\\\"\"" + dots + R"(""")" + ", '''" + dots + "\n'" + dots + "''']\ny = [1.5";
    for (int i = 0; i < 500; ++i) text += ", 1.5";
    const std::string report = report_of_text(text + "]\n");
    EXPECT_EQ(report.find("nested"), std::string::npos) << report;
    EXPECT_NE(report.find("unknown key \"y\""), std::string::npos) << report;
}

TEST_F(DiagnosticPlaces, ATextThatControlsATerminalIsRefused) {
    EXPECT_EQ(report_of_text("title = \"a\\u001b[2J\"\n"),
              "scenario.toml:1:9: error: the text has U+001B, which is no letter but controls a terminal; leave it out\n"
              "1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, AnUnknownModelGetsTheNearestName) {
    EXPECT_EQ(report_of_text("model = \"smal\"\nrun.seed = 1\n"),
              "scenario.toml:1:9: error: unknown model \"smal\"; did you mean \"small\"?\n1 error, nothing was run.\n");
}

TEST_F(DiagnosticPlaces, AMissingFileGetsTheNearestNameInItsFolder) {
    write("worlds/one-hospital.toml", "");
    EXPECT_EQ(
        report_of_text("world = \"worlds/one-hopsital.toml\"\n" + small_scenario()),
        "scenario.toml:1:9: error: no file \"worlds/one-hopsital.toml\"; did you mean \"one-hospital.toml\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report("scenaro.toml"),
              "scenaro.toml: error: no file \"scenaro.toml\"; did you mean \"scenario.toml\"?\n1 error, nothing was run.\n");
    EXPECT_EQ(report("worlds"), "worlds: error: \"worlds\" is a folder, not a file\n1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
