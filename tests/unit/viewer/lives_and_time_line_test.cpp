// Two lives of one person stand side by side, with what happened in each; the time line shows what was done when in every line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/viewer/drawings.hpp"
#include "tests/unit/viewer/snapshots.hpp"
#include "viewer/figures/time_line.hpp"
#include "viewer/figures/two_lives.hpp"
#include "viewer/words.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TwoLives made_lives(std::size_t weeks = 20) {
    return {PersonId::of(TeamId::of(3, 1), 0, 7), made_life(1, weeks, -0.1f), made_life(0, weeks, 0.1f)};
}

TEST(TwoLivesTest, AreAChartATraceThatSaysMostWithTheGhostBelow) {
    const auto charts = life_charts(workforce(), made_lives(), {10.0, words::kWith.en, words::kWithout.en});
    ASSERT_THAT(charts, SizeIs(5));
    EXPECT_EQ(charts[0].title, "Burnout, SD from the mean");
    EXPECT_EQ(charts[2].title, "Exhaustion, score");
    for (const LineChart& chart : charts) {
        ASSERT_THAT(chart.curves, SizeIs(2));
        EXPECT_EQ(chart.curves[0].name, words::kWithout.en);
        EXPECT_EQ(chart.curves[0].colour, colours::kGhost);
        EXPECT_FLOAT_EQ(chart.curves[0].y[10], 1.0f);
        EXPECT_FLOAT_EQ(chart.curves[1].y[10], -1.0f);
        EXPECT_FLOAT_EQ(chart.curves[1].x[12], 0.25f);
        EXPECT_TRUE(chart.x.title.empty());  // the last that there is room for gets it
    }
}

TEST(TwoLivesTest, WhatHappenedIsToldOnceWhereItDidInBoth) {
    TwoLives lives = made_lives();
    for (LifeNow* life : {&lives.with, &lives.without}) value_in(*life, 5, "complaint") = 1;
    for (int week = 8; week < 12; ++week) value_in(lives.without, week, "leave") = 1;
    value_in(lives.with, 3, "conflict") = 1;
    const auto told = told_events(workforce(), lives, Language::english);
    ASSERT_THAT(told, SizeIs(3));
    EXPECT_EQ(told[0].week, 3);
    EXPECT_TRUE(told[0].is_with && !told[0].is_without);
    EXPECT_EQ(told[0].words, "Conflict");
    EXPECT_EQ(told[1].week, 5);
    EXPECT_TRUE(told[1].is_with && told[1].is_without);
    EXPECT_EQ(told[2].week, 8);
    EXPECT_TRUE(!told[2].is_with && told[2].is_without);
    EXPECT_THAT(told[2].words, HasSubstr("4 weeks"));
    EXPECT_THAT(told_events(workforce(), lives, Language::dutch)[1].words, "Klacht");
}

TEST(TwoLivesTest, WhatWasSoBeforeOneLookedHasNotHappened) {
    TwoLives lives = made_lives();
    value_in(lives.with, 1, "leave") = 1;
    value_in(lives.without, 1, "complaint") = 1;  // an event of that week has
    const auto told = told_events(workforce(), lives, Language::english);
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].words, "Complaint");
    EXPECT_THAT(told_events(workforce(), made_lives(0), Language::english), IsEmpty());
}

TEST(TwoLivesTest, TheTableHasEveryTraceOfBothLives) {
    const auto lives = std::make_shared<TwoLives>(made_lives(6));
    const Figure figure = lives_figure(workforce(), lives, {});
    EXPECT_EQ(figure.name, "two-lives-" + std::to_string(lives->person.value));
    const Table table = figure.table();
    EXPECT_THAT(table.columns, SizeIs(2 + workforce().traces().size()));
    EXPECT_THAT(table.columns, Contains("burnout [z]"));
    ASSERT_THAT(table.rows, SizeIs(12));
    EXPECT_THAT(table.rows, Each(SizeIs(table.columns.size())));
    EXPECT_EQ(std::get<std::string>(table.rows[4][0]), "with");
    EXPECT_EQ(std::get<double>(table.rows[4][1]), 5.0);
    EXPECT_EQ(std::get<double>(table.rows[4][2 + trace("burnout")]), static_cast<double>(-0.1f * 4.0f));
    EXPECT_EQ(std::get<std::string>(table.rows[10][0]), "without");
}

TEST(TwoLivesTest, ASmallFigureShowsTheFirstOfThem) {
    Drawing drawing;
    lives_figure(workforce(), std::make_shared<TwoLives>(made_lives()), {}).draw({0, 0, 400, 260}, letters(), drawing);
    EXPECT_THAT(texts_of(drawing), Contains("Burnout, SD from the mean"));
    EXPECT_THAT(texts_of(drawing), ::testing::Not(Contains(HasSubstr("score"))));
}

