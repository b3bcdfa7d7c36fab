// Heads and flows of the staffing are counted from the snapshot, each beside what it would have been.
#include "viewer/figures/staffing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/viewer/drawings.hpp"
#include "tests/unit/viewer/snapshots.hpp"
#include "viewer/figures/people.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::size_t flows() { return staffing_outcomes(workforce()).size() - 1; }  // vacancies are none

TEST(StaffingTest, TellsOfVacanciesAndOfWhatTheModelHas) {
    const auto told = staffing_outcomes(workforce());
    EXPECT_EQ(told.front(), outcome("vacant_posts"));
    EXPECT_THAT(told, ::testing::Contains(outcome("resignations")));
    EXPECT_EQ(std::set<std::size_t>(told.begin(), told.end()).size(), told.size());
}

TEST(StaffingTest, BarsArePersonsOfThePhasesBesideTheGhost) {
    const BarChart chart = persons_chart(workforce(), made_snapshot(3), {});
    ASSERT_THAT(chart.bars, SizeIs(workforce().phases().size() - 1));  // everybody is no phase
    for (std::size_t b = 0; b < chart.bars.size(); ++b) {
        EXPECT_EQ(chart.bars[b].name, capitalised(workforce().phases().labels[b + 1].en));
        EXPECT_EQ(chart.bars[b].ghost, 100.0 * static_cast<double>(b + 1));
        EXPECT_EQ(chart.bars[b].value, chart.bars[b].ghost + 10);
        EXPECT_EQ(chart.bars[b].words, std::to_string(b + 1) + "10 (+10)");
        EXPECT_EQ(chart.bars[b].colour, colour_of_phase(b + 1));
    }
}

TEST(StaffingTest, WordsLeaveOutADifferenceOfNobody) {
    Snapshot snapshot = made_snapshot(2);
    snapshot.lines[1].curves.persons = snapshot.lines[0].curves.persons;
    EXPECT_EQ(persons_chart(workforce(), snapshot, {}).bars[0].words, "100");
    snapshot.lines[1].curves.persons.assign(snapshot.lines[1].curves.persons.size(), 40.0f);
    EXPECT_EQ(persons_chart(workforce(), snapshot, {}).bars[0].words, "40 (\u221260)");
}

TEST(StaffingTest, AFlowIsTheMeanOfRateTimesPersonsOverTheLastYear) {
    const auto rate = [](std::size_t line, std::size_t, std::size_t, std::size_t c) {
        return c < 13 ? 1.0f : line == 0 ? 0.10f : c < 14 ? 0.10f : 0.05f;
    };
    const BarChart full = flows_chart(workforce(), made_snapshot(26, 2, rate), {});
    ASSERT_THAT(full.bars, SizeIs(flows()));
    for (const Bar& bar : full.bars) {
        EXPECT_NEAR(bar.ghost, 0.10 * 2100, 1e-3);
        EXPECT_NEAR(bar.value, (0.10 + 12 * 0.05) / 13 * 2100, 1e-3);
    }
    const auto early =
        flows_chart(workforce(), made_snapshot(2, 2, [](auto, auto, auto, std::size_t c) { return c == 0 ? 0.2f : 0.4f; }), {});
    EXPECT_NEAR(early.bars[0].value, 0.3 * 2100, 1e-3);
}

TEST(StaffingTest, FlowsThatTheSnapshotDoesNotHaveAreLeftOut) {
    Snapshot snapshot = made_snapshot(3);
    for (std::size_t& curve : snapshot.wants.curves) {
        if (curve != outcome("resignations")) curve = outcome("exhaustion");
    }
    const auto chart = flows_chart(workforce(), snapshot, {});
    ASSERT_THAT(chart.bars, SizeIs(1));
    EXPECT_THAT(vacancies_chart(workforce(), snapshot, {}).curves, IsEmpty());
}

TEST(StaffingTest, VacanciesAreThoseOfEverybody) {
    const LineChart chart = vacancies_chart(workforce(), made_snapshot(3), {});
    ASSERT_THAT(chart.curves, SizeIs(2));
    EXPECT_THAT(chart.curves[0].y, ElementsAre(plain_value(0, 3, 0, 0), plain_value(0, 3, 0, 1), plain_value(0, 3, 0, 2)));
    EXPECT_GE(chart.y.range.low, 0.0);
    EXPECT_FALSE(chart.x.title.empty());
}

TEST(StaffingTest, BeforeTheFirstClearingNothingIsKnown) {
    for (const Bar& bar : persons_chart(workforce(), made_snapshot(0), {}).bars) EXPECT_EQ(bar.words, "--");
    for (const Bar& bar : flows_chart(workforce(), made_snapshot(0), {}).bars) EXPECT_TRUE(std::isnan(bar.value) && std::isnan(bar.ghost));
}

TEST(StaffingTest, TheTableHasTheBars) {
    const Figure figure = staffing_figure(workforce(), std::make_shared<Snapshot>(made_snapshot(3)), {});
    EXPECT_EQ(figure.name, "staffing-week-12");
    const Table table = figure.table();
    EXPECT_THAT(table.columns, ElementsAre("part", "name", "with", "without"));
    ASSERT_THAT(table.rows, SizeIs(workforce().phases().size() - 1 + flows()));
    EXPECT_THAT(table.rows, Each(SizeIs(4)));
    EXPECT_EQ(std::get<double>(table.rows[1][2]), 210.0);
    EXPECT_EQ(std::get<double>(table.rows[1][3]), 200.0);
}

}  // namespace
}  // namespace bevlogen::testing
