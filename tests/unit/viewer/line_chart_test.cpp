// Curves are whole where there are values, and the area between two says on which side one lies of the other.
#include "viewer/plot/line_chart.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "tests/unit/viewer/drawings.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr Box kBox{0, 0, 500, 300};

Curve curve_of(std::vector<float> y, Colour colour = colours::kNavy) {
    Curve curve{"run", colour, {}, std::move(y)};
    for (std::size_t i = 0; i < curve.y.size(); ++i) curve.x.push_back(static_cast<float>(i));
    return curve;
}
LineChart chart_of(std::vector<Curve> curves) {
    LineChart chart;
    chart.x = {{0, 10}, {}};
    chart.y = {{-2, 2}, {}};
    chart.curves = std::move(curves);
    return chart;
}
struct Drawn {
    Drawing drawing;
    Placed placed;
};
Drawn drawn(const LineChart& chart) {
    Drawn result;
    result.placed = draw(chart, kBox, letters(), result.drawing);
    return result;
}
LineChart with_between(std::vector<float> from, std::vector<float> to) {
    LineChart chart = chart_of({curve_of(std::move(from), colours::kGhost), curve_of(std::move(to))});
    chart.between = Between{0, 1, colours::kWorse, colours::kBetter};
    return chart;
}
bool is_of(const BandMark& band, Colour colour) { return band.colour == colour.with_alpha(band.colour.alpha / 255.0); }

TEST(LineChartTest, GapsSplitACurveAndAPointAloneIsADot) {
    const auto [drawing, placed] = drawn(chart_of({curve_of({0, 1, kNaN, 1, kNaN, kNaN, 0, 1, 1})}));
    const auto lines = marks_of<LineMark>(drawing, colours::kNavy);
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_THAT(lines[0].points, ::testing::ElementsAre(placed.at(0, 0), placed.at(1, 1)));
    EXPECT_THAT(lines[1].points, SizeIs(3));
    const auto dots = marks_of<DotMark>(drawing);
    ASSERT_THAT(dots, SizeIs(1));
    EXPECT_EQ(dots[0].at, placed.at(3, 1));
}

TEST(LineChartTest, CurvesAreCutOffAtTheFrame) {
    const auto [drawing, placed] = drawn(chart_of({curve_of({0, 100})}));
    for (const ClippedMark& marked : drawing.marks) {
        const auto* line = std::get_if<LineMark>(&marked.mark);
        if (line && line->colour == colours::kNavy) {
            EXPECT_EQ(marked.clip, placed.frame);
        }
    }
}

TEST(LineChartTest, WithoutValuesThereIsOnlyTheFrame) {
    const auto [empty, at] = drawn(chart_of({}));
    const auto [nothing, there] = drawn(chart_of({curve_of({}), curve_of({kNaN, kNaN})}));
    EXPECT_EQ(empty.marks.size(), nothing.marks.size());
    EXPECT_THAT(marks_of<BandMark>(nothing), IsEmpty());
    EXPECT_THAT(marks_of<DotMark>(nothing), IsEmpty());
    EXPECT_EQ(at.frame, there.frame);
}

TEST(LineChartTest, TheAreaIsOfTheColourOfItsSideAndMeetsAtTheCrossing) {
    const auto [drawing, placed] = drawn(with_between({0, 0, 0, 0}, {1, 1, -1, -1}));
    const auto bands = marks_of<BandMark>(drawing);
    ASSERT_THAT(bands, SizeIs(2));
    EXPECT_TRUE(is_of(bands[0], colours::kWorse));
    EXPECT_TRUE(is_of(bands[1], colours::kBetter));
    const Point crossing = placed.at(1.5, 0);
    for (const Point p : {bands[0].upper.back(), bands[0].lower.back(), bands[1].upper.front(), bands[1].lower.front()}) {
        EXPECT_NEAR(p.x, crossing.x, 0.01);
        EXPECT_NEAR(p.y, crossing.y, 0.01);
    }
}

TEST(LineChartTest, TheAreaChangesItsColourAlsoWhereCurvesMeetAtAPoint) {
    const auto [drawing, placed] = drawn(with_between({0, 0, 0, 0, 0}, {1, 0, 0, -1, -1}));
    const auto bands = marks_of<BandMark>(drawing);
    ASSERT_THAT(bands, SizeIs(2));
    EXPECT_TRUE(is_of(bands[0], colours::kWorse));
    EXPECT_TRUE(is_of(bands[1], colours::kBetter));
    EXPECT_EQ(bands[1].upper.front(), placed.at(2, 0));
}

TEST(LineChartTest, TheAreaBeginsWithTheSideThatIsTakenFirst) {
    const auto bands = marks_of<BandMark>(drawn(with_between({0, 0, 0}, {0, 0, -1})).drawing);
    ASSERT_THAT(bands, SizeIs(1));
    EXPECT_TRUE(is_of(bands[0], colours::kBetter));
}

