// Scenarios that share no chance are not compared, and a scope that selects nobody is refused, each with its sentence.
#include <gtest/gtest.h>

#include "sim/experiment/experiment.hpp"
#include "tests/unit/engine/house_runs.hpp"

namespace bevlogen::testing {
namespace {

Scenario named(const std::string& name, const std::vector<std::string>& sets, const std::string& file = "example.toml") {
    Scenario scenario = house_scenario(file, sets);
    scenario.name = name;
    return scenario;
}

std::string refusal_of(const std::vector<Scenario>& scenarios) {
    try {
        check_comparable(scenarios, model_of(scenarios.front()).vocabulary());
    } catch (const InputError& error) {
        return error.diagnostics().report();
    }
    return {};
}

std::string sentence(const std::string& what, const std::string& other, const std::string& base) {
    return "other: error: " + what + " = " + other + ", but " + base +
           " in the base \"base\" (scenarios of a comparison share it)\n1 error, nothing was run.\n";
}

std::string refusal_of_set(const std::string& set, const std::string& file = "example.toml") {
    return refusal_of({named("base", {}, file), named("other", {set}, file)});
}

TEST(CheckComparable, AcceptsScenariosThatDifferInParametersAndInterventions) {
    EXPECT_EQ(refusal_of({named("base", {}), named("other", {"example.mean=0.7"}), named("lift", {}, "example-lift.toml")}), "");
    EXPECT_EQ(refusal_of({named("base", {}, "baseline.toml"), named("less", {}, "less-administration.toml")}), "");
}

TEST(CheckComparable, NamesWhatMustBeTheSame) {
    EXPECT_EQ(refusal_of_set("time.years=3"), sentence("time.years", "3", "2"));
    EXPECT_EQ(refusal_of_set("time.burn_in=2"), sentence("time.burn_in", "2", "1"));
    EXPECT_EQ(refusal_of_set("run.seed=9"), sentence("run.seed", "9", "1"));
    EXPECT_EQ(refusal_of_set("run.first_replicate=5"), sentence("run.first_replicate", "5", "1"));
    EXPECT_EQ(refusal_of_set("run.replicates=7"), sentence("run.replicates", "7", "2"));
    EXPECT_EQ(refusal_of_set("population.scale=0.5"), sentence("population.scale", "0.5", "1"));
    EXPECT_EQ(refusal_of_set("world.smallest_team=7", "baseline.toml"), sentence("world.smallest_team", "7", "6"));
}

TEST(CheckComparable, NamesTheFirstRowThatDiffers) {
    std::vector<Scenario> scenarios = {named("base", {}), named("other", {})};
    Vocabulary vocabulary = model_of(scenarios.front()).vocabulary();
    vocabulary.rows = {{"world.wards", {"wards", "afdelingen"}, {{"beds", "1", 0.0, 99.0, {"beds", "bedden"}}}}};
    const auto refusal_of_rows = [&](std::vector<NamedRow> base, std::vector<NamedRow> other) -> std::string {
        scenarios[0].rows = {std::move(base)};
        scenarios[1].rows = {std::move(other)};
        try {
            check_comparable(scenarios, vocabulary);
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
        return {};
    };
    const auto differs_first = [](const std::string& where) {
        return "other: error: world.wards differs from the base \"base\", first in row " + where +
               " (scenarios of a comparison share it)\n1 error, nothing was run.\n";
    };
    const NamedRow ward{"a", {1.0}, {}};
    EXPECT_EQ(refusal_of_rows({ward}, {{"a", {1.0}, {"elsewhere", 3, 1}}}), "");
    EXPECT_EQ(refusal_of_rows({ward, {"b", {2.0}, {}}}, {ward, {"b", {3.0}, {}}}), differs_first("2, \"b\""));
    EXPECT_EQ(refusal_of_rows({ward}, {{"c", {1.0}, {}}}), differs_first("1, \"c\""));
    EXPECT_EQ(refusal_of_rows({ward, {"b", {2.0}, {}}}, {ward}), differs_first("2, \"b\""));
    EXPECT_EQ(refusal_of_rows({}, {ward}), differs_first("1, \"a\""));
}

TEST(CheckComparable, RefusesAnotherModel) {
    const std::vector<std::string> same = {"time.years=1", "time.burn_in=1", "run.seed=1", "run.replicates=1"};
    EXPECT_EQ(refusal_of({named("base", same), named("other", same, "baseline.toml")}), sentence("model", "workforce", "example"));
}

TEST(CheckComparable, RefusesTwoScenariosOfOneName) {
    EXPECT_EQ(refusal_of({named("base", {}), named("twin", {}), named("twin", {"example.mean=0.7"})}),
              "twin: error: two scenarios of the comparison are called \"twin\"\n1 error, nothing was run.\n");
}

TEST(CheckComparable, ReportsEverythingAtOnce) {
    const std::string report = refusal_of({named("base", {}), named("a", {"time.years=3", "run.seed=9"}), named("b", {"time.burn_in=0"})});
    EXPECT_NE(report.find("3 errors, nothing was run."), std::string::npos) << report;
}

std::string scope_report(const std::string& base, const std::string& intervention, const std::vector<std::string>& sets) {
    const Scenario scenario =
        scenario_of_text("title = \"t\"\nextends = \"" + base + "\"\n[[intervention]]\nname = \"it\"\n" + intervention, sets);
    Diagnostics diagnostics;
    check_scopes(model_of(scenario), scenario, diagnostics);
    return diagnostics.empty() ? std::string() : diagnostics.report();
}

const std::string kShift = "shift = { administration = -1 }\n";

// With no aios posts in general hospitals nobody there is an aios.
const std::vector<std::string> kNoGeneralAios = {"population.scale=0.02", "world.posts_per_team.general.aios=0"};

TEST(CheckScopes, RefusesAScopeThatSelectsNobodyAtItsPlace) {
    const std::string report =
        scope_report("baseline.toml", kShift + "scope = { phases = \"aios\", hospitals = \"general\" }\n", kNoGeneralAios);
    EXPECT_EQ(report.find("test:6:"), 0u) << report;
    EXPECT_NE(report.find("error: the scope of \"it\" selects nobody (of "), std::string::npos) << report;
    EXPECT_NE(report.find(" posts); check phases, hospitals and arm\n1 error, nothing was run.\n"), std::string::npos) << report;
}

TEST(CheckScopes, AcceptsAScopeThatSelectsSomebody) {
    EXPECT_EQ(scope_report("baseline.toml", kShift + "scope = { phases = \"aios\", hospitals = \"academic\" }\n", kNoGeneralAios), "");
    EXPECT_EQ(scope_report("example.toml", "lift = { mood = 1 }\n", {}), "");
}

TEST(CheckScopes, RefusesAnArmThatNobodyIsIn) {
    EXPECT_NE(scope_report("example.toml", "lift = { mood = 1 }\nscope = { arm = 7 }\n", {}).find("selects nobody"), std::string::npos);
}

TEST(CheckScopes, LeavesAloneWhatIsDecidedDuringTheRun) {
    EXPECT_EQ(scope_report("example.toml", "lift = { mood = 1 }\nscope = { where = \"below_mean\" }\n", {}), "");
    EXPECT_EQ(scope_report("example.toml", "lift = { mood = 1 }\nscope = { coverage = 0 }\n", {}), "");
}

}  // namespace
}  // namespace bevlogen::testing
