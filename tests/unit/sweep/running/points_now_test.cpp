// What is there of a sweep is shown as its file will show it, and nobody who runs it notices.
#include "sim/sweep/points_now.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "sim/core/diagnostic.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/record/journal.hpp"
#include "sim/sweep/description.hpp"
#include "sim/sweep/journal_start.hpp"
#include "sim/sweep/sources.hpp"
#include "tests/unit/sweep/running/sweep_runs.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsNan;
using ::testing::NanSensitiveFloatEq;
using ::testing::Pointwise;
using ::testing::SizeIs;

// All but how far it is.
void expect_same_sweep(const SweepPoints& a, const SweepPoints& b) {
    EXPECT_EQ(a.model, b.model);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.question, b.question);
    EXPECT_EQ(a.years, b.years);
    EXPECT_EQ(a.replicates, b.replicates);
    EXPECT_EQ(a.runs, b.runs);
    EXPECT_EQ(a.values, b.values);
    EXPECT_EQ(a.phases.names, b.phases.names);
    EXPECT_EQ(a.phases.labels, b.phases.labels);
    EXPECT_EQ(a.phases.members, b.phases.members);
    ASSERT_EQ(a.parameters.size(), b.parameters.size());
    for (std::size_t p = 0; p < a.parameters.size(); ++p) {
        for (const auto text : {&SweptParameter::path, &SweptParameter::unit, &SweptParameter::description, &SweptParameter::spread,
                                &SweptParameter::scale, &SweptParameter::words})
            EXPECT_EQ(a.parameters[p].*text, b.parameters[p].*text);
        EXPECT_EQ(a.parameters[p].label, b.parameters[p].label);
    }
    ASSERT_EQ(a.outcomes.size(), b.outcomes.size());
    for (std::size_t o = 0; o < a.outcomes.size(); ++o) {
        EXPECT_EQ(a.outcomes[o].name, b.outcomes[o].name);
        EXPECT_EQ(a.outcomes[o].label, b.outcomes[o].label);
        EXPECT_EQ(a.outcomes[o].unit, b.outcomes[o].unit);
        EXPECT_EQ(a.outcomes[o].good, b.outcomes[o].good);
        EXPECT_EQ(a.outcomes[o].shape, b.outcomes[o].shape);
        EXPECT_EQ(a.outcomes[o].headline, b.outcomes[o].headline);
        EXPECT_EQ(a.outcomes[o].averted, b.outcomes[o].averted);
        EXPECT_EQ(a.outcomes[o].description, b.outcomes[o].description);
    }
}

void expect_same_points(const SweepPoints& a, const SweepPoints& b) {
    expect_same_sweep(a, b);
    EXPECT_EQ(a.done, b.done);
    EXPECT_EQ(a.failed, b.failed);
    EXPECT_EQ(a.is_complete, b.is_complete);
    EXPECT_THAT(a.means, Pointwise(NanSensitiveFloatEq(), b.means));
    EXPECT_THAT(a.half_widths, Pointwise(NanSensitiveFloatEq(), b.half_widths));
}

class PointsNowTest : public SweepRuns {
  protected:
    static SweepPoints points(const std::string& out = "sweep.h5") { return points_now(out, shelf()); }
    static void run_share(const SweepPlan& plan, Share share) {
        SweepExecution execution = into("sweep.h5");
        execution.share = share;
        run(plan, execution);
    }
    JournalEntry start() const {
        return start_entry(
            {resolved_plan_text(plan, model_of_plan(plan)), plan.base.resolved, plan.base.name, {}, 10, 10, 100.0, 1, "here"});
    }
    // A run out of a file, as a journal has it.
    static JournalEntry done(const std::string& file, std::uint32_t point, std::uint32_t replicate) {
        return {JournalEntryKind::finished_run, point, replicate,
                JournalRun{130.0, 1.0, StoredSweep(file).run(point, replicate)}.to_bytes()};
    }
    // Open, as if its worker were running, while what is returned lives.
    std::unique_ptr<Journal> journal(const std::string& name, const std::vector<JournalEntry>& entries) const {
        auto written = std::make_unique<Journal>(name, sweep_identity(plan, model_of_plan(plan)));
        for (const JournalEntry& entry : entries) written->append(entry);
        return written;
    }

