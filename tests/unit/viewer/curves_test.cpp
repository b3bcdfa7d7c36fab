// Curves by phase are those of the snapshot, beside the ghost, with the words and colours of better and worse.
#include "viewer/figures/curves.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/viewer/drawings.hpp"
#include "tests/unit/viewer/snapshots.hpp"
#include "viewer/words.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr auto kEnglish = Language::english, kDutch = Language::dutch;
const OutcomeDecl& decl(const char* name) { return workforce().outcomes()[outcome(name)]; }
CurveChoice choice(const char* name, CurveForm form = CurveForm::level) { return {outcome(name), form}; }

TEST(CurvesTest, SaysWhatIsNowAndHowItDiffersFromTheGhost) {
    EXPECT_EQ(now_words(decl("burnt_out"), {0.123, 0.135}, kEnglish), "12.3\u00a0% (\u22121.2\u00a0pp)");
    EXPECT_EQ(now_words(decl("burnt_out"), {0.135, 0.123}, kDutch), "13,5\u00a0% (+1,2\u00a0pp)");
    EXPECT_EQ(now_words(decl("burnt_out"), {0.123, 0.123}, kEnglish), "12.3\u00a0%");
    EXPECT_EQ(now_words(decl("engagement"), {0.25, 0.2}, kEnglish), "0.25 (+0.050)");
    EXPECT_EQ(now_words(decl("engagement"), {0.25, kNaN}, kEnglish), "0.25");
    EXPECT_EQ(now_words(decl("engagement"), {kNaN, 0.2}, kEnglish), "--");
}

TEST(CurvesTest, ColoursAreThoseOfBetterAndWorseByDirection) {
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {-0.01, 0.0}), colours::kBetter);
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {0.01, 0.0}), colours::kWorse);
    EXPECT_EQ(colour_of_change(decl("engagement"), {0.01, 0.0}), colours::kBetter);
    EXPECT_EQ(colour_of_change(decl("engagement"), {-0.01, 0.0}), colours::kWorse);
    EXPECT_EQ(colour_of_change(decl("responds"), {0.01, 0.0}), colours::kInk);
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {0.0, 0.0}), colours::kInk);
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {kNaN, 0.0}), colours::kInk);
    // With replicates, only what their interval tells apart from zero.
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {-0.01, 0.0, 0.02}), colours::kInk);
    EXPECT_EQ(colour_of_change(decl("burnt_out"), {-0.03, 0.0, 0.02}), colours::kBetter);
    EXPECT_EQ(change_words(decl("burnt_out"), {-0.03, 0.0, 0.02}, Language::english), "\u22123.0\u00a0pp \u00b1 2.0\u00a0pp");
}

TEST(CurvesTest, NowIsTheLastClearingAndThatOfTheGhost) {
    Snapshot snapshot = made_snapshot(5);
    const NowBesideGhost now = now_beside_ghost(snapshot, 0, 2, 1);
    EXPECT_FLOAT_EQ(static_cast<float>(now.value), static_cast<float>(plain_value(1, 0, 2, 4)));
    EXPECT_FLOAT_EQ(static_cast<float>(now.ghost), static_cast<float>(plain_value(0, 0, 2, 4)));
    EXPECT_NEAR(now.difference(), -0.012, 1e-6);
    const NowBesideGhost of_two = now_beside_ghost(snapshot, 0, 2, 2);
    EXPECT_NEAR(of_two.value, 0.5 * (plain_value(1, 0, 2, 3) + plain_value(1, 0, 2, 4)), 1e-6);
    EXPECT_NEAR(now_beside_ghost(snapshot, 0, 2, 99).ghost, now_beside_ghost(snapshot, 0, 2, 5).ghost, 1e-12);  // of all that there are
    EXPECT_EQ(clearings_told(decl("resignations")), 13u);
    EXPECT_EQ(clearings_told(decl("burnt_out")), 1u);
    snapshot.lines[0].curves = curves_by(0, 3, snapshot.wants, plain_value);
    EXPECT_TRUE(std::isnan(now_beside_ghost(snapshot, 0, 2, 1).value));  // a ghost that is behind is no measure
    EXPECT_TRUE(std::isnan(now_beside_ghost(made_snapshot(0), 0, 2, 1).value));
}

