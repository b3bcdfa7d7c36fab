// Every stored value is one row, under the names that it has in the file; what is asked for and not there is refused with a name.
#include "sim/record/tidy_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hdf5.h>
#include <hdf5_hl.h>

#include <charconv>
#include <cmath>
#include <set>
#include <tuple>

#include "sim/core/diagnostic.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Row = std::vector<std::string>;

class TidyRowsTest : public ::testing::Test {
  protected:
    TidyRowsTest() {
        ResultsWriter writer(file, described({"baseline", "coaching"}, 2), plan);
        for (unsigned s = 0; s < 2; ++s) {
            for (unsigned r = 0; r < 2; ++r) writer.add(s, r, record(s, r));
        }
        writer.finish(kProvenance);
    }
    RunRecord record(unsigned scenario, unsigned replicate) const { return fake_record(plan, scenario, replicate + 1, replicate == 0); }

    static std::vector<Row> rows_of(const TidyRows& rows) {
        std::vector<Row> all;
        rows.visit([&](std::span<const Cell> cells) {
            Row& row = all.emplace_back();
            for (const Cell& cell : cells) row.emplace_back(cell.characters);
        });
        EXPECT_EQ(all.size(), rows.size());
        return all;
    }
    std::vector<Row> rows(const TidyChoice& choice) const {
        const StoredResults results(file);
        return rows_of(TidyRows(results, choice));
    }
    std::vector<std::string> header(const TidyChoice& choice) const {
        const StoredResults results(file);
        return TidyRows(results, choice).header();
    }
    std::string refusal(const TidyChoice& choice) const {
        try {
            rows(choice);
        } catch (const InputError& error) {
            return error.diagnostics().report();
        }
        return "nothing was refused";
    }
    // What a cell stands for; NaN where it is empty.
    template <class Number>
    static Number read(const std::string& cell) {
        Number number = std::numeric_limits<Number>::quiet_NaN();
        const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), number).ptr;
        EXPECT_EQ(end, cell.data() + cell.size()) << cell;
        return number;
    }

    Folder folder;
    std::filesystem::path file = folder / "results.h5";
    FakeModel model;
    RecordPlan plan{model, scenario_of_years(2), [] {
                        RecordOptions options = small_panel(true, 4);
                        options.twin_weeks = {40, 92};
                        return options;
                    }()};
};

TEST_F(TidyRowsTest, TheTablesFollowFromTheDimensions) {
    const StoredResults results(file);
    std::vector<std::string> names;
    for (const TidyTable& table : tidy_tables(results)) names.push_back(table.name);
    EXPECT_THAT(names, ElementsAre("by_phase", "by_stratum", "quantiles", "weekly", "team", "last_year", "twin", "panel"));
}

TEST_F(TidyRowsTest, EveryValueByPhaseIsARowToTheBit) {
    const auto all = rows({.outcomes = {"exhaustion"}});
    ASSERT_EQ(all.size(), 2u * 2u * static_cast<std::size_t>(plan.clearings) * 3u * 2u);
    EXPECT_THAT(header({}), ElementsAre("scenario", "replicate", "clearing", "phase", "measure", "outcome", "value", "unit"));
    EXPECT_THAT(all.back(), ElementsAre("coaching", "2", "104", "aios", "sd", "exhaustion", ::testing::_, "1"));
    std::size_t at = 0, missing = 0;
    for (unsigned s = 0; s < 2; ++s) {
        for (unsigned r = 0; r < 2; ++r) {
            const RunRecord one = record(s, r);
            const std::size_t values = all.size() / 4;  // exhaustion is the second outcome
            for (std::size_t v = 0; v < values; ++v, ++at) {
                const float expected = one.by_phase[values + v], found = read<float>(all[at][6]);
                if (std::isnan(expected)) ++missing;
                ASSERT_TRUE(std::isnan(expected) ? all[at][6].empty() : found == expected) << at;
            }
        }
    }
    EXPECT_GT(missing, 10u);
}

