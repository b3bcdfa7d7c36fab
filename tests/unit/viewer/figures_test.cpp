// Every figure keeps to its box at every size, whatever is missing in the snapshot, and speaks both languages.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/viewer/drawings.hpp"
#include "tests/unit/viewer/snapshots.hpp"
#include "viewer/figures/curves.hpp"
#include "viewer/figures/people.hpp"
#include "viewer/figures/time_line.hpp"
#include "viewer/figures/two_lives.hpp"
#include "viewer/plot/svg.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::array<float, 7> kSides = {30, 60, 100, 160, 300, 700, 1500};

std::shared_ptr<Snapshot> full_snapshot(std::size_t lines = 3) {
    auto snapshot = std::make_shared<Snapshot>(made_snapshot(20, lines));
    snapshot->everybody = made_everybody();
    snapshot->lives =
        std::make_shared<TwoLives>(TwoLives{snapshot->everybody->persons.ids[3], made_life(1, 60, 0.02f), made_life(0, 60, -0.03f)});
    return snapshot;
}
std::shared_ptr<Snapshot> empty_snapshot(std::size_t lines = 2) {
    auto snapshot = std::make_shared<Snapshot>(made_snapshot(0, lines));
    snapshot->lives = std::make_shared<TwoLives>();
    return snapshot;
}

std::vector<Figure> figures_of(const std::shared_ptr<const Snapshot>& snapshot, Language language, bool is_live = true) {
    const Model& model = workforce();
    std::vector<Figure> all;
    for (const char* name : {"burnt_out", "engagement", "responds"}) {
        for (const CurveForm form : {CurveForm::level, CurveForm::difference})
            all.push_back(curves_figure(model, snapshot, {outcome(name), form, 10.0, is_live, language}, nullptr));
    }
    PeopleChoice people{outcome("engagement"), outcome("burnout")};
    people.language = language;
    if (snapshot->everybody) people.person = snapshot->everybody->persons.ids[3];
    all.push_back(people_figure(model, snapshot, people, nullptr));
    for (const TeamColour colour : {TeamColour::load, TeamColour::burnout, TeamColour::vacancies})
        all.push_back(hospitals_figure(model, snapshot, {colour, TeamId::of(5, 4), language}, nullptr));
    all.push_back(staffing_figure(model, snapshot, {10.0, is_live, language}));
    all.push_back(lives_figure(model, snapshot->lives, {10.0, "with", "without", language}));
    all.push_back(time_line_figure(
        snapshot, {10.0, is_live, Week{16}, language}, [](const std::string& entry) { return entry; }, nullptr));
    return all;
}

Drawing drawn(const Figure& figure, const Box& box, const TextStyle& text = letters()) {
    Drawing drawing{box.right, box.bottom, {}};
    figure.draw(box, text, drawing);
    return drawing;
}

TEST(FiguresTest, KeepToTheirBox) {
    for (const auto& snapshot : {full_snapshot(), full_snapshot(5), empty_snapshot()}) {
        for (const Figure& figure : figures_of(snapshot, Language::dutch)) {
            for (const float width : kSides) {
                for (const float height : kSides) {
                    for (const float size : {11.0f, 18.0f}) {
                        const Box box{4, 2, 4 + width, 2 + height};
                        for (const ClippedMark& marked : drawn(figure, box, letters(Language::dutch, size)).marks)
                            EXPECT_LE(outside_of(box, marked), size)
                                << figure.name << " of " << width << " x " << height << ": " << said(marked);
                    }
                }
            }
        }
    }
}

TEST(FiguresTest, ShowSomethingWhereThereIsRoom) {
    for (const Figure& figure : figures_of(full_snapshot(), Language::english)) {
        for (const Box& box : {Box{0, 0, 300, 200}, Box{0, 0, 1200, 800}})
            EXPECT_THAT(drawn(figure, box).marks, Not(IsEmpty())) << figure.name;
    }
}

TEST(FiguresTest, OfSnapshotsWithoutAnythingAreDrawnAndWritten) {
    for (const std::size_t lines : {1u, 2u, 4u}) {
        for (const bool is_live : {true, false}) {
            for (const Figure& figure : figures_of(empty_snapshot(lines), Language::english, is_live)) {
                for (const ClippedMark& marked : drawn(figure, {0, 0, 800, 600}).marks)
                    EXPECT_TRUE(is_finite(marked)) << figure.name << ": " << said(marked);
                const Table table = figure.table();
                for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << figure.name;
            }
        }
    }
}

TEST(FiguresTest, SpeakBothLanguages) {
    const auto english = figures_of(full_snapshot(), Language::english), dutch = figures_of(full_snapshot(), Language::dutch);
    const Box box{0, 0, 1200, 900};
    for (std::size_t f = 0; f < english.size(); ++f) {
        EXPECT_EQ(english[f].name, dutch[f].name);  // files are called the same
        EXPECT_NE(english[f].title, dutch[f].title) << english[f].name;
        const Drawing one = drawn(english[f], box, letters(Language::english)), other = drawn(dutch[f], box, letters(Language::dutch));
        EXPECT_NE(texts_of(one), texts_of(other)) << english[f].name;
    }
}

TEST(FiguresTest, ColumnsOfTablesHaveNamesOfTheirOwn) {
    for (const Figure& figure : figures_of(full_snapshot(), Language::english)) {
        const Table table = figure.table();
        EXPECT_THAT(table.rows, Not(IsEmpty())) << figure.name;
        EXPECT_EQ(std::set<std::string>(table.columns.begin(), table.columns.end()).size(), table.columns.size()) << figure.name;
        for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << figure.name;
        EXPECT_EQ(figure.name.find_first_of("/\\ \t.<>"), std::string::npos) << figure.name;  // it becomes a file
    }
}

RC_GTEST_PROP(FiguresTest, MissingValuesNeverBecomePlaces, ()) {
    const auto holes = *rc::gen::inRange<unsigned>(0, 11);  // of ten values, so many are missing
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    std::mt19937 random(seed);
    const auto pierce = [&](std::vector<float>& values) {
        for (float& value : values) value = random() % 10 < holes ? kNaN : value;
    };
    auto snapshot = full_snapshot();
    for (LineNow& line : snapshot->lines) {
        line.curves.half_widths.assign(line.curves.values.size(), 0.01f);
        for (auto* values : {&line.curves.values, &line.curves.half_widths, &line.curves.persons}) pierce(*values);
    }
    auto everybody = std::make_shared<EverybodyNow>(*snapshot->everybody);
    for (auto* columns : {&everybody->persons.values, &everybody->teams.means}) {
        for (auto& values : *columns) pierce(values);
    }
    auto lives = std::make_shared<TwoLives>(*snapshot->lives);
    pierce(lives->with.values);
    pierce(lives->without.values);
    snapshot->everybody = everybody;
    snapshot->lives = lives;
    const float width = static_cast<float>(*rc::gen::inRange(30, 1500)), height = static_cast<float>(*rc::gen::inRange(30, 900));
    for (const Figure& figure : figures_of(snapshot, Language::english)) {
        const Drawing drawing = drawn(figure, {5, 5, 5 + width, 5 + height});
        for (const ClippedMark& marked : drawing.marks) {
            if (!is_finite(marked)) RC_FAIL(figure.name + ": " + said(marked));
        }
        RC_ASSERT(!svg_text(drawing, figure.title).empty());  // nothing in it cannot be written
        RC_ASSERT(csv_text(figure.table()).find(",nan") == std::string::npos);
    }
}

}  // namespace
}  // namespace bevlogen::testing