    SweepPlan plan = moods();  // five points under two replicates
};

TEST_F(PointsNowTest, AreMeansAndIntervalsOverReplicates) {
    plan = moods("run.replicates=3");
    run(plan, into("sweep.h5"));
    const SweepPoints found = points();
    const StoredSweep file("sweep.h5");
    EXPECT_EQ(found.points(), 5u);
    EXPECT_EQ(found.replicates, 3u);
    EXPECT_EQ(found.values, plan.values);
    EXPECT_EQ(found.value(2, 1), plan.at(2)[1]);
    EXPECT_THAT(found.done, ElementsAre(3, 3, 3, 3, 3));
    EXPECT_EQ(std::pair(found.runs, found.runs_done), (std::pair<std::size_t, std::size_t>(15, 15)));
    EXPECT_TRUE(found.is_complete);
    const SweepShape& shape = file.shape();
    for (std::size_t o = 0; o < shape.outcomes; ++o) {
        for (std::size_t phase = 0; phase < shape.phases; ++phase) {
            ASSERT_THAT(found.means_of(o, 1, phase), SizeIs(5));
            for (std::size_t point = 0; point < 5; ++point) {
                std::vector<double> values;
                for (std::size_t r = 0; r < 3; ++r) values.push_back(file.run(point, r).values[o * shape.phases + phase]);
                const Estimate expected = estimate_mean(values);
                EXPECT_NEAR(found.means_of(o, 1, phase)[point], expected.mean, 1e-6);
                EXPECT_NEAR(found.half_widths_of(o, 1, phase)[point], expected.high - expected.mean, 1e-5);
            }
        }
    }
}

TEST_F(PointsNowTest, OfShardsAreThoseOfTheFileThatTheyWillBe) {
    run(plan, into("whole.h5"));
    run_share(plan, {1, 2});
    run_share(plan, {2, 2});
    expect_same_points(points(), points("whole.h5"));
}

TEST_F(PointsNowTest, OfAHalfAreThoseThatAreThere) {
    run(plan, into("whole.h5"));
    run_share(plan, {1, 2});  // runs 0, 2, 4 of the first replicate, 6 and 8 of the second
    const SweepPoints half = points(), whole = points("whole.h5");
    expect_same_sweep(half, whole);
    EXPECT_THAT(half.done, ElementsAre(1, 1, 1, 1, 1));
    EXPECT_EQ(half.runs_done, 5u);
    EXPECT_FALSE(half.is_complete);
    EXPECT_THAT(half.half_widths, Each(IsNan()));  // of one replicate
    const StoredSweep file("whole.h5");
    for (std::size_t point = 0; point < 5; ++point) EXPECT_EQ(half.means_of(0, 1, 0)[point], file.run(point, point % 2).values[0]) << point;
}

TEST_F(PointsNowTest, OfAJournalThatIsBeingWrittenAreItsRuns) {
    run(plan, into("whole.h5"));
    const auto open = journal("sweep.h5.journal", {start(), done("whole.h5", 0, 0), done("whole.h5", 3, 0), done("whole.h5", 3, 1)});
    const SweepPoints found = points(), whole = points("whole.h5");
    expect_same_sweep(found, whole);
    EXPECT_THAT(found.done, ElementsAre(1, 0, 0, 2, 0));
    for (std::size_t o = 0; o < found.outcomes.size(); ++o) {
        for (std::size_t phase = 0; phase < found.phases.size(); ++phase) {
            const auto now = found.means_of(o, 1, phase), at_end = whole.means_of(o, 1, phase);
            EXPECT_TRUE(std::isfinite(now[0]));
            EXPECT_EQ(now[3], at_end[3]);
            EXPECT_EQ(found.half_widths_of(o, 1, phase)[3], whole.half_widths_of(o, 1, phase)[3]);
            for (const std::size_t point : {1u, 2u, 4u}) EXPECT_TRUE(std::isnan(now[point]));
        }
    }
}

