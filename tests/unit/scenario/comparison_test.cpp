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

// Catalogue entries as alternatives.
class PoliciesAlone : public Comparisons {
  protected:
    void SetUp() override {
        Comparisons::SetUp();
        write("interventions/room.toml",
              "title = { en = \"More \\\"room\\\"\", nl = \"Meer ruimte\" }\nlevel = \"individual\"\nsource = \"s\"\n"
              "shift = { autonomy = 0.5 }\n");
        write("interventions/paper.toml",
              "title = { en = \"Less paper\", nl = \"Minder papier\" }\nlevel = \"national\"\nsource = \"s\"\nmandate = false\n"
              "shift = { administration = -0.5 }\n");
    }
    std::vector<Scenario> policies_of(const std::string& text, const std::vector<Override>& overrides = {}) const {
        write("comparisons/c.toml", text);
        std::vector<Scenario> scenarios;
        for (const PolicyAlone& policy : read_comparison("comparisons/c.toml", {}).policies)
            scenarios.push_back(read_policy_alone(policy, shelf_of(vocabulary_), overrides, {}).scenario);
        return scenarios;
    }
    std::string report_of_policies(const std::string& text) const {
        return report_of([&] { policies_of(text); });
    }
};

constexpr const char* kBoth =
    "base = \"../base.toml\"\ninterventions = [\"../interventions/room.toml\",\n  \"../interventions/paper.toml\"]\n";

TEST_F(PoliciesAlone, AreTheBaseWithOneEntryEach) {
    const std::vector<Scenario> scenarios = policies_of(kBoth);
    ASSERT_EQ(scenarios.size(), 2u);
    EXPECT_EQ(scenarios[0].name, "room");
    EXPECT_EQ(scenarios[0].title, (Label{"More \"room\"", "Meer ruimte"}));
    EXPECT_EQ(scenarios[0].years, 4);
    ASSERT_EQ(scenarios[1].interventions.size(), 1u);
    const Intervention& paper = scenarios[1].interventions[0];
    EXPECT_EQ(paper.name, "paper");
    EXPECT_EQ(paper.levers.at(0).values, (std::vector<double>{-0.5, 0.0}));
    EXPECT_EQ(paper.schedule.start, Week{0});
    EXPECT_TRUE(scenarios[0].interventions.at(0).is_mandated);
    EXPECT_FALSE(paper.is_mandated);
}

TEST_F(PoliciesAlone, StartWhenTheComparisonSaysAndAsItMandates) {
    const std::vector<Scenario> scenarios = policies_of(std::string("mandate = true\nstart = { year = 0.5 }\n") + kBoth);
    for (const Scenario& scenario : scenarios) {
        EXPECT_EQ(scenario.interventions.at(0).schedule.start, Week{26});
        EXPECT_TRUE(scenario.interventions.at(0).is_mandated);
    }
    EXPECT_FALSE(policies_of(std::string("mandate = false\n") + kBoth).at(0).interventions.at(0).is_mandated);
}

// A results file carries both texts: as a scenario of its own each must be the one that ran.
TEST_F(PoliciesAlone, AreScenariosLikeAnyOther) {
    for (const Scenario& scenario : policies_of(std::string("mandate = false\nstart = { week = 9 }\n") + kBoth)) {
        write("comparisons/again.toml", scenario.text);
        const Scenario again = read("comparisons/again.toml");
        EXPECT_EQ(again.resolved, scenario.resolved);
        EXPECT_EQ(read_scenario_text(scenario.resolved, scenario.name, shelf_of(vocabulary_), {}, {}).resolved, scenario.resolved);
    }
}

TEST_F(PoliciesAlone, TakeOverridesOfTheirOwnIntervention) {
    const std::vector<Scenario> scenarios = policies_of(kBoth, {{"intervention.paper.shift.administration", "-1"}, {"time.years", "2"}});
    EXPECT_EQ(scenarios.at(0).years, 2);
    EXPECT_EQ(scenarios.at(1).interventions.at(0).levers.at(0).values[0], -1.0);
}

TEST_F(PoliciesAlone, ComeAfterTheAlternatives) {
    write("comparisons/c.toml", std::string("alternatives = [\"../a.toml\"]\n") + kBoth);
    const Comparison comparison = read_comparison("comparisons/c.toml", {});
    EXPECT_EQ(comparison.alternatives, std::vector<std::filesystem::path>{"a.toml"});
    EXPECT_EQ(comparison.policies.size(), 2u);
}

TEST_F(PoliciesAlone, MistakesAreShownWhereTheyStand) {
    write("interventions/a.toml", "title = { en = \"A\", nl = \"A\" }\nlevel = \"national\"\nsource = \"s\"\nshift = { autonomy = 1 }\n");
    EXPECT_EQ(report_of_policies("base = \"../base.toml\"\nalternatives = [\"../a.toml\"]\n"
                                 "interventions = [\"../interventions/a.toml\", \"../interventions/rom.toml\", \"../b.toml\",\n"
                                 "  \"../interventions/paper.toml\", \"../interventions/../interventions/paper.toml\"]\n"),
              "comparisons/c.toml:3:18: error: \"interventions/a.toml\" and \"a.toml\" have one name, a\n"
              "comparisons/c.toml:3:45: error: no file \"interventions/rom.toml\"; did you mean \"room.toml\"?\n"
              "comparisons/c.toml:3:74: error: \"b.toml\" is a scenario, not a catalogue entry\n"
              "comparisons/c.toml:4:34: error: \"interventions/paper.toml\" stands twice in the comparison\n4 errors, nothing was run.\n");
    EXPECT_EQ(
        report_of_policies("base = \"../base.toml\"\ninterventions = []\n"),
        "comparisons/c.toml:2:17: error: interventions = [] compares nothing (name at least one catalogue entry)\n1 error, nothing was "
        "run.\n");
    EXPECT_EQ(report_of_policies("base = \"../base.toml\"\n"),
              "comparisons/c.toml: error: \"alternatives\" is missing: the scenarios that are compared with the base; or `interventions`: "
              "catalogue entries; each is compared with the base on its own, on top of it\n1 error, nothing was run.\n");
    EXPECT_EQ(report_of_policies("base = \"../base.toml\"\nalternatives = [\"../a.toml\"]\nmandate = false\nstart = { week = 1 }\n"),
              "comparisons/c.toml:3:11: error: mandate is for `interventions`, and there are none\n"
              "comparisons/c.toml:4:9: error: start is for `interventions`, and there are none\n2 errors, nothing was run.\n");
    EXPECT_EQ(report_of_policies(std::string("start = { year = 4 }\n") + kBoth),
              "comparisons/c.toml:1:9: error: intervention \"room\" never starts: it would in week 208, and the scenario records 208 "
              "weeks\n1 error, nothing was run.\n");
}

TEST_F(PoliciesAlone, AMistakeInAnEntryIsShownAtTheEntry) {
    write("interventions/paper.toml", "title = { en = \"A\" }\nlevel = \"national\"\nsource = \"s\"\nshift = { autonmy = 1 }\n");
    EXPECT_EQ(report_of_policies(kBoth),
              "interventions/paper.toml:1:9: error: \"nl\" is missing in title: in Dutch\n"
              "interventions/paper.toml:4:11: error: unknown key \"autonmy\" in shift; did you mean \"autonomy\"?\n"
              "2 errors, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
