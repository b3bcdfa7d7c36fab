// Replicates are added until a difference is known well enough, and the file is that of so many replicates.
#include "sim/experiment/until_precise.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "sim/experiment/verdict.hpp"
#include "tests/unit/experiment/experiment_fixture.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t kMood = 0, kLowMood = 2;

class UntilPrecise : public ExperimentFolder {
  protected:
    static Experiment of(const std::vector<std::string>& sets_of_alternative, int replicates) {
        std::vector<std::string> base = small_sets();
        base.push_back("run.replicates=" + std::to_string(replicates));
        std::vector<std::string> other = base;
        other.insert(other.end(), sets_of_alternative.begin(), sets_of_alternative.end());
        Scenario alternative = house_scenario("example.toml", other);
        alternative.name = "alternative";
        return {"comparison",
                {"a title", "een titel"},
                Label::same("a question?"),
                {house_scenario("example.toml", base), alternative},
                small_panel(true, 4)};
    }
    static Experiment lifted(int replicates) {
        Experiment experiment = comparison();
        std::vector<std::string> sets = small_sets();
        sets.push_back("run.replicates=" + std::to_string(replicates));
        experiment.scenarios = {house_scenario("example.toml", sets), house_scenario("example-lift.toml", sets)};
        return experiment;
    }
    // More spread between persons leaves the mean where it is: no effect, but other numbers in every replicate.
    static Experiment without_effect(int replicates) { return of({"example.spread=0.88"}, replicates); }

    PreciseResult run_until(const Experiment& experiment, const Execution& execution, Precision precision) {
        batches.clear();
        precision.on_batch = [this](int replicates, double half_width) { batches.emplace_back(replicates, half_width); };
        return run_until_precise(model_of(experiment.scenarios.front()), experiment, execution, precision);
    }
    std::vector<int> sizes() const {
        std::vector<int> all;
        for (const auto& [replicates, half] : batches) all.push_back(replicates);
        return all;
    }

    std::vector<std::pair<int, double>> batches;
};

TEST_F(UntilPrecise, StopsAtTheFirstBatchThatIsNarrowEnough) {
    const PreciseResult done = run_until(lifted(3), into("a.h5"), {.half_width = 0.003, .outcome = kLowMood, .max_replicates = 60});
    ASSERT_GT(batches.size(), 1u);
    for (std::size_t b = 0; b + 1 < batches.size(); ++b) EXPECT_GT(batches[b].second, 0.003);
    EXPECT_LE(batches.back().second, 0.003);
    EXPECT_TRUE(done.is_reached);
    EXPECT_EQ(done.half_width, batches.back().second);
    for (std::size_t b = 0; b < batches.size(); ++b)
        EXPECT_EQ(batches[b].first, kFewestReplicates + kReplicatesABatch * static_cast<int>(b));
    EXPECT_EQ(done.experiment.scenarios.front().replicates, batches.back().first);
    EXPECT_EQ(done.result.levels.values(1, kLowMood, 0, 1).size(), static_cast<std::size_t>(batches.back().first));
    expect_only("a.h5");
}

TEST_F(UntilPrecise, WritesTheFileOfSoManyReplicates) {
    const PreciseResult done = run_until(lifted(2), into("a.h5", 3), {.half_width = 0.003, .outcome = kLowMood, .max_replicates = 60});
    const int replicates = done.experiment.scenarios.front().replicates;
    ASSERT_GT(replicates, kFewestReplicates);
    run(lifted(replicates), into("b.h5"));
    EXPECT_EQ(difference("a.h5", "b.h5"), "");
}

TEST_F(UntilPrecise, EndsAtTheMaximumWithoutAnEffectAndCannotTellTheScenariosApart) {
    const PreciseResult done = run_until(without_effect(4), into("a.h5"), {.half_width = 1e-6, .outcome = kMood, .max_replicates = 14});
    EXPECT_THAT(sizes(), ElementsAre(8, 12, 14));
    EXPECT_FALSE(done.is_reached);
    EXPECT_TRUE(done.result.finished);
    const Estimate difference_of_mood =
        paired_difference(done.result.levels.values(0, kMood, 0, 1), done.result.levels.values(1, kMood, 0, 1));
    EXPECT_NE(difference_of_mood.mean, 0.0);
    EXPECT_EQ(verdict_of(Direction::higher_is_better, difference_of_mood), Verdict::unclear);
}

TEST_F(UntilPrecise, GoesOnWhereItWasStopped) {
    const Precision precision{.half_width = 0.003, .outcome = kLowMood, .max_replicates = 60};
    run_until(lifted(2), into("whole.h5"), precision);
    Execution interrupted = into("a.h5");
    int asked = 0;
    interrupted.should_stop = [&] { return ++asked > 150; };
    const PreciseResult stopped = run_until(lifted(2), interrupted, precision);
    EXPECT_FALSE(stopped.result.finished);
    EXPECT_FALSE(exists("a.h5"));
    EXPECT_TRUE(exists("a.h5.journal"));
    const PreciseResult done = run_until(lifted(2), into("a.h5"), precision);
    EXPECT_GT(done.result.taken_up, 1u);
    EXPECT_EQ(difference("whole.h5", "a.h5"), "");
    expect_only("a.h5");
}

TEST_F(UntilPrecise, DoesNotJudgeByFewReplicates) {
    run_until(lifted(1), into("a.h5"), {.half_width = 1.0, .outcome = kMood, .max_replicates = 60});
    EXPECT_THAT(sizes(), ElementsAre(kFewestReplicates));
}

}  // namespace
}  // namespace bevlogen::testing
