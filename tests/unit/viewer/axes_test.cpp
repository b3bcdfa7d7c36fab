// Values lie where the axes say, words fit where they stand, and no letter is cut in two.
#include "viewer/plot/axes.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/viewer/drawings.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

constexpr Box kBox{10, 20, 410, 320};

TEST(AxesTest, CornersOfTheFrameAreTheEndsOfTheRanges) {
    const Placed placed{{100, 50, 300, 150}, {0, 10}, {-1, 1}};
    EXPECT_EQ(placed.at(0, -1), (Point{100, 150}));
    EXPECT_EQ(placed.at(10, 1), (Point{300, 50}));
    EXPECT_EQ(placed.at(5, 0), (Point{200, 100}));
    EXPECT_EQ(placed.at(-5, 2), (Point{0, 0}));  // what lies outside goes on
}

RC_GTEST_PROP(AxesTest, APlaceOnThePageIsTheValueThatLiesThere, ()) {
    const auto number = [](int low, int high) { return static_cast<float>(*rc::gen::inRange(low, high)); };
    const Box frame{number(0, 500), number(0, 500), number(600, 2000), number(600, 2000)};
    const Placed placed{frame, {number(-50, 0), number(1, 50)}, {number(-50, 0), number(1, 50)}};
    const double x = number(-50, 50), y = number(-50, 50);
    const Point at = placed.at(x, y);
    RC_ASSERT(std::abs(placed.x_at(at.x) - x) < 0.05);
    RC_ASSERT(std::abs(placed.y_at(at.y) - y) < 0.05);
}

TEST(AxesTest, WordsAreCutWithAnEllipsisOnlyWhereTheyMust) {
    EXPECT_EQ(fitted("workload", 8 * 6, 10, width_of_letters), "workload");
    EXPECT_EQ(fitted("workload", 8 * 6 - 1, 10, width_of_letters), "worklo\u2026");
    EXPECT_EQ(fitted("work load", 6.5f * 6, 10, width_of_letters), "work\u2026");  // no space before it
    EXPECT_EQ(fitted("\u00e9\u00e9\u00e9\u00e9", 3 * 6, 10, width_of_letters), "\u00e9\u00e9\u2026");
    EXPECT_EQ(fitted("workload", 5, 10, width_of_letters), "");
    EXPECT_EQ(fitted("", 5, 10, width_of_letters), "");
    EXPECT_EQ(fitted("workload", -20, 10, width_of_letters), "");
}

RC_GTEST_PROP(AxesTest, WhatIsFittedIsNeverWiderAndStartsWithWholeLetters, ()) {
    static const std::vector<std::string> kLetters = {"a", " ", "Z", "\u00e9", "\u20ac", "\U0001F600"};
    const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kLetters.size()));
    std::string text;
    std::vector<std::string> beginnings = {""};
    for (const std::size_t pick : picks) beginnings.push_back(text += kLetters[pick]);
    const float width = static_cast<float>(*rc::gen::inRange(-50, 700)) / 2.0f;
    std::string cut = fitted(text, width, 13.0f, width_of_letters);
    if (cut.empty()) return;
    RC_ASSERT(width_of_letters(cut, 13.0f) <= width);
    if (cut == text) return;
    const std::string ellipsis = "\u2026";
    RC_ASSERT(cut.ends_with(ellipsis));
    cut.resize(cut.size() - ellipsis.size());
    RC_ASSERT(std::find(beginnings.begin(), beginnings.end(), cut) != beginnings.end());
}

TEST(AxesTest, HaveTitlesTicksAndAGrid) {
    Drawing drawing;
    const Placed placed = draw_axes({{0, 10}, "years"}, {{0, 0.3}, "burnt out, share", NumberStyle::percent}, kBox, 30, letters(), drawing);
    EXPECT_THAT(texts_of(drawing), Contains("years"));
    EXPECT_THAT(texts_of(drawing), Contains("burnt out, share"));
    EXPECT_THAT(texts_of(drawing), Contains("20\u00a0%"));
    EXPECT_THAT(texts_of(drawing), Contains("10"));
    EXPECT_GE(placed.frame.top, kBox.top + 30);
    EXPECT_GT(placed.frame.left, kBox.left + width_of_letters("20\u00a0%", 13));
    EXPECT_LE(placed.frame.right, kBox.right);
    EXPECT_LT(placed.frame.bottom, kBox.bottom);
    EXPECT_EQ(placed.x, (AxisRange{0, 10}));
    for (const LineMark& line : marks_of<LineMark>(drawing)) {
        for (const Point p : line.points) {
            EXPECT_TRUE(p.x >= placed.frame.left && p.x <= placed.frame.right && p.y >= placed.frame.top - 0.01f &&
                        p.y <= placed.frame.bottom + 0.01f);
        }
    }
}

TEST(AxesTest, TakeNoRoomForWordsThatTheyDoNotHave) {
    Drawing with, without;
    const Axis y{{0, 1}, "title"};
    const Placed roomy =
        draw_axes({{0, 10}, {}, NumberStyle::plain, false}, {{0, 1}, {}, NumberStyle::plain, false}, kBox, 0, letters(), without);
    const Placed narrow = draw_axes({{0, 10}, "years"}, y, kBox, 0, letters(), with);
    EXPECT_TRUE(marks_of<TextMark>(without).empty());
    EXPECT_LT(roomy.frame.left, narrow.frame.left);
    EXPECT_LT(roomy.frame.top, narrow.frame.top);
    EXPECT_GT(roomy.frame.bottom, narrow.frame.bottom);
}

TEST(AxesTest, NumbersAreOfTheLanguage) {
    Drawing drawing;
    draw_axes({{0, 1}, {}}, {{0, 1}, {}}, kBox, 0, letters(Language::dutch), drawing);
    EXPECT_THAT(texts_of(drawing), Contains("0,2"));
    EXPECT_THAT(texts_of(drawing), Not(Contains("0.2")));
}

TEST(AxesTest, LieWithinTheirBoxHoweverSmall) {
    for (const float side : {1.0f, 10.0f, 30.0f, 60.0f, 200.0f}) {
        Drawing drawing;
        const Box box{5, 5, 5 + side, 5 + side};
        const Placed placed = draw_axes({{0, 10}, "years since the start"}, {{0, 1000}, "persons"}, box, 20, letters(), drawing);
        EXPECT_GE(placed.frame.width(), 1.0f) << side;
        EXPECT_GE(placed.frame.height(), 1.0f) << side;
        EXPECT_LE(outside_of(box, {BoxMark{placed.frame, {}}}), 0.0f) << side;
    }
}

}  // namespace
}  // namespace bevlogen::testing