TEST(CurvesTest, LinesAreCalledWhatTheyAre) {
    const Snapshot two = made_snapshot(2), three = made_snapshot(2, 3);
    EXPECT_EQ(line_name(two, 0, true, kEnglish), words::kGhost.en);
    EXPECT_EQ(line_name(two, 1, true, kDutch), words::kRun.nl);
    EXPECT_EQ(line_name(three, 2, true, kEnglish), "line B");
    EXPECT_EQ(line_name(three, 2, true, kDutch), "lijn B");
    EXPECT_EQ(line_name(three, 1, false, kEnglish), "A");  // scenarios of a file have names of their own
}

TEST(CurvesTest, ThereIsAChartAPhaseAndTheGhostIsTheFirstCurve) {
    const auto charts = phase_charts(workforce(), made_snapshot(5), choice("burnt_out"));
    ASSERT_THAT(charts, SizeIs(workforce().phases().size()));
    for (std::size_t phase = 0; phase < charts.size(); ++phase) {
        const LineChart& chart = charts[phase];
        ASSERT_THAT(chart.curves, SizeIs(2));
        EXPECT_EQ(chart.title, capitalised(workforce().phases().labels[phase].en));
        EXPECT_EQ(chart.curves[0].colour, colours::kGhost);
        EXPECT_EQ(chart.curves[1].colour, colours::of_line(0));
        for (std::size_t c = 0; c < 5; ++c) {
            EXPECT_EQ(chart.curves[0].y[c], plain_value(0, 0, phase, c));
            EXPECT_EQ(chart.curves[1].y[c], plain_value(1, 0, phase, c));
            EXPECT_FLOAT_EQ(chart.curves[1].x[c], static_cast<float>(c + 1) / 13);
        }
        EXPECT_EQ(chart.value_colour, colours::kBetter);
        EXPECT_THAT(chart.value, HasSubstr("(\u22121.2\u00a0pp)"));
        EXPECT_EQ(chart.y.range, charts.front().y.range);
        EXPECT_EQ(chart.y.style, NumberStyle::percent);
    }
    EXPECT_EQ(charts.front().y.title, title_with_unit(decl("burnt_out"), kEnglish));
}

TEST(CurvesTest, TheAreaBetweenSaysBetterAndWorse) {
    const auto between = [](const char* name) { return *phase_charts(workforce(), made_snapshot(5), choice(name)).front().between; };
    EXPECT_EQ(between("burnt_out").from, 0u);
    EXPECT_EQ(between("burnt_out").to, 1u);
    EXPECT_EQ(between("burnt_out").above, colours::kWorse);
    EXPECT_EQ(between("burnt_out").below, colours::kBetter);
    EXPECT_EQ(between("engagement").above, colours::kBetter);
    EXPECT_EQ(between("engagement").below, colours::kWorse);
    EXPECT_EQ(between("responds").above, colours::of_line(0));
    EXPECT_EQ(between("responds").below, colours::of_line(0));
    EXPECT_FALSE(phase_charts(workforce(), made_snapshot(5, 1), choice("burnt_out")).front().between);  // the base alone
}

TEST(CurvesTest, DifferencesAreThoseFromTheGhostAroundZero) {
    Snapshot snapshot = made_snapshot(5, 3);
    snapshot.lines[2].curves = curves_by(2, 7, snapshot.wants, plain_value);  // ahead of its ghost
    const auto charts = phase_charts(workforce(), snapshot, choice("burnt_out", CurveForm::difference));
    ASSERT_THAT(charts, SizeIs(workforce().phases().size()));
    for (const LineChart& chart : charts) {
        ASSERT_THAT(chart.curves, SizeIs(2));
        EXPECT_FALSE(chart.between);
        for (std::size_t line = 1; line < 3; ++line) {
            const Curve& curve = chart.curves[line - 1];
            ASSERT_THAT(curve.y, SizeIs(5));
            ASSERT_THAT(curve.x, SizeIs(5));
            EXPECT_EQ(curve.y[0], 0.0f);
            EXPECT_NEAR(curve.y[3], -0.012 * static_cast<double>(line), 1e-6);
        }
        EXPECT_EQ(chart.y.style, NumberStyle::percentage_points);
        EXPECT_LT(chart.y.range.low, -0.024);
        EXPECT_GT(chart.y.range.high, 0.0);
    }
    EXPECT_THAT(charts.front().y.title, HasSubstr(words::kDifference.en));
}

