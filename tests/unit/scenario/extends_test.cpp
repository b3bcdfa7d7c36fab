// A scenario is a difference over another: what is inherited, added and replaced.
#include "tests/unit/scenario/scenario_files.hpp"

namespace bevlogen::testing {
namespace {

using Extends = ScenarioFiles;

TEST_F(Extends, KeysReplaceThoseOfTheBaseOneByOne) {
    write("base.toml", small_scenario());
    const Scenario scenario =
        read_text("extends = \"base.toml\"\n[run]\nreplicates = 5\n[time]\nyears = 9\n[parameters]\n\"jdr.noise\" = 1.5\n");
    EXPECT_EQ(scenario.seed, 7u);
    EXPECT_EQ(scenario.replicates, 5);
    EXPECT_EQ(scenario.years, 9);
    EXPECT_EQ(scenario.burn_in, 1);
    EXPECT_EQ(scenario.parameters.values[0], 0.01);
    EXPECT_EQ(scenario.parameters.values[1], 1.5);
}

TEST_F(Extends, TitleAndQuestionAreAFilesOwn) {
    write("base.toml", "question = \"Q\"\n" + small_scenario());
    const Scenario scenario = read_text("extends = \"base.toml\"\n");
    EXPECT_EQ(scenario.name, "scenario");
    EXPECT_EQ(scenario.title, Label::same("scenario"));
    EXPECT_EQ(scenario.question, Label{});
}

TEST_F(Extends, PathsAreRelativeToTheFileThatNamesThem) {
    write("deep/base.toml", "world = \"worlds/w.toml\"\n" + small_scenario());
    write("deep/worlds/w.toml", "[jdr.noise]\nvalue = 9\nunit = \"1\"\nsource = \"x\"\nrange = [0, 2]\n");
    EXPECT_EQ(report_of_text("extends = \"deep/base.toml\"\n"),
              "deep/worlds/w.toml:2:9: error: jdr.noise = 9 (must lie in [0, 2]: size of weekly chance)\n1 error, nothing was run.\n");
}

TEST_F(Extends, AFileThatExtendsItselfIsNamedWithItsChain) {
    write("a.toml", "extends = \"b.toml\"\n");
    write("b.toml", "extends = \"./c.toml\"\n");
    write("c.toml", "extends = \"a.toml\"\n");
    EXPECT_EQ(report("a.toml"),
              "c.toml:1:11: error: the file extends itself: a.toml -> b.toml -> c.toml -> a.toml\n1 error, nothing was run.\n");
    write("self.toml", "extends = \"self.toml\"\n");
    EXPECT_EQ(report("self.toml"), "self.toml:1:11: error: the file extends itself: self.toml -> self.toml\n1 error, nothing was run.\n");
}

TEST_F(Extends, WorldThenParameterFilesThenSettingsBaseFirst) {
    const auto entry = [](const std::string& path, const std::string& value) {
        return "[\"" + path + "\"]\nvalue = " + value + "\nunit = \"1\"\nsource = \"x\"\nrange = [0, 2]\n";
    };
    write("old-world.toml", entry("jdr.noise", "0.1") + entry("offset.workload.aios", "0.9"));
    write("world.toml", entry("jdr.noise", "0.2") + entry("offset.workload.anios", "0.2"));
    write("first.toml", entry("jdr.noise", "0.3") + entry("offset.workload.anios", "0.3"));
    write("second.toml", entry("jdr.noise", "0.4"));
    std::string base = small_scenario();
    base.replace(base.find("jdr.noise = 0.5"), 15, "");
    base.replace(base.find("offset.workload = { anios = 0.25, aios = -0.125 }"), 49, "\"offset.workload.aios\" = 0.5");
    write("base.toml", "world = \"old-world.toml\"\nparameter_files = [\"first.toml\"]\n" + base);
    const Scenario scenario = read_text("extends = \"base.toml\"\nworld = \"world.toml\"\nparameter_files = [\"second.toml\"]\n");
    EXPECT_EQ(scenario.parameters.values[1], 0.4) << "the last file wins";
    EXPECT_EQ(scenario.parameters.values[2], 0.3) << "a parameter file wins over the world";
    EXPECT_EQ(scenario.parameters.values[3], 0.5) << "a setting wins over files";
}

TEST_F(Extends, InterventionsOfTheBaseAreChangedByNameOrReplacedByUse) {
    write("base.toml", small_scenario() +
                           "[[intervention]]\nname = \"a\"\nuptake = 0.5\nscope = { coverage = 0.3, phases = \"aios\" }\nshift = { "
                           "autonomy = 1.0, administration = 2.0 }\n");
    const Scenario changed = read_text(
        "extends = \"base.toml\"\n[[intervention]]\nname = \"a\"\nscope = { phases = [\"anios\", \"aios\"] }\nshift = { autonomy = 0.5 "
        "}\n");
    ASSERT_EQ(changed.interventions.size(), 1u);
    EXPECT_EQ(changed.interventions[0].uptake, 0.5);
    EXPECT_EQ(changed.interventions[0].scope.coverage, 0.3);
    EXPECT_EQ(changed.interventions[0].scope.axes[0], 0b011u);
    EXPECT_EQ(changed.interventions[0].levers[0].values, (std::vector<double>{2.0, 0.5}));

    write("a.toml", "title = { en = \"A\", nl = \"A\" }\nlevel = \"individual\"\nsource = \"x\"\nshift = { autonomy = 0.25 }\n");
    const Scenario replaced = read_text("extends = \"base.toml\"\n[[intervention]]\nuse = \"a.toml\"\n");
    ASSERT_EQ(replaced.interventions.size(), 1u);
    EXPECT_EQ(replaced.interventions[0].uptake, 1.0);
    EXPECT_EQ(replaced.interventions[0].levers[0].values, (std::vector<double>{0.0, 0.25}));
}

TEST_F(Extends, TheLibraryIsAskedForWhatIsNotBesideTheFile) {
    write("share/scenarios/baseline.toml", "parameter_files = [\"parameters/p.toml\"]\n" + small_scenario());
    write("share/scenarios/parameters/p.toml", "");
    write("mine/own.toml", "extends = \"baseline.toml\"\n");
    const std::filesystem::path library = folder_ / "share" / "scenarios";
    EXPECT_EQ(read("mine/own.toml", {}, library).seed, 7u);
    EXPECT_EQ(read("baseline.toml", {}, library).name, "baseline");
    EXPECT_EQ(read("scenarios/baseline.toml", {}, library).name, "baseline");
    EXPECT_EQ(report("mine/own.toml"), "mine/own.toml:1:11: error: no file \"mine/baseline.toml\"\n1 error, nothing was run.\n");
}

}  // namespace
}  // namespace bevlogen::testing
