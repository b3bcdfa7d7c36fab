// A sweep in one process: the same file for any threads, what is in it, what is done again and what fails.
#include "sim/sweep/runner.hpp"

#include <gmock/gmock.h>

#include <set>

#include "sim/experiment/costs.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/sweep/point_scenarios.hpp"
#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SweepRunner : public SweepRuns {
  protected:
    // What an experiment gives of a point's scenario, which it reads on its own.
    static ExperimentResult alone(const SweepPlan& plan, std::size_t point, const std::string& scenario, std::vector<std::string> sets) {
        for (const std::string& setting : settings_of(plan, point)) sets.push_back(setting);
        const Scenario read = house_scenario(scenario, sets);
        Experiment experiment{"run", read.title, read.question, {read}, small_panel(false)};
        experiment.record.panel_persons = 0;
        Execution execution;
        execution.out = "alone-" + std::to_string(point) + ".h5";
        return run_experiment(model_of_plan(plan), experiment, execution);
    }
    static void expect_levels_of(const ExperimentResult& result, const SweepPlan& plan, const StoredSweep& stored, std::size_t point) {
        const SweepShape& shape = stored.shape();
        for (std::size_t r = 0; r < plan.replicates(); ++r) {
            const SweepRun run = stored.run(point, r);
            std::size_t at = 0;
            for (const std::size_t outcome : plan.outcomes) {
                for (std::size_t year = 1; year <= shape.years; ++year) {
                    for (std::size_t phase = 0; phase < shape.phases; ++phase, ++at) {
                        const double level = result.levels.by_replicate(0, outcome, phase, static_cast<int>(year))[r];
                        if (std::isnan(level)) {
                            EXPECT_TRUE(std::isnan(run.values[at]));
                        } else {
                            EXPECT_EQ(run.values[at], static_cast<float>(level)) << "point " << point << " replicate " << r;
                        }
                    }
                }
            }
            ASSERT_EQ(at, run.values.size());
        }
    }
};

TEST_F(SweepRunner, WritesTheSameFileForAnyThreadsAndBlocks) {
    const SweepPlan plan = moods();
    run(plan, into("one.h5"));
    for (const unsigned threads : {2u, 7u}) {
        SweepExecution execution = into("several.h5", threads);
        execution.block_posts = 7 + threads;
        EXPECT_TRUE(run(plan, execution).is_finished);
        EXPECT_EQ(difference("one.h5", "several.h5"), "") << threads;
        std::filesystem::remove("several.h5");
    }
    run(moods("run.seed=2"), into("other.h5"));
    EXPECT_NE(difference("one.h5", "other.h5"), "");
}

// More threads than runs: the blocks of a run are shared out too.
TEST_F(SweepRunner, WritesTheSameFileWithMoreThreadsThanRuns) {
    const SweepPlan plan = plan_of(head_of_plan("kind = \"grid\"") + "[[axis]]\npath = \"example.mean\"\nvalues = [0.5]\n", small_sets());
    run(plan, into("one.h5"));
    SweepExecution execution = into("seven.h5", 7);
    execution.block_posts = 8;
    run(plan, execution);
    EXPECT_EQ(difference("one.h5", "seven.h5"), "");
}

TEST_F(SweepRunner, KeepsOfEachPointWhatAnExperimentOfItGives) {
    const SweepPlan plan = moods();
    run(plan, into("sweep.h5", 2));
    const StoredSweep stored("sweep.h5");
    for (std::size_t p = 0; p < plan.points(); ++p) expect_levels_of(alone(plan, p, "example.toml", small_sets()), plan, stored, p);
    EXPECT_THAT(stored.run(0, 0).persons, Each(60.0f));
    EXPECT_THAT(stored.run(0, 0).euros, IsEmpty());
    EXPECT_NE(stored.run(0, 0).values, stored.run(1, 0).values);
    EXPECT_NE(stored.run(0, 0).values, stored.run(0, 1).values);
}

