// Everybody is where they belong in the cloud: as a dot, or counted where there are too many for dots.
#include "viewer/plot/cloud.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "tests/unit/viewer/drawings.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr Box kBox{0, 0, 400, 300};

class CloudTest : public ::testing::Test {
  protected:
    void put(float x, float y, std::uint8_t group = 0) {
        x_.push_back(x);
        y_.push_back(y);
        groups_.push_back(group);
    }
    CloudChart chart() const {
        CloudChart chart;
        chart.x = {{0, 10}, "engagement"};
        chart.y = {{0, 10}, "burnout"};
        chart.x_values = x_;
        chart.y_values = y_;
        chart.group = groups_;
        chart.colours = {colours::kBlue, colours::kGreen};
        chart.sparse_words = "1 person";
        chart.dense_words = "many";
        return chart;
    }
    const PlacedCloud& draw_it(const CloudChart& chart) {
        drawing_ = {};
        where_ = draw(chart, kBox, letters(), drawing_);
        return where_;
    }
    const CellsMark& cells() const {
        for (const ClippedMark& marked : drawing_.marks) {
            if (const auto* mark = std::get_if<CellsMark>(&marked.mark)) return *mark;
        }
        throw std::logic_error("nothing was drawn");
    }
    Colour colour_at(float x, float y) const {
        const Point at = where_.placed.at(x, y);
        const CellsMark& mark = cells();
        const auto column = static_cast<std::size_t>((at.x - mark.box.left) / mark.box.width() * static_cast<float>(mark.columns));
        const auto row = static_cast<std::size_t>((at.y - mark.box.top) / mark.box.height() * static_cast<float>(mark.rows));
        return (*mark.cells)[row * mark.columns + column];
    }
    std::size_t painted() const {
        return static_cast<std::size_t>(std::count_if(cells().cells->begin(), cells().cells->end(), [](Colour c) { return c.alpha > 0; }));
    }

    std::vector<float> x_, y_;
    std::vector<std::uint8_t> groups_;
    Drawing drawing_;
    PlacedCloud where_;
};

TEST_F(CloudTest, DotsAreOfTheColourOfTheirGroupAndWhereTheyBelong) {
    put(2, 3, 0);
    put(7, 8, 1);
    EXPECT_FALSE(draw_it(chart()).is_density);
    EXPECT_EQ(colour_at(2, 3).with_alpha(1), colours::kBlue);
    EXPECT_EQ(colour_at(7, 8).with_alpha(1), colours::kGreen);
    EXPECT_GT(colour_at(2, 3).alpha, 0);
    EXPECT_EQ(colour_at(5, 5).alpha, 0);
    EXPECT_EQ(painted(), 8u);  // four cells each
    EXPECT_EQ(cells().cells->size(), cells().columns * cells().rows);
    EXPECT_EQ(cells().box, where_.placed.frame);
}

TEST_F(CloudTest, DotsOverEachOtherMixTheirColoursAndCoverMore) {
    put(2, 3, 0);
    put(7, 8, 0);
    put(7, 8, 1);
    draw_it(chart());
    EXPECT_GT(colour_at(7, 8).alpha, colour_at(2, 3).alpha);
    EXPECT_EQ(colour_at(7, 8).with_alpha(1), mixed(colours::kBlue, colours::kGreen, 0.5));
}

TEST_F(CloudTest, GroupsThatAreHiddenAreNotThere) {
    put(2, 3, 0);
    put(7, 8, 1);
    CloudChart shown = chart();
    shown.is_shown = {true, false};
    draw_it(shown);
    EXPECT_EQ(painted(), 4u);
    EXPECT_EQ(colour_at(7, 8).alpha, 0);
    EXPECT_EQ(point_near(shown, where_.placed, where_.placed.at(7, 8)), std::nullopt);
    EXPECT_EQ(point_near(shown, where_.placed, where_.placed.at(2, 3)), 0u);
}

