// What is read back from a results file is what was recorded.
#include "sim/record/stored_runs.hpp"

#include <gtest/gtest.h>

#include "sim/core/diagnostic.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen {
namespace {

using testing::FakeModel;
using testing::Folder;

RecordOptions joined_with_twins() {
    RecordOptions options = testing::small_panel(true, 4);
    options.twin_weeks = {40, 80};
    return options;
}

// Two scenarios, three replicates; the last run of the second scenario failed.
void write_comparison(const std::filesystem::path& file, const RecordPlan& plan) {
    ResultsWriter writer(file, testing::described({"base", "other"}, 3), plan);
    for (unsigned replicate = 0; replicate < 3; ++replicate) {
        for (unsigned scenario = 0; scenario < 2; ++scenario) {
            if (scenario == 1 && replicate == 2) continue;
            writer.add(scenario, replicate, testing::fake_record(plan, scenario + 1, replicate + 1, replicate == 0));
        }
    }
    writer.finish(testing::kProvenance);
}

TEST(StoredRuns, GiveBackWhatTheRecorderPutDown) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(2), joined_with_twins());
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    const StoredResults results(folder / "a.h5");
    const RunRecord kept = testing::fake_record(plan, 2, 2, false);
    const RunRecord read = read_run(results, plan, 1, 1);
    RunRecord expected;
    expected.by_phase = kept.by_phase;
    expected.persons_by_phase = kept.persons_by_phase;
    expected.joined_persons = kept.joined_persons;
    expected.joined = kept.joined;
    expected.joined_phase = kept.joined_phase;
    expected.twin = kept.twin;
    EXPECT_EQ(read, expected);
    EXPECT_FALSE(read.joined_phase.empty());
}

TEST(StoredRuns, GiveSomeCurvesAlone) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(2), joined_with_twins());
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    const StoredResults results(folder / "a.h5");
    const RunRecord whole = read_run(results, plan, 1, 1);
    const std::vector<std::size_t> wanted = {2, 0};
    const RunRecord read = read_curves(results, plan, 1, 1, wanted);
    RunRecord expected;
    expected.by_phase = whole.by_phase;
    expected.persons_by_phase = whole.persons_by_phase;
    const std::size_t of_outcome = whole.by_phase.size() / plan.outcomes();
    for (const std::size_t outcome : {1u, 3u})
        std::fill_n(expected.by_phase.begin() + static_cast<std::ptrdiff_t>(outcome * of_outcome), of_outcome, std::nanf(""));
    EXPECT_EQ(read, expected);
}

TEST(StoredRuns, GiveTeamMaps) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(2), joined_with_twins());
    const RecordPlan one_year(model, testing::scenario_of_years(1), testing::small_panel(false));
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    const StoredResults results(folder / "a.h5");
    const RunRecord kept = testing::fake_record(plan, 2, 2, false);
    const StoredTeamMap map = read_team_map(results, plan, 1, 1, 1);
    ASSERT_EQ(map.teams.size(), kept.teams.size());
    for (std::size_t t = 0; t < map.teams.size(); ++t) EXPECT_EQ(map.teams[t].value, kept.teams[t]);
    EXPECT_EQ(map.means, kept.team_map);
    const StoredTeamMap shorter = read_team_map(results, one_year, 1, 1, 1);
    EXPECT_EQ(shorter.means, std::vector<std::int16_t>(kept.team_map.begin(), kept.team_map.begin() + 4 * 4));
    EXPECT_TRUE(read_team_map(results, plan, 1, 1, 0).teams.empty());  // of which there is no map
}

TEST(StoredRuns, FindTheOptionsOfTheFile) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(2), joined_with_twins());
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    const RecordOptions options = stored_options(StoredResults(folder / "a.h5"));
    EXPECT_TRUE(options.joined);
    EXPECT_EQ(options.twin_weeks, (std::vector<int>{40, 80}));
    EXPECT_EQ(options.panel_every, 4);
    EXPECT_EQ(options.panel_persons, 5u);
}

TEST(StoredRuns, LackARunThatFailed) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(2), joined_with_twins());
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    const RunRecord read = read_run(StoredResults(folder / "a.h5"), plan, 1, 2);
    for (const float value : read.by_phase) EXPECT_TRUE(std::isnan(value));
    for (const std::int32_t persons : read.persons_by_phase) EXPECT_EQ(persons, -1);
    for (const std::int16_t value : read.joined) EXPECT_EQ(value, kNoValue);
}

TEST(StoredRuns, AreReadForFewerYearsThanTheFileHas) {
    const FakeModel model;
    const RecordPlan two_years(model, testing::scenario_of_years(2), testing::small_panel(false));
    const RecordPlan one_year(model, testing::scenario_of_years(1), testing::small_panel(false));
    const Folder folder;
    write_comparison(folder / "a.h5", two_years);
    const StoredResults results(folder / "a.h5");
    const RunRecord longer = read_run(results, two_years, 0, 0), shorter = read_run(results, one_year, 0, 0);
    for (std::size_t outcome = 0; outcome < model.outcomes().size(); ++outcome) {
        const double a = longer.year_mean(two_years, outcome, 1, 1), b = shorter.year_mean(one_year, outcome, 1, 1);
        EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b)));
    }
}

TEST(StoredRuns, LackAnOutcomeThatTheFileDoesNotHave) {
    const FakeModel model;
    const RecordPlan plan(model, testing::scenario_of_years(1), testing::small_panel(false));
    const Folder folder;
    write_comparison(folder / "a.h5", plan);
    FakeModel newer;
    newer.declared.push_back(newer.declared.front());
    newer.declared.back().name = "hope";
    const RecordPlan wanted(newer, testing::scenario_of_years(1), testing::small_panel(false));
    const RunRecord read = read_run(StoredResults(folder / "a.h5"), wanted, 0, 0);
    EXPECT_TRUE(std::isnan(read.year_mean(wanted, newer.declared.size() - 1, 0, 1)));
    EXPECT_EQ(read.by_phase.size(), wanted.outcomes() * 13 * wanted.phases() * kMeasures.size());
}

TEST(StoredRuns, OfOtherShapesAreRefusedByName) {
    const FakeModel model;
    const RecordPlan one_year(model, testing::scenario_of_years(1), testing::small_panel(false));
    const RecordPlan two_years(model, testing::scenario_of_years(2), testing::small_panel(false));
    const Folder folder;
    write_comparison(folder / "a.h5", one_year);
    const StoredResults results(folder / "a.h5");
    try {
        read_run(results, two_years, 0, 0);
        FAIL() << "more clearings than there are were read";
    } catch (const InputError& error) {
        EXPECT_NE(error.diagnostics().sorted().front().message.find("\"hours\""), std::string::npos);
    }
}

}  // namespace
}  // namespace bevlogen