// Under draws each replicate is what it would be with its draw set.
TEST_F(SweepRunner, RunsEachReplicateUnderItsDraw) {
    const std::string points = head_of_plan("kind = \"grid\"") + "[[axis]]\npath = \"example.relaxation\"\nvalues = [4, 8]\n";
    const SweepPlan drawn = plan_of(points + "[[draw]]\nexample.mean = -0.5\n[[draw]]\nexample.mean = 0\n[[draw]]\nexample.mean = 0.5\n",
                                    small_sets("run.replicates=4"));
    run(drawn, into("drawn.h5", 2));
    const StoredSweep stored("drawn.h5");
    std::set<std::size_t> seen;
    for (std::size_t r = 0; r < 4; ++r) {
        const std::size_t draw = drawn.draw_of(r);
        seen.insert(draw);
        std::vector<std::string> sets = small_sets("run.replicates=4");
        sets.push_back("example.mean=" + std::to_string(drawn.draws->values[draw][0]));
        const std::string name = "set-" + std::to_string(r) + ".h5";
        run(plan_of(points, sets), into(name));
        for (std::size_t p = 0; p < 2; ++p) EXPECT_EQ(stored.run(p, r).values, StoredSweep(name).run(p, r).values) << p << " " << r;
    }
    EXPECT_EQ(seen.size(), 3u);
}

// Points that differ in interventions alone are begun from one burn-in a replicate and worker; each is the run that it would be alone.
TEST_F(SweepRunner, SharesABurnInWithoutAnyoneSeeing) {
    const std::string lifts = "[[axis]]\npath = \"intervention.lift-everybody.lift.mood\"\nvalues = [0, 0.5, -1]\n";
    const std::string pinned = "[[axis]]\npath = \"example.mean\"\nvalues = [0.5]\n";
    const SweepPlan sharing = plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") + lifts, small_sets());
    const SweepPlan alone_each = plan_of(head_of_plan("kind = \"grid\"", "example-lift.toml") + lifts + pinned, small_sets());
    ASSERT_TRUE(PointScenarios::share_burn_in(sharing));
    ASSERT_FALSE(PointScenarios::share_burn_in(alone_each));
    run(sharing, into("sharing.h5"));
    run(alone_each, into("alone.h5", 2));
    const StoredSweep one("sharing.h5"), other("alone.h5");
    for (std::size_t p = 0; p < 3; ++p) {
        for (std::size_t r = 0; r < 2; ++r) EXPECT_EQ(one.run(p, r).values, other.run(p, r).values) << p << " " << r;
    }
    EXPECT_NE(one.run(0, 0).values, one.run(1, 0).values);
}

TEST_F(SweepRunner, PricesEachRunAsItsOwnScenarioSays) {
    const std::vector<std::string> sets = {"population.scale=0.005", "time.years=1", "time.burn_in=0",
                                           "intervention.less-administration.start.week=4"};
    const SweepPlan plan = plan_of(
        "scenario = \"less-administration.toml\"\nreplicates = 1\n[design]\nkind = \"list\"\n"
        "[[axis]]\npath = \"intervention.less-administration.costs.euro_per_person_year\"\nvalues = [500, 7500]\n"
        "[[axis]]\npath = \"intervention.less-administration.shift.administration\"\nvalues = [0, -1]\n",
        sets);
    run(plan, into("sweep.h5", 2));
    const StoredSweep stored("sweep.h5");
    ASSERT_GT(stored.shape().payers, 1u);
    std::vector<std::string> once = sets;
    once.push_back("run.replicates=1");
    for (std::size_t p = 0; p < 2; ++p) {
        std::vector<std::string> point_sets = once;
        for (const std::string& setting : settings_of(plan, p)) point_sets.push_back(setting);
        const ExperimentResult result = alone(plan, p, "less-administration.toml", once);
        const Scenario scenario = house_scenario("less-administration.toml", point_sets);
        const Costs costs(model_of_plan(plan), {&scenario, 1}, result.resources);
        const SweepRun run = stored.run(p, 0);
        ASSERT_EQ(run.euros.size(), costs.payers());
        double all = 0.0;
        for (std::size_t payer = 0; payer < costs.payers(); ++payer) {
            const double euros = costs.euros(0, {{}, payer, 1}, Discounting::none).front();
            EXPECT_EQ(run.euros[payer], static_cast<float>(euros)) << payer;
            all += std::abs(euros);
        }
        EXPECT_GT(all, 0.0);
        expect_levels_of(result, plan, stored, p);
    }
    EXPECT_NE(stored.run(0, 0).euros, stored.run(1, 0).euros);
}

TEST_F(SweepRunner, TellsWhatItDidAndLeavesOneFile) {
    const SweepPlan plan = moods();
    std::vector<std::size_t> told;
    SweepExecution execution = into("new/folder/sweep.h5", 3);
    execution.on_progress = [&](const SweepProgress& progress) {
        EXPECT_EQ(progress.runs, 10u);
        EXPECT_EQ(progress.before, 0u);
        told.push_back(progress.now);
    };
    const SweepEnd end = run(plan, execution);
    EXPECT_TRUE(end.is_finished);
    EXPECT_EQ(end.file, "new/folder/sweep.h5");
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 0, 10));
    EXPECT_THAT(end.failed, IsEmpty());
    EXPECT_THAT(told, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    EXPECT_THAT(names_in_folder(), ElementsAre("new"));
    EXPECT_TRUE(std::filesystem::exists("new/folder/sweep.h5"));
    EXPECT_FALSE(std::filesystem::exists("new/folder/sweep.h5.journal"));
}