TEST_F(CloudTest, PointsOutsideOrNowhereAreLeftOut) {
    for (const auto& [x, y] : {std::pair{-1.0f, 5.0f}, {11.0f, 5.0f}, {5.0f, -0.1f}, {5.0f, 10.1f}, {kNaN, 5.0f}, {5.0f, kNaN}}) put(x, y);
    draw_it(chart());
    EXPECT_EQ(painted(), 0u);
}

TEST_F(CloudTest, WithoutPointsThereAreOnlyAxes) {
    draw_it(chart());
    EXPECT_THAT(marks_of<CellsMark>(drawing_), IsEmpty());
    EXPECT_THAT(texts_of(drawing_), Contains("engagement"));
    EXPECT_THAT(texts_of(drawing_), Contains("burnout"));
}

TEST_F(CloudTest, TooManyForDotsAreCountedAndMoreAreBrighter) {
    for (int i = 0; i < 3; ++i) put(2.02f, 3.02f);
    for (int i = 0; i < 40; ++i) put(5.02f, 5.02f);
    put(2, 9, 1);
    while (x_.size() <= kMostDots) put(8.02f, 8.02f);
    EXPECT_TRUE(draw_it(chart()).is_density);
    EXPECT_EQ(painted(), 4u);
    const auto brightness = [&](float x, float y) { return colour_at(x, y).red + colour_at(x, y).green; };
    EXPECT_LT(brightness(2, 9), brightness(2.02f, 3.02f));
    EXPECT_LT(brightness(2.02f, 3.02f), brightness(5.02f, 5.02f));
    EXPECT_LT(brightness(5.02f, 5.02f), brightness(8.02f, 8.02f));
    EXPECT_EQ(colour_at(8.02f, 8.02f), colours::sequential(1));
    EXPECT_THAT(texts_of(drawing_), Contains("1 person"));
    EXPECT_THAT(texts_of(drawing_), Contains("many"));
    EXPECT_THAT(marks_of<CellsMark>(drawing_), SizeIs(2));  // the second is the ramp
}

TEST_F(CloudTest, NobodyInSightOfADensityIsNoTrouble) {
    while (x_.size() <= kMostDots) put(20, 20);
    EXPECT_TRUE(draw_it(chart()).is_density);
    EXPECT_EQ(painted(), 0u);
}

TEST_F(CloudTest, TheNearestPointIsFoundAndNothingBeyondReach) {
    put(2, 3);
    put(2.05f, 3);
    put(9, 9);
    const Placed placed = draw_it(chart()).placed;
    const Point at = placed.at(2, 3);
    EXPECT_EQ(point_near(chart(), placed, {at.x - 0.5f, at.y}), 0u);
    EXPECT_EQ(point_near(chart(), placed, {placed.at(2.05f, 3).x + 5, at.y}), 1u);
    EXPECT_EQ(point_near(chart(), placed, {at.x - 7.9f, at.y}), 0u);
    EXPECT_EQ(point_near(chart(), placed, {at.x, at.y + 8.1f}), std::nullopt);
}

TEST_F(CloudTest, TheChosenOneHasARing) {
    put(2, 3);
    put(7, 8, 1);
    CloudChart ringed = chart();
    ringed.chosen = 1;
    draw_it(ringed);
    const auto dots = marks_of<DotMark>(drawing_);
    ASSERT_THAT(dots, SizeIs(3));
    for (const DotMark& dot : dots) EXPECT_EQ(dot.at, where_.placed.at(7, 8));
    EXPECT_GT(dots[0].radius, dots[1].radius);
    EXPECT_GT(dots[1].radius, dots[2].radius);
    EXPECT_EQ(dots[2].colour, colours::kGreen);
    ringed.chosen = 2;  // is no longer there
    draw_it(ringed);
    EXPECT_THAT(marks_of<DotMark>(drawing_), IsEmpty());
}

TEST_F(CloudTest, WhoIsNowhereHasNoRing) {
    put(kNaN, 3);
    CloudChart ringed = chart();
    ringed.chosen = 0;
    draw_it(ringed);
    EXPECT_THAT(marks_of<DotMark>(drawing_), IsEmpty());
    EXPECT_EQ(point_near(ringed, where_.placed, where_.placed.at(5, 3)), std::nullopt);
}

}  // namespace
}  // namespace bevlogen::testing