// A window looks whenever it likes, also while a worker has its journal open and while it writes the file.
TEST_F(PointsNowTest, GrowRunByRunWhileASweepIsRun) {
    run(plan, into("whole.h5"));
    std::vector<std::size_t> seen;
    SweepExecution execution = into("sweep.h5");
    execution.on_progress = [&](const SweepProgress&) { seen.push_back(points().runs_done); };
    run(plan, execution);
    EXPECT_THAT(seen, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    expect_same_points(points(), points("whole.h5"));
    EXPECT_EQ(difference("sweep.h5", "whole.h5"), "");
    EXPECT_THAT(names_in_folder(), ElementsAre("sweep.h5", "whole.h5"));
}

TEST_F(PointsNowTest, GoOnFromAFileThatIsThereWithMoreReplicates) {
    run(plan, into("sweep.h5"));
    plan = moods("run.replicates=3");
    std::vector<std::size_t> seen;
    SweepExecution execution = into("sweep.h5");
    execution.on_progress = [&](const SweepProgress&) {
        const SweepPoints now = points();
        EXPECT_EQ(now.runs, 15u);
        seen.push_back(now.runs_done);
    };
    run(plan, execution);
    EXPECT_THAT(seen, ElementsAre(11, 12, 13, 14, 15));
}

TEST_F(PointsNowTest, PassOverATornTailAndChangeNothing) {
    run(plan, into("whole.h5"));
    journal("sweep.h5.journal", {start(), done("whole.h5", 0, 0), done("whole.h5", 3, 0)});
    const std::string entire = content_of("sweep.h5.journal");
    const std::size_t last = entry_bytes(done("whole.h5", 3, 0)).size();
    for (std::size_t cut = 0; cut < last + 3; cut += 7) {
        const std::string torn = entire.substr(0, entire.size() - cut);
        write_content("sweep.h5.journal", torn);
        EXPECT_EQ(points().runs_done, cut == 0 ? 2u : cut <= last ? 1u : 0u) << cut;
        EXPECT_EQ(content_of("sweep.h5.journal"), torn);
    }
    write_content("sweep.h5.journal", entire + "torn");
    EXPECT_THAT(points().done, ElementsAre(1, 0, 0, 1, 0));
}

TEST_F(PointsNowTest, CountWhatFailed) {
    run(failing(), into("whole.h5"));
    run_share(failing(), {1, 2});
    run_share(failing(), {2, 2});
    const SweepPoints found = points();
    EXPECT_THAT(found.failed, ElementsAre(0, 0, 2, 0));
    EXPECT_THAT(found.done, ElementsAre(2, 2, 0, 2));
    EXPECT_EQ(std::pair(found.runs_done, found.runs_failed), (std::pair<std::size_t, std::size_t>(6, 2)));
    EXPECT_TRUE(found.is_complete);
    EXPECT_TRUE(std::isnan(found.means_of(0, 1, 0)[2]));
    expect_same_points(found, points("whole.h5"));
}

// Whoever opens last year's sweep has another version of the program, and perhaps not its model.
TEST_F(PointsNowTest, OfAFileThatStandsAloneAreReadWhoeverWroteIt) {
    class EmptyShelf : public ModelShelf {
      public:
        std::vector<std::string> names() const override { return {}; }
        const Model* find(const std::string&) const override { return nullptr; }
    };
    run(plan, into("whole.h5"));
    SweepDescription description = describe_sweep(plan, model_of_plan(plan));
    description.identity = "of another version";
    const StoredSweep whole("whole.h5");
    write_sweep_file("sweep.h5", description,
                     [&](std::size_t point, std::size_t replicate) { return std::optional(whole.run(point, replicate)); }, {});
    expect_same_points(points(), points("whole.h5"));
    const SweepPoints without_model = points_now("sweep.h5", EmptyShelf());
    EXPECT_EQ(without_model.outcomes[0].good, points().outcomes[0].good);
    EXPECT_EQ(without_model.phases.names, points().phases.names);
    EXPECT_THAT(without_model.means, Pointwise(NanSensitiveFloatEq(), points().means));
    journal("sweep.h5.journal", {start()});
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("belongs to another sweep"));
}