TEST(CurvesTest, IntervalsAreOfLevelsNotOfDifferences) {
    Snapshot snapshot = made_snapshot(3);
    for (LineNow& line : snapshot.lines) line.curves.half_widths.assign(line.curves.values.size(), 0.02f);
    EXPECT_THAT(phase_charts(workforce(), snapshot, choice("burnt_out")).front().curves[1].half_widths, SizeIs(3));
    EXPECT_THAT(phase_charts(workforce(), snapshot, choice("burnt_out", CurveForm::difference)).front().curves[0].half_widths, IsEmpty());
    Drawing drawing;
    curves_figure(workforce(), std::make_shared<Snapshot>(snapshot), choice("burnt_out"), nullptr)
        .draw({0, 0, 1200, 800}, letters(), drawing);
    EXPECT_THAT(texts_of(drawing), Contains(words::kInterval.en));
}

TEST(CurvesTest, WhatTheSnapshotDoesNotHaveIsNotDrawn) {
    Snapshot snapshot = made_snapshot(3);
    snapshot.wants.curves[0] = outcome("exhaustion");
    EXPECT_THAT(phase_charts(workforce(), snapshot, choice("burnt_out")), IsEmpty());
    Drawing drawing;
    std::vector<Placed> placed(3);
    curves_figure(workforce(), std::make_shared<Snapshot>(snapshot), choice("burnt_out"), &placed)
        .draw({0, 0, 900, 600}, letters(), drawing);
    EXPECT_THAT(drawing.marks, IsEmpty());
    EXPECT_THAT(placed, IsEmpty());
}

TEST(CurvesTest, TheFigureSaysWhoIsWhoAndWhereChartsLie) {
    const Box box{10, 10, 1210, 810};
    Drawing drawing;
    std::vector<Placed> placed;
    const Figure figure = curves_figure(workforce(), std::make_shared<Snapshot>(made_snapshot(5, 3)), choice("burnt_out"), &placed);
    figure.draw(box, letters(), drawing);
    EXPECT_EQ(figure.name, "burnt_out-by-phase");
    EXPECT_THAT(placed, SizeIs(workforce().phases().size()));
    for (const std::string& name : {words::kGhost.en, std::string("line A"), std::string("line B")})
        EXPECT_THAT(texts_of(drawing), Contains(name));
    for (std::size_t i = 1; i < placed.size(); ++i) {
        EXPECT_GT(placed[0].frame.height(), placed[i].frame.height());
        for (std::size_t k = 0; k < i; ++k) {
            const Box &a = placed[i].frame, &b = placed[k].frame;
            EXPECT_TRUE(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom) << i << " over " << k;
        }
    }
}

TEST(CurvesTest, ASmallFigureSaysHowManyAreLeftOut) {
    Drawing drawing;
    std::vector<Placed> placed;
    curves_figure(workforce(), std::make_shared<Snapshot>(made_snapshot(5)), choice("burnt_out"), &placed)
        .draw({0, 0, 400, 300}, letters(), drawing);
    EXPECT_GE(placed.size(), 1u);
    EXPECT_THAT(texts_of(drawing), Contains(std::to_string(workforce().phases().size() - placed.size()) + " " + words::kMoreInLarger.en));
}

TEST(CurvesTest, TheTableHasTheNumbersOfTheSnapshot) {
    Snapshot snapshot = made_snapshot(3);
    snapshot.lines[1].curves.half_widths.assign(snapshot.lines[1].curves.values.size(), 0.02f);
    const Table table =
        curves_figure(workforce(), std::make_shared<Snapshot>(snapshot), choice("engagement", CurveForm::difference), nullptr).table();
    EXPECT_THAT(table.columns, ElementsAre("line", "week", "phase", "engagement [z]", "half_width", "difference_half_width", "persons"));
    const std::size_t phases = workforce().phases().size();
    ASSERT_THAT(table.rows, SizeIs(2 * phases * 3));
    EXPECT_THAT(table.rows, Each(SizeIs(table.columns.size())));
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::size_t line = row / (phases * 3), phase = row / 3 % phases, c = row % 3;
        EXPECT_EQ(std::get<std::string>(table.rows[row][0]), line == 0 ? words::kGhost.en : words::kRun.en);
        EXPECT_EQ(std::get<double>(table.rows[row][1]), 4.0 * static_cast<double>(c + 1));
        EXPECT_EQ(std::get<std::string>(table.rows[row][2]), workforce().phases().names[phase]);
        EXPECT_EQ(std::get<double>(table.rows[row][3]), plain_value(line, 1, phase, c));
        EXPECT_EQ(std::isnan(std::get<double>(table.rows[row][4])), line == 0);
        EXPECT_EQ(std::get<double>(table.rows[row][6]), snapshot.lines[line].curves.persons_of(phase)[c]);
    }
}

}  // namespace
}  // namespace bevlogen::testing
