// Comparison files, and what a file of ours is.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

class Comparisons : public ScenarioFiles {
  protected:
    void SetUp() override {
        ScenarioFiles::SetUp();
        for (const char* name : {"base.toml", "a.toml", "b.toml", "deep/a.toml"}) write(name, small_scenario());
    }
    std::string report_of_comparison(const std::string& text) const {
        write("comparisons/c.toml", text);
        return report_of([] { read_comparison("comparisons/c.toml", {}); });
    }
    static FileKind kind_of(const std::string& text) {
        write("kind.toml", text);
        return kind_of_file("kind.toml");
    }
};

TEST_F(Comparisons, BaseAndAlternativesAreFoundFromTheFile) {
    write("comparisons/c.toml",
          "title = \"T\"\nquestion = { en = \"Q\", nl = \"V\" }\nbase = \"../base.toml\"\nalternatives = [\"../a.toml\", \"../b.toml\"]\n");
    const Comparison comparison = read_comparison("comparisons/c.toml", {});
    EXPECT_EQ(comparison.name, "c");
    EXPECT_EQ(comparison.title, Label::same("T"));
    EXPECT_EQ(comparison.question, (Label{"Q", "V"}));
    EXPECT_EQ(comparison.base, "base.toml");
    EXPECT_EQ(comparison.alternatives, (std::vector<std::filesystem::path>{"a.toml", "b.toml"}));
    EXPECT_EQ(comparison.text.substr(0, 5), "title");
}

TEST_F(Comparisons, ATitleInOneLanguageStandsForBoth) {
    write("comparisons/c.toml", "title = { nl = \"T\" }\nbase = \"../base.toml\"\nalternatives = [\"../a.toml\"]\n");
    EXPECT_EQ(read_comparison("comparisons/c.toml", {}).title, Label::same("T"));
}

TEST_F(Comparisons, MistakesAreReportedTogether) {
    EXPECT_EQ(report_of_comparison(
                  "bse = \"../base.toml\"\nalternatives = [\"../a.toml\", \"../deep/../a.toml\", \"../deep/a.toml\", \"../c.toml\"]\n"),
              "comparisons/c.toml: error: \"base\" is missing: the scenario that the others are compared with\n"
              "comparisons/c.toml:1:1: error: unknown key \"bse\"; did you mean \"base\"?\n"
              "comparisons/c.toml:2:30: error: \"a.toml\" stands twice in the comparison\n"
              "comparisons/c.toml:2:51: error: \"deep/a.toml\" and \"a.toml\" have one name, a\n"
              "comparisons/c.toml:2:69: error: no file \"c.toml\"; did you mean \"a.toml\"?\n5 errors, nothing was run.\n");
    EXPECT_EQ(
        report_of_comparison("base = \"../base.toml\"\nalternatives = []\n"),
        "comparisons/c.toml:2:16: error: alternatives = [] compares nothing (name at least one scenario)\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_comparison("base = \"../base.toml\"\nalternatives = [\"../base.toml\"]\n"),
              "comparisons/c.toml:2:17: error: \"base.toml\" stands twice in the comparison\n1 error, nothing was run.\n");
}

TEST_F(Comparisons, AFileOfAnotherKindSaysWhatItIsInstead) {
    const std::string comparison = "title = \"T\"\n\nbase = \"base.toml\"\nalternatives = [\"a.toml\"]\n";
    const std::string entry = "title = { en = \"E\", nl = \"E\" }\nlevel = \"national\"\nsource = \"x\"\nshift = { autonomy = 1 }\n";
    const std::string parameters = "# values\n[jdr.noise]\nvalue = 0.5\nunit = \"1\"\nsource = \"x\"\nrange = [0, 1]\n";
    const std::string one = "\n1 error, nothing was run.\n";
    EXPECT_EQ(report_of_text(comparison), "scenario.toml:3:1: error: this is a comparison: use \"bevlogen compare\"" + one);
    EXPECT_EQ(report_of_text(entry),
              "scenario.toml:2:1: error: this is a catalogue entry: name it with \"use\" in an [[intervention]] of a scenario" + one);
    EXPECT_EQ(report_of_text(parameters),
              "scenario.toml:2:2: error: this is a parameter or world file: name it under parameter_files or world" + one);
    const std::string instead = ", not a comparison: name a base and at least one alternative" + one;
    EXPECT_EQ(report_of_comparison(small_scenario()), "comparisons/c.toml:2:1: error: this is a scenario" + instead);
    EXPECT_EQ(report_of_comparison(entry), "comparisons/c.toml:2:1: error: this is a catalogue entry" + instead);
    EXPECT_EQ(report_of_comparison(parameters), "comparisons/c.toml:2:2: error: this is a parameter or world file" + instead);
    write("other.toml", comparison);
    EXPECT_EQ(report_of_text("extends = \"other.toml\"\n"),
              "scenario.toml:1:11: error: \"other.toml\" is a comparison, not a scenario" + one);
}

TEST_F(Comparisons, AStrayKeyDoesNotMakeAScenarioAnotherFile) {
    EXPECT_EQ(report_of_text("base = \"x\"\n" + small_scenario()).substr(0, 44), "scenario.toml:1:1: error: unknown key \"base\"");
    EXPECT_EQ(kind_of("base = \"x\"\nalternatives = []\nmodel = \"small\"\n"), FileKind::comparison);
}

TEST_F(Comparisons, TheKindOfAFileFollowsFromWhatStandsInIt) {
    EXPECT_EQ(kind_of(small_scenario()), FileKind::scenario);
    EXPECT_EQ(kind_of("title = \"x\"\n"), FileKind::scenario);
    EXPECT_EQ(kind_of("base = \"x\"\n"), FileKind::comparison);
    EXPECT_EQ(kind_of("title = \"x\"\nlevel = \"individual\"\n"), FileKind::intervention);
    EXPECT_EQ(kind_of("[[world.departments]]\nname = \"a\"\n"), FileKind::parameters);
    EXPECT_EQ(kind_of(small_scenario() + "[[world.departments]]\nname = \"a\"\n"), FileKind::scenario);
    EXPECT_EQ(kind_of("[population.teams]\nvalue = 3\nunit = \"1\"\n"), FileKind::parameters);
    EXPECT_EQ(report_of([] { kind_of("= 3\n"); }),
              "kind.toml:1:1: error: cannot read root table: expected keys, tables, whitespace or comments, saw '='\n1 error, nothing was "
              "run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
