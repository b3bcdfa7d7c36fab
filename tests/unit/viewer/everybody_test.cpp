// Everybody and all teams are shown where they are in the snapshot: persons as a cloud, hospitals as rows of teams.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/viewer/drawings.hpp"
#include "tests/unit/viewer/snapshots.hpp"
#include "viewer/figures/people.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::shared_ptr<Snapshot> with_everybody() {
    auto snapshot = std::make_shared<Snapshot>(made_snapshot(2));
    snapshot->everybody = made_everybody();
    return snapshot;
}
PeopleChoice people_choice() { return {outcome("engagement"), outcome("burnout")}; }

TEST(PeopleTest, AreTheValuesAndPhasesOfTheSnapshot) {
    const auto snapshot = with_everybody();
    const PersonsNow& persons = snapshot->everybody->persons;
    const auto chart = people_chart(workforce(), *snapshot, people_choice());
    ASSERT_TRUE(chart);
    EXPECT_EQ(chart->x_values.data(), persons.values[0].data());
    EXPECT_EQ(chart->y_values.data(), persons.values[1].data());
    EXPECT_EQ(chart->group.data(), persons.phase.data());
    EXPECT_THAT(chart->colours, SizeIs(workforce().phases().size()));
    EXPECT_EQ(chart->x.range, (AxisRange{-4, 4}));
    EXPECT_EQ(chart->chosen, std::nullopt);
    PeopleChoice other_way = people_choice();
    std::swap(other_way.across, other_way.up);
    EXPECT_EQ(people_chart(workforce(), *snapshot, other_way)->x_values.data(), persons.values[1].data());
}

TEST(PeopleTest, TheFollowedOneIsFoundAgainAsLongAsTheyAreThere) {
    const auto snapshot = with_everybody();
    PeopleChoice choice = people_choice();
    choice.person = snapshot->everybody->persons.ids[5];
    EXPECT_EQ(people_chart(workforce(), *snapshot, choice)->chosen, 5u);
    choice.person = PersonId::of(TeamId::of(77, 1), 0, 0);
    EXPECT_EQ(people_chart(workforce(), *snapshot, choice)->chosen, std::nullopt);
}

TEST(PeopleTest, ThereAreNoneBeforeTheFirstLookOrOfWhatWasNotWanted) {
    auto snapshot = with_everybody();
    PeopleChoice unwanted = people_choice();
    unwanted.across = outcome("exhaustion");
    EXPECT_EQ(people_chart(workforce(), *snapshot, unwanted), std::nullopt);
    snapshot->everybody = nullptr;
    EXPECT_EQ(people_chart(workforce(), *snapshot, people_choice()), std::nullopt);
    Drawing drawing;
    const Figure figure = people_figure(workforce(), snapshot, people_choice(), nullptr);
    figure.draw({0, 0, 400, 300}, letters(), drawing);
    EXPECT_THAT(drawing.marks, IsEmpty());
    EXPECT_THAT(figure.table().rows, IsEmpty());
}

TEST(PeopleTest, PhasesHaveColoursOfTheirOwn) {
    for (std::size_t a = 0; a < workforce().phases().size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) EXPECT_NE(colour_of_phase(a), colour_of_phase(b)) << a << " and " << b;
    }
}

TEST(PeopleTest, TheTableHasARowAPerson) {
    const auto snapshot = with_everybody();
    const Figure figure = people_figure(workforce(), snapshot, people_choice(), nullptr);
    EXPECT_EQ(figure.name, "people-week-8");
    const Table table = figure.table();
    EXPECT_THAT(table.columns, ElementsAre("person", "phase", "hospital", "department", "engagement [z]", "burnout [z]"));
    const PersonsNow& persons = snapshot->everybody->persons;
    ASSERT_THAT(table.rows, SizeIs(persons.ids.size()));
    const auto& row = table.rows[3];
    EXPECT_EQ(std::get<std::string>(row[0]), std::to_string(persons.ids[3].value));
    EXPECT_EQ(std::get<std::string>(row[1]), workforce().phases().names[persons.phase[3]]);
    EXPECT_EQ(std::get<double>(row[2]), 3.0);
    EXPECT_EQ(std::get<double>(row[3]), 4.0);
    EXPECT_EQ(std::get<double>(row[4]), persons.values[0][3]);
    EXPECT_EQ(std::get<double>(row[5]), persons.values[1][3]);
}

TEST(HospitalsTest, AreRowsOfTheirTeamsAndPoolsAreNone) {
    const auto snapshot = with_everybody();
    const TeamCells cells = team_cells(workforce(), *snapshot, {});
    EXPECT_EQ(cells.map.rows, 3u);
    EXPECT_EQ(cells.map.columns, 3u);
    EXPECT_THAT(cells.team, ElementsAre(0, 1, std::nullopt, 2, 3, std::nullopt, 4, 5, 6));
    EXPECT_THAT(cells.map.row_groups, ElementsAre("1\u20132", "3"));  // hospitals with as many teams
    EXPECT_THAT(cells.map.group_ends, ElementsAre(2, 3));
    for (std::size_t cell = 0; cell < cells.team.size(); ++cell) {
        if (cells.team[cell])
            EXPECT_FLOAT_EQ(cells.map.values[cell], std::expm1(snapshot->everybody->teams.means[0][*cells.team[cell]]));  // a ratio
        else
            EXPECT_TRUE(std::isnan(cells.map.values[cell]));
    }
}