// The base, and a line from week 8 on with two measures, of which one was turned and has ended.
std::shared_ptr<Snapshot> with_measures() {
    auto snapshot = std::make_shared<Snapshot>(made_snapshot(13));
    SessionPolicy policy("baseline.toml", vocabularies(), scenario_folder(), {parse_override("time.years=4")});
    const std::string coaching = policy.switch_on("interventions/challenge-support.toml", Week{8});
    policy.switch_on("interventions/less-administration.toml", Week{12});
    policy.switch_off(coaching, Week{40});
    snapshot->lines[1].parted = Week{8};
    snapshot->lines[1].policy = std::make_shared<const SessionPolicy>(policy);
    return snapshot;
}
std::string called(const std::string& entry) { return entry.find("less") == std::string::npos ? "Challenge" : "Paperwork"; }
constexpr Box kBox{0, 0, 900, 300};

TEST(TimeLineTest, HasATrackALineAndABarAMeasure) {
    PlacedTimeLine placed;
    Drawing drawing;
    time_line_figure(with_measures(), {4.0}, called, &placed).draw(kBox, letters(), drawing);
    ASSERT_THAT(placed.tracks, SizeIs(2));
    EXPECT_FLOAT_EQ(placed.tracks[0].bottom, placed.tracks[1].top);
    for (const std::string& words : {words::kBase.en, words::kRun.en, words::kYears.en, std::string("Challenge"), std::string("Paperwork")})
        EXPECT_THAT(texts_of(drawing), Contains(words));
    std::vector<Box> bars;
    for (const BoxMark& mark : marks_of<BoxMark>(drawing)) {
        if (mark.fill == colours::kSky.with_alpha(0.35)) bars.push_back(mark.box);
    }
    ASSERT_THAT(bars, SizeIs(2));
    EXPECT_FLOAT_EQ(bars[0].left, placed.placed.at(8.0 / 52, 0).x);
    EXPECT_FLOAT_EQ(bars[0].right, placed.placed.at(40.0 / 52, 0).x);
    EXPECT_FLOAT_EQ(bars[1].left, placed.placed.at(12.0 / 52, 0).x);
    EXPECT_FLOAT_EQ(bars[1].right, placed.placed.at(1.0, 0).x);  // is on up to now
    EXPECT_TRUE(bars[0].bottom <= bars[1].top || bars[1].bottom <= bars[0].top);
}

TEST(TimeLineTest, AClickIsTheClearingNearestToIt) {
    PlacedTimeLine placed;
    Drawing drawing;
    time_line_figure(with_measures(), {4.0}, called, &placed).draw(kBox, letters(), drawing);
    for (const int week : {0, 4, 52, 100, 208}) {
        const float x = placed.placed.at(week / 52.0, 0).x;
        for (const float by : {0.0f, -1.0f, 1.0f}) EXPECT_EQ(placed.week_at({x + by, 50}), Week{week}) << by;
    }
    EXPECT_EQ(placed.week_at({-100, 50}), Week{0});
}

TEST(TimeLineTest, MarksWhereOneWouldBranchAndWhereALineParted) {
    TimeLineChoice choice{4.0};
    choice.marked = Week{104};
    PlacedTimeLine placed;
    Drawing drawing;
    time_line_figure(with_measures(), choice, called, &placed).draw(kBox, letters(), drawing);
    const auto marks = marks_of<LineMark>(drawing, colours::kVermilion);
    ASSERT_THAT(marks, SizeIs(1));
    EXPECT_FLOAT_EQ(marks[0].points[0].x, placed.placed.at(2.0, 0).x);
    const auto lines = marks_of<LineMark>(drawing, colours::of_line(0));
    EXPECT_THAT(lines, Contains(::testing::Truly([&](const LineMark& line) {
                    return line.points[0].x == placed.placed.at(8.0 / 52, 0).x && line.points[0].y < placed.tracks[0].bottom;
                })));
}

TEST(TimeLineTest, TheTableHasARowAMeasureAndOneForALineWithoutAny) {
    const Table table = time_line_figure(with_measures(), {4.0}, called, nullptr).table();
    EXPECT_EQ(csv_text(table), "line,parted_week,week,measure,start_week,end_week\r\n" + words::kGhost.en + ",0,52,,,\r\n" +
                                   words::kRun.en + ",8,52,Challenge,8,40\r\n" + words::kRun.en + ",8,52,Paperwork,12,\r\n");
}

}  // namespace
}  // namespace bevlogen::testing