TEST_F(SweepRunner, FindsACompleteFileAndRunsNothing) {
    const SweepPlan plan = moods();
    run(plan, into("sweep.h5"));
    const std::string before = content_of("sweep.h5");
    SweepExecution again = into("sweep.h5", 5);
    again.on_progress = [](const SweepProgress&) { ADD_FAILURE() << "something was run"; };
    const SweepEnd end = run(plan, again);
    EXPECT_TRUE(end.is_finished);
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(10, 10, 0));
    EXPECT_EQ(end.file, "sweep.h5");
    EXPECT_EQ(content_of("sweep.h5"), before);
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5"));
}

TEST_F(SweepRunner, GoesOnFromThereWithMoreReplicates) {
    run(moods(), into("sweep.h5"));
    const SweepEnd end = run(moods("run.replicates=3"), into("sweep.h5", 2));
    EXPECT_THAT((std::vector{end.runs, end.before, end.now}), ElementsAre(15, 10, 5));
    run(moods("run.replicates=3"), into("whole.h5"));
    EXPECT_EQ(difference("whole.h5", "sweep.h5"), "");
}

// Days of work must not go because somebody forgot a number.
TEST_F(SweepRunner, RefusesToLoseReplicatesThatAreThere) {
    run(moods("run.replicates=3"), into("sweep.h5", 2));
    const std::string before = content_of("sweep.h5");
    EXPECT_THROW(run(moods(), into("sweep.h5")), InputError);
    EXPECT_EQ(content_of("sweep.h5"), before);
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5"));
}

class FailedPoints : public SweepRunner {};

TEST_F(FailedPoints, AreRecordedWithTheirMessageAndTheOthersGoOn) {
    for (const unsigned threads : {1u, 3u}) {
        const SweepEnd end = run(failing(), into("sweep.h5", threads));
        EXPECT_TRUE(end.is_finished);
        EXPECT_EQ(end.now, 8u);
        ASSERT_THAT(end.failed, SizeIs(2));
        for (std::size_t i = 0; i < 2; ++i) {
            EXPECT_EQ(std::pair(end.failed[i].point, end.failed[i].replicate), std::pair(std::size_t{2}, i));
            EXPECT_THAT(end.failed[i].message, HasSubstr("lift-everybody"));
        }
        const StoredSweep stored("sweep.h5");
        EXPECT_EQ(stored.status(2, 1), SweepRunStatus::failed);
        EXPECT_EQ(stored.run(2, 1).failure, end.failed[1].message);
        for (const std::size_t p : {0u, 1u, 3u}) EXPECT_EQ(stored.status(p, 1), SweepRunStatus::done) << p;
        std::filesystem::remove("sweep.h5");
    }
}

TEST_F(FailedPoints, StayFailedUntilTheyAreRetried) {
    run(failing(), into("sweep.h5"));
    const SweepEnd again = run(failing(), into("sweep.h5"));
    EXPECT_THAT((std::vector{again.before, again.now, again.failed.size()}), ElementsAre(8, 0, 2));
    SweepExecution retrying = into("sweep.h5");
    retrying.failed_before = FailedBefore::are_retried;
    const SweepEnd retried = run(failing(), retrying);
    EXPECT_THAT((std::vector{retried.before, retried.now, retried.failed.size()}), ElementsAre(6, 2, 2));
}

class UnrunnableSweep : public SweepRunner {};

TEST_F(UnrunnableSweep, IsRefusedBeforeAnythingIsWritten) {
    EXPECT_THAT(report_of([&] { run(moods("time.years=0"), into("sweep.h5")); }), HasSubstr("time.years must be at least 1"));
    const SweepPlan nobody = plan_of(head_of_plan("kind = \"grid\"", "less-administration.toml") +
                                         "[[axis]]\npath = \"intervention.less-administration.shift.administration\"\nvalues = [0]\n",
                                     {"population.scale=0.005", "time.years=2", "intervention.less-administration.scope.arm=7"});
    EXPECT_THROW(run(nobody, into("sweep.h5")), InputError);
    EXPECT_THAT(names_in_folder(), IsEmpty());
}

}  // namespace
}  // namespace bevlogen::testing