TEST(LineChartTest, ThereIsNoAreaWhereACurveHasAGap) {
    const auto [drawing, placed] = drawn(with_between({0, 0, kNaN, 0, 0, 0}, {1, 1, 1, 1, 1, kNaN}));
    const auto bands = marks_of<BandMark>(drawing);
    ASSERT_THAT(bands, SizeIs(2));
    for (const BandMark& band : bands) EXPECT_THAT(band.upper, SizeIs(2));
    EXPECT_EQ(bands[1].upper.front(), placed.at(3, 1));
    EXPECT_EQ(bands[1].lower.front(), placed.at(3, 0));
    EXPECT_THAT(marks_of<BandMark>(drawn(with_between({0, 0, 0}, {1})).drawing), IsEmpty());  // one point is no area
}

RC_GTEST_PROP(LineChartTest, EveryAreaLiesOnOneSideOfTheColourOfIt, ()) {
    const auto steps =
        *rc::gen::container<std::vector<std::pair<int, int>>>(12, rc::gen::pair(rc::gen::inRange(-2, 3), rc::gen::inRange(-2, 3)));
    std::vector<float> from, to;
    for (const auto& [a, b] : steps) {
        from.push_back(static_cast<float>(a) / 2);
        to.push_back(static_cast<float>(b) / 2);
    }
    for (const BandMark& band : marks_of<BandMark>(drawn(with_between(from, to)).drawing)) {
        RC_ASSERT(band.upper.size() == band.lower.size());
        for (std::size_t i = 0; i < band.upper.size(); ++i) {
            RC_ASSERT(std::abs(band.upper[i].x - band.lower[i].x) < 0.01f);
            const float above = band.lower[i].y - band.upper[i].y;  // pixels go down
            if (std::abs(above) > 0.01f) RC_ASSERT(is_of(band, above > 0 ? colours::kWorse : colours::kBetter));
        }
    }
}

TEST(LineChartTest, AnIntervalIsABandAroundTheCurve) {
    Curve curve = curve_of({0, 1, 1, kNaN, 1, 1});
    curve.half_widths = {0.5f, 0.25f, kNaN, 0.5f, 0.5f, 0.5f};
    const auto [drawing, placed] = drawn(chart_of({curve}));
    const auto bands = marks_of<BandMark>(drawing);
    ASSERT_THAT(bands, SizeIs(2));
    EXPECT_THAT(bands[0].upper, ::testing::ElementsAre(placed.at(0, 0.5), placed.at(1, 1.25)));
    EXPECT_THAT(bands[0].lower, ::testing::ElementsAre(placed.at(0, -0.5), placed.at(1, 0.75)));
    EXPECT_TRUE(is_of(bands[0], colours::kNavy));
}

TEST(LineChartTest, SaysTitleValueAndMoments) {
    LineChart chart = chart_of({curve_of({0, 1})});
    chart.title = "Everybody";
    chart.value = "12.3\u00a0%";
    chart.value_colour = colours::kBetter;
    chart.moments = {{4.0, "coaching"}};
    const auto [drawing, placed] = drawn(chart);
    EXPECT_THAT(texts_of(drawing), Contains("Everybody"));
    EXPECT_THAT(texts_of(drawing), Contains("coaching"));
    EXPECT_THAT(marks_of<TextMark>(drawing, colours::kBetter), SizeIs(1));
    const auto lines = marks_of<LineMark>(drawing, colours::kQuiet);
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(lines[0].stroke, Stroke::dashed);
    EXPECT_FLOAT_EQ(lines[0].points[0].x, placed.at(4, 0).x);
}

TEST(LineChartTest, TheRangeHoldsAllValuesAndIntervals) {
    Curve curve = curve_of({0, 1, kNaN});
    const AxisRange bare = range_of(std::vector{curve});
    EXPECT_LT(bare.low, 0);
    EXPECT_GT(bare.high, 1);
    EXPECT_LT(bare.high, 1.2);
    curve.half_widths = {0.5f, 0.25f, 100};
    const AxisRange wide = range_of(std::vector{curve, curve_of({-3})});
    EXPECT_LT(wide.low, -3);
    EXPECT_GT(wide.high, 1.25);
    EXPECT_LT(wide.high, 2);
}

TEST(LineChartTest, TheRangeIsNeverEmpty) {
    EXPECT_EQ(range_of({}), (AxisRange{0, 1}));
    EXPECT_EQ(range_of(std::vector{curve_of({kNaN})}), (AxisRange{0, 1}));
    for (const float same : {0.0f, 5.0f, -5.0f, 1e-9f}) {
        const AxisRange range = range_of(std::vector{curve_of({same, same})});
        EXPECT_LT(range.low, same);
        EXPECT_GT(range.high, same);
    }
}

}  // namespace
}  // namespace bevlogen::testing
