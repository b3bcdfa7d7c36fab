// Cells have the colours of their values and are found under the pointer; bars are as long as theirs.
#include "viewer/plot/heat_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/unit/viewer/drawings.hpp"
#include "viewer/plot/bars.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr Box kBox{10, 10, 510, 410};

HeatMap made_map() {
    HeatMap map;
    map.title = "Hospitals";
    map.row_title = "hospitals";
    map.column_title = "teams";
    map.value_title = "share vacant";
    map.rows = 2;
    map.columns = 3;
    map.values = {0.0f, 0.5f, 1.0f, -7.0f, kNaN, 9.0f};
    map.row_groups = {"1", "2"};
    map.group_ends = {1, 2};
    return map;
}
std::vector<Colour> cells_of(const HeatMap& map) {
    Drawing drawing;
    draw(map, kBox, letters(), drawing);
    return *marks_of<CellsMark>(drawing).back().cells;
}

TEST(HeatMapTest, CellsHaveTheColoursOfTheRampAndItsEndsBeyond) {
    using colours::sequential;
    EXPECT_THAT(cells_of(made_map()),
                ElementsAre(sequential(0), sequential(0.5), sequential(1), sequential(0), Colour{0, 0, 0, 0}, sequential(1)));
}

TEST(HeatMapTest, ADivergingRampHasItsMiddleInTheMiddleOfTheRange) {
    HeatMap map = made_map();
    map.is_diverging = true;
    const auto cells = cells_of(map);
    EXPECT_EQ(cells[0], colours::diverging(-1));
    EXPECT_EQ(cells[1], colours::diverging(0));
    EXPECT_EQ(cells[2], colours::diverging(1));
    EXPECT_EQ(cells[3], colours::diverging(-1));
}

TEST(HeatMapTest, SaysWhatIsWhatAndTheEndsOfTheRamp) {
    HeatMap map = made_map();
    map.style = NumberStyle::percent;
    Drawing drawing;
    draw(map, kBox, letters(Language::dutch), drawing);
    for (const char* words : {"Hospitals", "hospitals", "teams", "share vacant", "0,00\u00a0%", "100,0\u00a0%", "1", "2"})
        EXPECT_THAT(texts_of(drawing), Contains(words));
}

TEST(HeatMapTest, ACellIsFoundUnderThePointerAndNoneBeside) {
    Drawing drawing;
    const PlacedMap placed = draw(made_map(), kBox, letters(), drawing);
    const Box& box = placed.cells;
    EXPECT_EQ(placed.cell_at({box.left + 1, box.top + 1}), 0u);
    EXPECT_EQ(placed.cell_at({box.right - 1, box.top + 1}), 2u);
    EXPECT_EQ(placed.cell_at({(box.left + box.right) / 2, box.bottom - 1}), 4u);
    EXPECT_EQ(placed.cell_at({box.left - 1, box.top + 1}), std::nullopt);
    EXPECT_EQ(placed.cell_at({box.right, box.top + 1}), std::nullopt);
    EXPECT_EQ(PlacedMap{}.cell_at({0, 0}), std::nullopt);
}

TEST(HeatMapTest, TheChosenCellHasAFrame) {
    HeatMap map = made_map();
    map.chosen = 5;
    Drawing drawing;
    const PlacedMap placed = draw(map, kBox, letters(), drawing);
    const auto boxes = marks_of<BoxMark>(drawing);
    ASSERT_THAT(boxes, SizeIs(1));
    EXPECT_EQ(boxes[0].fill.alpha, 0);
    EXPECT_EQ(boxes[0].outline, colours::kInk);
    EXPECT_NEAR(boxes[0].box.right, placed.cells.right, 2);
    EXPECT_NEAR(boxes[0].box.bottom, placed.cells.bottom, 2);
    EXPECT_NEAR(boxes[0].box.width(), placed.cells.width() / 3, 3);
}

TEST(HeatMapTest, WithoutRowsThereAreNoCells) {
    Drawing drawing;
    const PlacedMap placed = draw(HeatMap{}, kBox, letters(), drawing);
    EXPECT_THAT(marks_of<CellsMark>(drawing), SizeIs(1));  // the ramp
    EXPECT_EQ(placed.cell_at({placed.cells.left + 1, placed.cells.top + 1}), std::nullopt);
}

BarChart made_bars() {
    return {"Persons",
            "persons per year",
            {{"residents", 50, 100, "50 (\u221250)", colours::kBlue},
             {"specialists", 100, kNaN, "100", colours::kGreen},
             {"nobody", kNaN, 25, "--"}}};
}

TEST(BarsTest, BeginTogetherAndAreAsLongAsTheirValues) {
    Drawing drawing;
    draw(made_bars(), kBox, letters(), drawing);
    const auto boxes = marks_of<BoxMark>(drawing);
    ASSERT_THAT(boxes, SizeIs(3));
    EXPECT_EQ(boxes[0].box.left, boxes[1].box.left);
    EXPECT_NEAR(boxes[0].box.width() * 2, boxes[1].box.width(), 0.1);
    EXPECT_NEAR(boxes[2].box.width(), 1, 0.01);  // what is not a number is as good as nothing
    EXPECT_LT(boxes[0].box.bottom, boxes[1].box.top);
    EXPECT_EQ(boxes[0].fill.with_alpha(1), colours::kBlue);
}

TEST(BarsTest, HaveALineWhereTheyWouldHaveBeen) {
    Drawing drawing;
    draw(made_bars(), kBox, letters(), drawing);
    const auto boxes = marks_of<BoxMark>(drawing);
    const auto ghosts = marks_of<LineMark>(drawing, colours::kInk);
    ASSERT_THAT(ghosts, SizeIs(2));
    EXPECT_NEAR(ghosts[0].points[0].x, boxes[1].box.right, 0.1);  // 100 as well
    EXPECT_NEAR(ghosts[1].points[0].x - boxes[0].box.left, boxes[1].box.width() / 4, 0.1);
}

TEST(BarsTest, SayNamesAndValues) {
    Drawing drawing;
    draw(made_bars(), kBox, letters(), drawing);
    for (const char* words : {"Persons", "persons per year", "residents", "specialists", "50 (\u221250)", "100", "--"})
        EXPECT_THAT(texts_of(drawing), Contains(words));
}

TEST(BarsTest, WithoutValuesThereAreNoBarsOrShortOnes) {
    Drawing none, zero;
    draw(BarChart{"Persons", "persons", {}}, kBox, letters(), none);
    EXPECT_THAT(marks_of<BoxMark>(none), IsEmpty());
    draw(BarChart{"Persons", "persons", {{"a", 0, 0, "0"}, {"b", kNaN, kNaN, "--"}}}, kBox, letters(), zero);
    for (const ClippedMark& marked : zero.marks) EXPECT_TRUE(is_finite(marked)) << said(marked);
    for (const BoxMark& bar : marks_of<BoxMark>(zero)) EXPECT_NEAR(bar.box.width(), 1, 0.01);
}

}  // namespace
}  // namespace bevlogen::testing