TEST_F(PointsNowTest, OfAWholeFileLeaveItsShardsAlone) {
    run_share(plan, {1, 2});
    run(plan, into("sweep.h5"));
    const SweepPoints found = points();
    EXPECT_TRUE(found.is_complete);
    EXPECT_EQ(found.runs, 10u);
}

// The models are asked for between the listing and the look at the last file.
TEST_F(PointsNowTest, AreLookedForAgainWhereAFileGoesMeanwhile) {
    class RemovingShelf : public ModelShelf {
      public:
        std::vector<std::string> names() const override { return shelf().names(); }
        const Model* find(const std::string& name) const override {
            std::filesystem::remove("sweep.shard-2-of-2.h5");
            return shelf().find(name);
        }
    };
    run_share(plan, {1, 2});
    run_share(plan, {2, 2});
    EXPECT_EQ(points().runs_done, 10u);
    EXPECT_EQ(points_now("sweep.h5", RemovingShelf()).runs_done, 5u);
}

TEST_F(PointsNowTest, AreRefusedWhereThereIsNothingYet) {
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("sweep.h5: error: there is nothing of this sweep"));
    EXPECT_THAT(report_of([] { points("no/folder/sweep.h5"); }), HasSubstr("there is nothing of this sweep"));
    const auto open = journal("sweep.h5.journal", {});
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("holds nothing of a sweep yet"));
}

TEST_F(PointsNowTest, AreThereWithoutARunAsSoonAsAWorkerHasBegun) {
    const auto open = journal("sweep.h5.journal", {start()});
    const SweepPoints found = points();
    EXPECT_EQ(found.values, plan.values);
    EXPECT_THAT(found.done, ElementsAre(0, 0, 0, 0, 0));
    EXPECT_THAT(found.means, Each(IsNan()));
}

TEST_F(PointsNowTest, AreRefusedOfWhatBelongsToOthersOrIsDamaged) {
    write_content("sweep.h5", "no results");
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("is not an HDF5 file"));
    std::filesystem::remove("sweep.h5");
    journal("sweep.shard-1-of-2.h5.journal", {start()});
    plan = moods("run.seed=9");
    journal("sweep.shard-2-of-2.h5.journal", {start()});
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("belongs to another sweep"));
    std::filesystem::remove("sweep.shard-1-of-2.h5.journal");
    SweepRun of_other_shape{{1.0f}, {1.0f}, {}, {}};
    const JournalEntry strange{JournalEntryKind::finished_run, 0, 0, JournalRun{130.0, 1.0, of_other_shape}.to_bytes()};
    journal("sweep.shard-2-of-2.h5.journal", {strange, start()});
    EXPECT_THAT(report_of([] { points(); }), HasSubstr("has a run of point 1 that is not of the outcomes"));
    std::string damaged = content_of("sweep.shard-2-of-2.h5.journal");
    damaged[damaged.size() - 20] = static_cast<char>(damaged[damaged.size() - 20] ^ 1);
    write_content("sweep.shard-2-of-2.h5.journal", damaged);
    EXPECT_THROW(points(), std::runtime_error);
}

}  // namespace
}  // namespace bevlogen::testing