TEST_F(TidyRowsTest, PersonsHaveNoMeasureAndCountsThatAreWhole) {
    const auto all = rows({.outcomes = {"persons"}});
    ASSERT_EQ(all.size(), 4u * static_cast<std::size_t>(plan.clearings) * 3u);
    EXPECT_THAT(all[0], ElementsAre("baseline", "1", "4", "all", "", "persons", std::to_string(record(0, 0).persons_by_phase[0]), "1"));
}

TEST_F(TidyRowsTest, ValuesOfSixteenBitsAreDecodedAndMissingOnesEmpty) {
    for (const char* table : {"team", "last_year", "twin"}) {
        const auto all = rows({.table = table, .outcomes = {"exhaustion"}, .kept = {{"scenario", {"coaching"}}, {"replicate", {"2"}}}});
        const RunRecord one = record(1, 1);
        const auto& stored = std::string(table) == "team" ? one.team_map : std::string(table) == "twin" ? one.twin : one.joined;
        ASSERT_LE(all.size(), stored.size());  // of the outcomes exhaustion stands first
        ASSERT_GT(all.size(), 2u);
        for (std::size_t v = 0; v < all.size(); ++v) {
            const std::string& value = all[v][all[v].size() - 2];
            if (stored[v] == kNoValue)
                EXPECT_EQ(value, "") << table << ' ' << v;
            else
                EXPECT_EQ(read<float>(value), read_stored(stored[v])) << table << ' ' << v;
        }
    }
}

TEST_F(TidyRowsTest, LabelsStandBesideNamesAndWordsBesideCodes) {
    EXPECT_THAT(header({.labels = Language::dutch}), ElementsAre("scenario", "scenario_title", "replicate", "clearing", "phase",
                                                                 "phase_label", "measure", "outcome", "outcome_label", "value", "unit"));
    const auto phases = rows({.outcomes = {"burnout"}, .kept = {{"phase", {"aios"}}, {"measure", {"mean"}}}, .labels = Language::dutch});
    EXPECT_THAT(phases[0], ElementsAre("baseline", "Titel van baseline", "1", "4", "aios", "in opleiding, coördinerend", "mean", "burnout",
                                       "opgebrand", ::testing::_, "1"));
}

// A trace of codes in a file of its own: the fake records hold any number there.
TEST_F(TidyRowsTest, ACodeIsThePlaceOfItsWord) {
    RunRecord one = record(0, 0);
    const std::size_t persons = one.panel_persons.size(), looks = static_cast<std::size_t>(plan.panel_looks);
    for (std::size_t v = 0; v < looks * persons; ++v)
        one.panel[looks * persons + v] = v % 3 == 2 ? kNoValue : static_cast<std::int16_t>(v % 3 * 256);
    const std::filesystem::path coded = folder / "coded.h5";
    ResultsWriter writer(coded, described({"baseline"}, 1), plan);
    writer.add(0, 0, one);
    writer.finish(kProvenance);
    const StoredResults results(coded);
    const TidyRows rows(results, {.table = "panel", .outcomes = {"leave"}, .labels = Language::dutch});
    EXPECT_THAT(rows.header(), ElementsAre("scenario", "scenario_title", "panel_week", "panel_person", "outcome", "outcome_label", "value",
                                           "value_label", "unit"));
    const auto all = rows_of(rows);
    const auto row = [](const char* value, const char* word) {
        return ElementsAre("baseline", "Titel van baseline", "4", ::testing::_, "leave", "verlof", value, word, "1");
    };
    EXPECT_THAT(all[0], row("0", "aan het werk"));
    EXPECT_THAT(all[1], row("1", "ziek"));
    EXPECT_THAT(all[2], row("", ""));
}

TEST_F(TidyRowsTest, AYearKeepsItsWeeksClearingsAndQuarters) {
    for (const auto& [table, time, first, last] :
         {std::tuple{"by_phase", 2, "56", "104"}, std::tuple{"by_stratum", 2, "2", "2"}, std::tuple{"weekly", 2, "53", "104"},
          std::tuple{"team", 2, "65", "104"}, std::tuple{"panel", 1, "56", "104"}, std::tuple{"twin", 2, "92", "92"}}) {
        const auto all = rows({.table = table, .year = 2});
        ASSERT_FALSE(all.empty()) << table;
        EXPECT_EQ(all.front()[static_cast<std::size_t>(time)], first) << table;
        EXPECT_EQ(all.back()[static_cast<std::size_t>(time)], last) << table;
        EXPECT_LT(all.size(), rows({.table = table}).size()) << table;
    }
}

