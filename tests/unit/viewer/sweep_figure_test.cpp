// A sweep's figure shows what has been run, where its parameter stood, and nothing of what is missing.
#include "viewer/figures/sweep_figure.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "tests/unit/viewer/drawings.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

// Three points of one parameter, the last of which has no run yet.
std::shared_ptr<const SweepPoints> three_points() {
    auto points = std::make_shared<SweepPoints>();
    points->parameters.push_back({"coaching.coaches", {"coaches", "coaches"}, "1", "", "", "linear", ""});
    points->outcomes.push_back(share_outcome("burnt_out", {"burnt out", "opgebrand"}, Direction::lower_is_better, ""));
    points->phases.add("all", {"all", "allen"}, 1);
    points->years = 2;
    points->replicates = 2;
    points->values = {4.0, 64.0, 256.0};
    points->means = {0.20f, 0.18f, kNaN, 0.19f, 0.15f, kNaN};  // [year][point]
    points->half_widths = {0.01f, kNaN, kNaN, 0.02f, 0.01f, kNaN};
    points->done = {2, 2, 0};
    points->failed = {0, 0, 0};
    return points;
}

TEST(SweepFigure, ShowsPointsOfTheChosenYear) {
    const PointChart chart = sweep_chart(*three_points(), {0, 0, 0, 2});
    ASSERT_THAT(chart.points, SizeIs(3));
    EXPECT_EQ(chart.points[1].x, 64.0);
    EXPECT_FLOAT_EQ(static_cast<float>(chart.points[1].y), 0.15f);
    EXPECT_TRUE(std::isnan(chart.points[2].y));
    EXPECT_THAT(chart.title, HasSubstr("year 2"));
    EXPECT_EQ(chart.y.style, NumberStyle::percent);
    // Every interval lies within; the point without a run does not count.
    EXPECT_LE(chart.y.range.low, 0.14);
    EXPECT_GE(chart.y.range.high, 0.21);
    EXPECT_LT(chart.x.range.high, 100.0);
}

TEST(SweepFigure, DrawsADotForEachPointWithARun) {
    Drawing drawing{500.0f, 300.0f, {}};
    Placed placed{};
    sweep_figure(three_points(), {0, 0, 0, 1}, &placed).draw({0.0f, 0.0f, 500.0f, 300.0f}, letters(), drawing);
    EXPECT_THAT(marks_of<DotMark>(drawing), SizeIs(2));
    EXPECT_GT(placed.frame.width(), 300.0f);
}

TEST(SweepFigure, TablesEveryPointWithItsParameters) {
    const Table table = sweep_figure(three_points(), {0, 0, 0, 2}, nullptr).table();
    ASSERT_THAT(table.rows, SizeIs(3));
    EXPECT_THAT(table.columns, ::testing::ElementsAre("point", "coaching.coaches", "replicates", "burnt_out", "half_width"));
    EXPECT_EQ(std::get<double>(table.rows[1][1]), 64.0);
    EXPECT_TRUE(std::isnan(std::get<double>(table.rows[2][3])));
}

TEST(PointChart, OfOneValueHasRoomAroundIt) {
    PointChart chart;
    chart.points = {{5.0, 2.0, std::nan("")}};
    fit_axes(chart);
    EXPECT_LT(chart.x.range.low, 5.0);
    EXPECT_GT(chart.x.range.high, 5.0);
    chart.points.clear();
    fit_axes(chart);
    EXPECT_EQ(chart.x.range, (AxisRange{0.0, 1.0}));
}

}  // namespace
}  // namespace bevlogen::testing