TEST(HospitalsTest, ColoursStandForWhatWasChosen) {
    const auto snapshot = with_everybody();
    const TeamCells load = team_cells(workforce(), *snapshot, {TeamColour::load}),
                    burnout = team_cells(workforce(), *snapshot, {TeamColour::burnout}),
                    vacancies = team_cells(workforce(), *snapshot, {TeamColour::vacancies});
    EXPECT_TRUE(load.map.is_diverging);
    EXPECT_FLOAT_EQ(burnout.map.values[1], 0.2f);
    EXPECT_TRUE(std::isnan(burnout.map.values[8]));  // nobody is there
    EXPECT_FALSE(vacancies.map.is_diverging);
    EXPECT_EQ(vacancies.map.style, NumberStyle::percent);
    EXPECT_FLOAT_EQ(vacancies.map.values[0], 0.1f);
    EXPECT_FLOAT_EQ(vacancies.map.values[1], 0.0f);
    EXPECT_FLOAT_EQ(vacancies.map.values[8], 1.0f);
    EXPECT_NE(load.map.value_title, burnout.map.value_title);
    for (const TeamColour colour : {TeamColour::load, TeamColour::burnout, TeamColour::vacancies})
        EXPECT_TRUE(outcome_of(workforce(), colour));
}

TEST(HospitalsTest, WhatWasNotWantedIsNotThere) {
    auto snapshot = with_everybody();
    snapshot->wants.teams = {outcome("burnout")};
    for (const float value : team_cells(workforce(), *snapshot, {TeamColour::load}).map.values) EXPECT_TRUE(std::isnan(value));
    EXPECT_FLOAT_EQ(team_cells(workforce(), *snapshot, {TeamColour::vacancies}).map.values[0], 0.1f);
    snapshot->everybody = nullptr;
    const TeamCells none = team_cells(workforce(), *snapshot, {});
    EXPECT_EQ(none.map.rows, 0u);
    EXPECT_THAT(none.team, IsEmpty());
}

TEST(HospitalsTest, TheChosenTeamIsFoundAgain) {
    EXPECT_EQ(team_cells(workforce(), *with_everybody(), {TeamColour::load, TeamId::of(5, 4)}).map.chosen, 4u);
    EXPECT_EQ(team_cells(workforce(), *with_everybody(), {TeamColour::load, TeamId::of(5, 5)}).map.chosen, std::nullopt);
}

TEST(HospitalsTest, OfPoolsAloneEachIsARow) {
    auto snapshot = std::make_shared<Snapshot>(made_snapshot(1));
    auto all = std::make_shared<EverybodyNow>();
    all->teams = {{TeamId::of(1, 0), TeamId::of(2, 0)}, {4, 4}, {4, 2}, {{0.1f, 0.2f}, {0.1f, 0.2f}}};
    snapshot->everybody = all;
    EXPECT_THAT(team_cells(workforce(), *snapshot, {TeamColour::vacancies}).map.values, ElementsAre(0.0f, 0.5f));
}

TEST(HospitalsTest, TheTableHasARowATeamOfAHospital) {
    const Figure figure = hospitals_figure(workforce(), with_everybody(), {TeamColour::vacancies}, nullptr);
    const Table table = figure.table();
    EXPECT_EQ(figure.name, "hospitals-week-8");
    EXPECT_THAT(table.rows, SizeIs(7));
    EXPECT_THAT(table.rows, Each(SizeIs(table.columns.size())));
    std::vector<double> numbers;
    for (const TableCell& cell : table.rows[4]) numbers.push_back(std::get<double>(cell));
    EXPECT_THAT(numbers, ElementsAre(9, 1, 10, 8, ::testing::DoubleNear(0.2, 1e-6)));
}

TEST(OutcomeWordsTest, CountHospitalsAndTeamsFromOne) {
    const auto all = made_everybody();
    EXPECT_EQ(place_words(all->teams, 0, Language::english), "hospital 1, team 1");
    EXPECT_EQ(place_words(all->teams, 3, Language::dutch), "ziekenhuis 2, team 2");
    EXPECT_EQ(place_words(all->teams, 6, Language::english), "hospital 3, team 3");
}

TEST(OutcomeWordsTest, SayUnitsInBothLanguages) {
    const auto title = [](const char* name, Language language) { return title_with_unit(workforce().outcomes()[outcome(name)], language); };
    EXPECT_EQ(title("burnt_out", Language::english), "Burnt out (UBOS), share of persons");
    EXPECT_EQ(title("burnt_out", Language::dutch), "Opgebrand (UBOS), aandeel personen");
    EXPECT_EQ(outcome_named(workforce(), "nothing"), std::nullopt);
    for (const OutcomeDecl& outcome : workforce().outcomes()) {
        for (const Language language : {Language::english, Language::dutch}) {
            EXPECT_THAT(unit_words(outcome, language), Not(::testing::AnyOf("", "1", "z"))) << outcome.name;
            EXPECT_FALSE(outcome.label.in(language).empty()) << outcome.name;
        }
    }
    EXPECT_EQ(capitalised("abc"), "Abc");
    EXPECT_EQ(capitalised("\u00e9\u00e9n"), "\u00e9\u00e9n");
    EXPECT_EQ(capitalised(""), "");
}

}  // namespace
}  // namespace bevlogen::testing
