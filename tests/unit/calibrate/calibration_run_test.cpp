// A calibration is the same for any number of threads and processes, however often it was stopped; what failed does not stop it.
#include "sim/calibrate/calibration_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <memory>
#include <thread>

#include "sim/record/posterior_draws.hpp"
#include "sim/sweep/places.hpp"
#include "tests/unit/calibrate/calibrations.hpp"
#include "tests/unit/sweep/pretended_peers.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;

class CalibrationRuns : public Calibrations {
  protected:
    static CalibrationExecution into(const std::string& name, unsigned threads = 1) {
        CalibrationExecution execution;
        execution.threads = threads;
        execution.out = name;
        return execution;
    }
    static CalibrationEnd run(const CalibrationPlan& plan, const CalibrationExecution& execution) {
        Alone alone;
        return run_calibration(model_of(plan), plan, execution, alone);
    }
    static void expect_same(const CalibrationRecord& a, const CalibrationRecord& b) {
        ASSERT_EQ(a.runs.size(), b.runs.size());
        for (std::size_t i = 0; i < a.runs.size(); ++i) {
            EXPECT_EQ(a.runs[i].coordinate, b.runs[i].coordinate);
            EXPECT_EQ(a.runs[i].value, b.runs[i].value);
            EXPECT_EQ(a.runs[i].part, b.runs[i].part);
            EXPECT_EQ(a.runs[i].weight, b.runs[i].weight);
        }
        EXPECT_EQ(a.chosen.value, b.chosen.value);
        EXPECT_EQ(a.chosen.part, b.chosen.part);
        EXPECT_EQ(posterior_draws_text(a, 5), posterior_draws_text(b, 5));
    }
};

TEST_F(CalibrationRuns, FindTheTargetsAndWriteWhatTheyFound) {
    const CalibrationPlan plan = read(whole());
    const CalibrationEnd end = run(plan, into("c.h5"));
    ASSERT_TRUE(end.is_finished);
    EXPECT_EQ(end.now, 50u);
    EXPECT_EQ(end.record.runs.size(), 50u);
    EXPECT_FALSE(std::filesystem::exists("c.h5.journal"));
    double weights = 0.0;
    for (const CalibrationRun& one : end.record.runs) weights += one.weight;
    EXPECT_NEAR(weights, 1.0, 1e-12);
    EXPECT_LT(end.record.generations.back().tolerance, end.record.generations.front().tolerance);
    EXPECT_LT(distance_of(plan.targets, end.record.chosen.part.front()), 2.0);
    expect_same(read_calibration_file("c.h5"), end.record);
    EXPECT_EQ(read_calibration_file("c.h5").about.identity, end.record.about.identity);
}

TEST_F(CalibrationRuns, AreTheSameForAnyNumberOfThreads) {
    const CalibrationPlan plan = read(whole());
    expect_same(run(plan, into("one.h5", 1)).record, run(plan, into("three.h5", 3)).record);
}

TEST_F(CalibrationRuns, GoOnExactlyWhereTheyWereStopped) {
    const CalibrationPlan plan = read(whole());
    const CalibrationRecord whole_record = run(plan, into("whole.h5")).record;
    CalibrationExecution stopping = into("parts.h5");
    int starts = 0;
    for (bool is_finished = false; !is_finished; ++starts) {
        ASSERT_LT(starts, 20) << "it gets on each time";
        const auto left = std::make_shared<std::atomic<int>>(23);
        stopping.should_stop = [left] { return --*left < 0; };
        const CalibrationEnd end = run(plan, stopping);
        is_finished = end.is_finished;
        EXPECT_EQ(std::filesystem::exists("parts.h5"), is_finished);
        if (is_finished) expect_same(end.record, whole_record);
    }
    EXPECT_GT(starts, 3);
}

TEST_F(CalibrationRuns, AreSharedByProcesses) {
    const CalibrationPlan plan = read(whole());
    const CalibrationRecord alone = run(plan, into("alone.h5")).record;
    Meeting meeting(3);
    std::vector<CalibrationEnd> ends(3);
    std::vector<std::thread> threads;
    for (std::size_t rank = 0; rank < 3; ++rank) {
        threads.emplace_back([&, rank] {
            PretendedPeers peers(meeting, rank);
            ends[rank] = run_calibration(model_of(plan), plan, into("shared.h5"), peers);
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(ends[0].now + ends[1].now + ends[2].now, 50u) << "each simulation once";
    expect_same(ends[0].record, alone);
    EXPECT_TRUE(places_of("shared.h5").size() == 1) << "no journal is left";
}

TEST_F(CalibrationRuns, FindAFinishedOneAgainAndRefuseAnother) {
    const CalibrationPlan plan = read(whole());
    const CalibrationRecord first = run(plan, into("c.h5")).record;
    const CalibrationEnd again = run(plan, into("c.h5"));
    EXPECT_EQ(again.now, 0u);
    expect_same(again.record, first);
    const CalibrationPlan other = read(whole() + "# another\n");
    EXPECT_THAT(report_of([&] { run(other, into("c.h5")); }), HasSubstr("belongs to another calibration"));
}

TEST_F(CalibrationRuns, MeasureWhatTheScenarioHasByItself) {
    const CalibrationPlan plan = read(whole(), {"example.teams=100"});
    const auto found = measure_at(model_of(plan), plan, std::vector<std::vector<double>>(2, plan.own_values()), into("none"));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_NE(found[0], found[1]) << "from two starts";
    for (const std::vector<double>& one : found)
        EXPECT_EQ(state_of(plan.targets.front(), one.data()), TargetState::met) << one[0] << " " << one[1];
    EXPECT_FALSE(std::filesystem::exists("none"));
}

TEST_F(CalibrationRuns, GiveDrawsThatOtherCommandsTake) {
    const CalibrationPlan plan = read(whole());
    run(plan, into("c.h5"));
    const ParameterDraws draws = read_draws_or_posterior("c.h5", 6, model_of(plan).vocabulary());
    EXPECT_EQ(draws.size(), 6u);
    EXPECT_EQ(draws.parameters.size(), 2u);
    for (const std::vector<double>& draw : draws.values) EXPECT_TRUE(draw[0] >= -1.0 && draw[0] <= 1.0 && draw[1] >= 0.3 && draw[1] <= 1.5);
    write_content("no.h5", "no HDF5");
    EXPECT_THAT(report_of([&] { read_draws_or_posterior("no.h5", 6, model_of(plan).vocabulary()); }), HasSubstr("no.h5"));
}

}  // namespace
}  // namespace bevlogen::testing