TEST_F(TidyRowsTest, PreferredOutcomesAreThoseThatTheTableHasOrElseAll) {
    const auto outcomes = [&](const TidyChoice& choice) {
        std::set<std::string> names;
        for (const Row& row : rows(choice)) names.insert(row[row.size() - 3]);
        return names;
    };
    EXPECT_THAT(outcomes({.preferred = {"hours", "unheard-of"}}), ElementsAre("hours"));
    EXPECT_THAT(outcomes({.preferred = {"unheard-of"}}), ElementsAre("burnout", "coached", "exhaustion", "hours", "persons"));
    EXPECT_THAT(outcomes({.outcomes = {"coached"}, .preferred = {"hours"}}), ElementsAre("coached"));
    EXPECT_THAT(outcomes({.table = "twin", .outcomes = {"coached_twin"}}), ElementsAre("coached"));  // as in the file
}

TEST_F(TidyRowsTest, WhatIsNotThereIsRefusedWithWhatIs) {
    EXPECT_THAT(refusal({.table = "by_fase"}), HasSubstr("has no table \"by_fase\"; did you mean \"by_phase\"?"));
    EXPECT_THAT(refusal({.outcomes = {"exhaustoin", "hours"}}), HasSubstr("no outcome \"exhaustoin\"; did you mean \"exhaustion\"?"));
    EXPECT_THAT(refusal({.table = "team", .outcomes = {"hours"}}),
                HasSubstr("no outcome \"hours\"; --table by_phase, by_stratum, quantiles has it"));
    EXPECT_THAT(refusal({.kept = {{"phase", {"aois"}}}}), HasSubstr("has no phase \"aois\"; did you mean \"aios\"?"));
    EXPECT_THAT(refusal({.kept = {{"replicate", {"7"}}}}), HasSubstr("has no replicate \"7\" (valid: 1, 2)"));
    EXPECT_THAT(refusal({.table = "team", .kept = {{"phase", {"all"}}}}),
                HasSubstr("the table team has no phase; it has scenario, replicate"));
    EXPECT_THAT(refusal({.year = 3}), HasSubstr("nothing of year 3; the file has years 1 to 2"));
    EXPECT_THAT(refusal({.table = "last_year", .year = 1}), HasSubstr("has no time"));
}

// Files of later versions may hold more: new variables over known dimensions, and over others.
TEST_F(TidyRowsTest, VariablesThatThisVersionDoesNotKnowGoByTheirDimensions) {
    const hid_t opened = H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const auto add = [&](const char* name, std::vector<hsize_t> extent, std::vector<const char*> dimensions,
                         const std::vector<float>& values) {
        ASSERT_GE(H5LTmake_dataset_float(opened, name, static_cast<int>(extent.size()), extent.data(), values.data()), 0);
        const hid_t data = H5Dopen2(opened, name, H5P_DEFAULT);
        for (unsigned d = 0; d < dimensions.size(); ++d) {
            const hid_t scale = H5Dopen2(opened, dimensions[d], H5P_DEFAULT);
            ASSERT_GE(H5DSattach_scale(data, scale, d), 0);
            H5Dclose(scale);
        }
        H5Dclose(data);
    };
    add("luck_last_year", {2, 2, 3}, {"scenario", "replicate", "person"}, std::vector<float>(12, 0.1f));
    add("price", {2, 2}, {"scenario", "year"}, {1.0f, 2.5f, 3e-7f, -4.0f});
    H5Fclose(opened);
    EXPECT_EQ(rows({.table = "last_year", .outcomes = {"luck"}}).size(), 12u);
    const auto prices = rows({.table = "over-scenario-year"});
    ASSERT_EQ(prices.size(), 4u);
    EXPECT_THAT(prices[2], ElementsAre("coaching", "1", "price", "3e-07", ""));
    EXPECT_EQ(rows({.table = "over-scenario-year", .year = 2}).size(), 2u);
}

}  // namespace
}  // namespace bevlogen::testing
