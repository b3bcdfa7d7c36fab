// What is made of files is what is made of runs; unlike files are refused unless forced.
#include "sim/experiment/stored_experiment.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class StoredExperimentTest : public ExperimentFolder {
  protected:
    static Experiment of_one_year(const char* file, std::vector<std::string> more = {}) {
        std::vector<std::string> sets = small_sets();
        sets.insert(sets.end(), more.begin(), more.end());
        return of_one(house_scenario(file, sets));
    }
    StoredExperiment read(const std::vector<std::string>& names, bool force = false) const {
        std::vector<std::filesystem::path> files;
        for (const std::string& name : names) files.push_back(folder / name);
        return StoredExperiment(files, {shelf(), vocabularies(), scenario_folder(), {}}, force);
    }
    std::string refusal(const std::vector<std::string>& names) const {
        try {
            read(names);
            return "";
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
    }
};

TEST_F(StoredExperimentTest, GivesTheTablesThatTheRunsGave) {
    const ExperimentResult ran = run(comparison(), into("a.h5"));
    const StoredExperiment stored = read({"a.h5"});
    const ExperimentResult again = stored.result();
    EXPECT_EQ(stored.experiment().kind, "comparison");
    EXPECT_EQ(stored.experiment().title, (Label{"a title", "een titel"}));
    EXPECT_EQ(stored.experiment().question, Label::same("a question?"));
    ASSERT_EQ(stored.scenarios(), 2u);
    EXPECT_THAT(stored.unlike(), IsEmpty());
    for (std::size_t s = 0; s < 2; ++s) {
        EXPECT_EQ(stored.experiment().scenarios[s].name, comparison().scenarios[s].name);
        EXPECT_EQ(stored.experiment().scenarios[s].text, comparison().scenarios[s].text);
        for (std::size_t o = 0; o < ran.plan.outcomes(); ++o) EXPECT_EQ(again.levels.values(s, o, 0, 1), ran.levels.values(s, o, 0, 1));
    }
    EXPECT_EQ(again.levels.base_sd(0, 0, 1), ran.levels.base_sd(0, 0, 1));
    EXPECT_EQ(again.levels.persons(1, 1), ran.levels.persons(1, 1));
}

TEST_F(StoredExperimentTest, PutsRunsOfSeveralFilesSideBySide) {
    const ExperimentResult together = run(comparison(), into("both.h5"));
    run(of_one_year("example.toml"), into("base.h5"));
    run(of_one_year("example-lift.toml"), into("lift.h5"));
    const StoredExperiment stored = read({"base.h5", "lift.h5", "base.h5"});
    ASSERT_EQ(stored.scenarios(), 2u) << "the base again is left out";
    EXPECT_EQ(stored.experiment().kind, "comparison");
    EXPECT_EQ(stored.result().levels.values(1, 0, 0, 1), together.levels.values(1, 0, 0, 1));
}

TEST_F(StoredExperimentTest, RefusesUnlikeScenariosUnlessForced) {
    run(of_one_year("example.toml"), into("base.h5"));
    run(of_one_year("example-lift.toml", {"run.replicates=2", "run.seed=7"}), into("lift.h5"));
    const std::string refused = refusal({"base.h5", "lift.h5"});
    EXPECT_THAT(refused, HasSubstr("run.seed = 7"));
    EXPECT_THAT(refused, HasSubstr("run.replicates = 2, but 3"));
    EXPECT_THAT(refused, HasSubstr("--force"));
    const StoredExperiment forced = read({"base.h5", "lift.h5"}, true);
    EXPECT_EQ(forced.replicates(), 2u);
    EXPECT_EQ(forced.unlike().size(), 2u);
    EXPECT_EQ(forced.result().levels.values(1, 0, 0, 1).size(), 2u);
}

TEST_F(StoredExperimentTest, CutsLongerRunsToTheShortestWhereForced) {
    run(of_one_year("example.toml"), into("base.h5"));
    run(of_one_year("example-lift.toml", {"time.years=2"}), into("lift.h5"));
    const StoredExperiment forced = read({"base.h5", "lift.h5"}, true);
    EXPECT_EQ(forced.experiment().scenarios[1].years, 1);
    EXPECT_EQ(forced.result().levels.years(), 1);
    EXPECT_TRUE(std::isfinite(forced.result().levels.values(1, 0, 0, 1)[0]));
}

TEST_F(StoredExperimentTest, HandsOutNoRunThatFailed) {
    ResultsDescription description = described({"example"}, 3);
    const Scenario scenario = house_scenario("example.toml", small_sets());
    description.scenarios.front().resolved = scenario.resolved;
    const Model& model = model_of(scenario);
    const RecordPlan plan(model, scenario, small_panel(false));
    ResultsWriter writer(folder / "failed.h5", description, plan);
    writer.add(0, 1, fake_record(plan, 1, 2, false));
    writer.finish({});
    std::vector<std::size_t> seen;
    read({"failed.h5"}).for_each_run([&](std::size_t, std::size_t replicate, const RunRecord&) { seen.push_back(replicate); });
    EXPECT_EQ(seen, std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace bevlogen::testing
