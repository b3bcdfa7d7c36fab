// Replicates under draws of parameters are the runs that each draw would have given by itself.
#include "sim/experiment/with_draws.hpp"

#include <gmock/gmock.h>

#include "sim/experiment/stored_experiment.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::size_t kMood = 0;
constexpr const char* kDraws = "[[draw]]\n\"example.mean\" = 0.2\n[[draw]]\n\"example.mean\" = 0.8\n[[draw]]\n\"example.mean\" = 1.4\n";

class WithDraws : public ExperimentFolder {
  protected:
    static Experiment drawn(int replicates_a_draw) {
        Experiment experiment = comparison();
        std::vector<std::string> sets = small_sets();
        sets.push_back("run.replicates=" + std::to_string(replicates_a_draw));
        experiment.scenarios = {house_scenario("example.toml", sets), house_scenario("example-lift.toml", sets)};
        const Vocabulary& vocabulary = model_of(experiment.scenarios.front()).vocabulary();
        return with_draws(experiment, parse_parameter_draws(kDraws, "by-hand", "by-hand.toml", vocabulary), vocabulary);
    }
};

TEST_F(WithDraws, RunsEveryDrawWithChanceOfItsOwn) {
    const ExperimentResult result = run(drawn(2), into("a.h5"));
    ASSERT_THAT(result.levels.by_replicate(0, kMood, 0, 1), SizeIs(6));
    for (std::size_t replicate = 0; replicate < 6; ++replicate) {
        std::vector<std::string> sets = small_sets();
        sets.insert(sets.end(), {"run.replicates=1", "run.first_replicate=" + std::to_string(replicate + 1),
                                 "example.mean=" + std::string(replicate < 2   ? "0.2"
                                                               : replicate < 4 ? "0.8"
                                                                               : "1.4")});
        Experiment alone = comparison();
        alone.scenarios = {house_scenario("example.toml", sets), house_scenario("example-lift.toml", sets)};
        const ExperimentResult one = run(alone, into("one.h5"));
        for (std::size_t s = 0; s < 2; ++s)
            EXPECT_EQ(result.levels.by_replicate(s, kMood, 0, 1)[replicate], one.levels.values(s, kMood, 0, 1)[0]) << replicate;
    }
}

TEST_F(WithDraws, EstimatesOverDraws) {
    const ExperimentResult result = run(drawn(2), into("a.h5"));
    const std::vector<double> all = result.levels.by_replicate(0, kMood, 0, 1);
    EXPECT_THAT(result.levels.values(0, kMood, 0, 1),
                ElementsAre((all[0] + all[1]) / 2.0, (all[2] + all[3]) / 2.0, (all[4] + all[5]) / 2.0));
    EXPECT_EQ(estimate_mean(result.levels.values(0, kMood, 0, 1)).replicates, 3u);
}

TEST_F(WithDraws, AreTheSameForAnyThreadsAndReadBackFromTheFile) {
    const ExperimentResult ran = run(drawn(2), into("a.h5", 1));
    run(drawn(2), into("b.h5", 4, 20));
    EXPECT_EQ(difference("a.h5", "b.h5"), "");
    const StoredExperiment stored({folder / "a.h5"}, {shelf(), vocabularies(), scenario_folder(), {}}, false);
    ASSERT_TRUE(stored.experiment().draws);
    EXPECT_EQ(stored.experiment().draws->text, kDraws);
    EXPECT_EQ(stored.experiment().record.replicates_a_draw, std::optional<std::size_t>(2));
    EXPECT_EQ(stored.result().levels.values(1, kMood, 0, 1), ran.levels.values(1, kMood, 0, 1));
    EXPECT_THAT(interval_words(stored.experiment()), HasSubstr("drawn in by-hand"));
}

TEST_F(WithDraws, AreNotComparedWithRunsUnderOthers) {
    run(drawn(2), into("a.h5"));
    Experiment plain = comparison();
    run(plain, into("b.h5"));
    EXPECT_THROW(StoredExperiment({folder / "a.h5", folder / "b.h5"}, {shelf(), vocabularies(), scenario_folder(), {}}, true), InputError);
}

TEST_F(WithDraws, RefuseWhatAScenarioSetsItself) {
    Experiment experiment = drawn(1);
    experiment.scenarios[1].parameters.values[experiment.draws->parameters.front()] = 0.9;
    EXPECT_THROW(run(experiment, into("a.h5")), InputError);
    EXPECT_FALSE(exists("a.h5"));
}

}  // namespace
}  // namespace bevlogen::testing
