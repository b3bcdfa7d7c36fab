// Two files are the same to the bit, or the first value that differs is named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <functional>

#include "sim/record/results_reader.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::HasSubstr;

class ResultsDiffTest : public ::testing::Test {
  protected:
    // `alter` may change the record of (scenario 0, replicate index 1).
    std::filesystem::path write(const std::string& name, const ResultsDescription& about, const RecordPlan& with,
                                const std::function<void(RunRecord&)>& alter = {}, bool backwards = false) {
        ResultsWriter writer(folder / name, about, with);
        const auto replicates = static_cast<std::size_t>(about.replicates);
        const std::size_t runs = about.scenarios.size() * replicates;
        for (std::size_t i = 0; i < runs; ++i) {
            const std::size_t run = backwards ? runs - 1 - i : i;
            const unsigned named = static_cast<unsigned>(run % replicates) + static_cast<unsigned>(about.first_replicate);
            // A scenario's record follows from its name, so that it is the same in every file.
            const auto scenario = static_cast<unsigned>(about.scenarios[run / replicates].name.size());
            RunRecord record = fake_record(with, scenario, named, run % replicates == 0);
            if (alter && run == 1) alter(record);
            writer.add(run / replicates, run % replicates, record);
        }
        writer.finish({{"written", name}});
        return folder / name;
    }
    static ResultsDifference common(const std::filesystem::path& a, const std::filesystem::path& b) {
        return diff_results(a, b, {.common = true});
    }

    FakeModel model;
    RecordPlan plan{model, scenario_of_years(1), small_panel(false)};
    ResultsDescription description = described({"baseline", "coach"}, 2);
    Folder folder;
};

TEST_F(ResultsDiffTest, FindsNoDifferenceOutsideProvenance) {
    const ResultsDifference difference = diff_results(write("a.h5", description, plan), write("b.h5", description, plan), {});
    EXPECT_TRUE(difference.identical) << difference.first;
    EXPECT_EQ(difference.first, "");
    EXPECT_EQ(difference.different, 0u);
    EXPECT_GT(difference.compared, 4u * 13 * 3 * 2);
}

TEST_F(ResultsDiffTest, DoesNotSeeTheOrderInWhichRunsWereAdded) {
    const ResultsDifference difference = diff_results(write("a.h5", description, plan), write("b.h5", description, plan, {}, true), {});
    EXPECT_TRUE(difference.identical) << difference.first;
}

TEST_F(ResultsDiffTest, NamesASingleBit) {
    const auto flip = [&](RunRecord& record) {  // the second weekly outcome, week 17, second phase
        float& value = record.weekly[(static_cast<std::size_t>(plan.weeks) + 16) * plan.phases() + 1];
        value = std::bit_cast<float>(std::bit_cast<std::uint32_t>(0.4123f) ^ 1u);
    };
    const auto set = [&](RunRecord& record) { record.weekly[(static_cast<std::size_t>(plan.weeks) + 16) * plan.phases() + 1] = 0.4123f; };
    const ResultsDifference difference = diff_results(write("a.h5", description, plan, set), write("b.h5", description, plan, flip), {});
    EXPECT_FALSE(difference.identical);
    EXPECT_EQ(difference.different, 1u);
    EXPECT_THAT(difference.first,
                HasSubstr("burnout_weekly: scenario \"baseline\", replicate 2, week 17, phase \"anios\": 0.4123 against 0.412"));
    EXPECT_THAT(difference.first, HasSubstr("(the only value that differs in "));
}

TEST_F(ResultsDiffTest, CountsTheValuesThatDiffer) {
    const auto change = [](RunRecord& record) {
        for (std::int32_t& persons : record.persons_by_phase) persons += 1;
    };
    const ResultsDifference difference = diff_results(write("a.h5", description, plan), write("b.h5", description, plan, change), {});
    EXPECT_EQ(difference.different, 39u);
    EXPECT_THAT(difference.first, HasSubstr("persons: scenario \"baseline\", replicate 2, clearing 4, phase \"all\": "));
    EXPECT_THAT(difference.first, HasSubstr("(first of 39 values that differ in "));
}

TEST_F(ResultsDiffTest, ShowsStoredValuesDecoded) {
    const auto low = [](RunRecord& record) { record.team_map[1] = 640; };
    const auto missing = [](RunRecord& record) { record.team_map[1] = kNoValue; };
    const ResultsDifference difference = diff_results(write("a.h5", description, plan, low), write("b.h5", description, plan, missing), {});
    EXPECT_THAT(difference.first,
                HasSubstr("exhaustion_team: scenario \"baseline\", replicate 2, quarter 13, team 4097: 2.5 against missing"));
}

TEST_F(ResultsDiffTest, TellsKindsOfNotANumberAndZerosApart) {
    const auto set = [](std::uint32_t bits) { return [bits](RunRecord& record) { record.by_phase[0] = std::bit_cast<float>(bits); }; };
    const auto a = write("a.h5", description, plan, set(0x7fc00001));
    EXPECT_TRUE(diff_results(a, write("b.h5", description, plan, set(0x7fc00001)), {}).identical);
    EXPECT_THAT(diff_results(a, write("c.h5", description, plan, set(0x7fc00002)), {}).first,
                HasSubstr("nan (bits 7fc00001) against nan (bits 7fc00002)"));
    EXPECT_THAT(diff_results(write("d.h5", description, plan, set(0)), write("e.h5", description, plan, set(0x80000000u)), {}).first,
                HasSubstr("0 against -0"));
}

TEST_F(ResultsDiffTest, NamesAnAttributeIfAllValuesAreTheSame) {
    ResultsDescription other = description;
    other.seed = 5;
    const ResultsDifference difference = diff_results(write("a.h5", description, plan), write("b.h5", other, plan), {});
    EXPECT_FALSE(difference.identical);
    EXPECT_EQ(difference.different, 0u);
    EXPECT_THAT(difference.first, HasSubstr("attribute seed: \"4000000000\" against \"5\" (all "));
}

TEST_F(ResultsDiffTest, NamesTheLineInWhichTextsDiffer) {
    ResultsDescription other = description;
    other.scenarios[1].resolved = "# complete\ntitle = \"coach\"\nyears = 2\n";
    const ResultsDifference difference = diff_results(write("a.h5", description, plan), write("b.h5", other, plan), {});
    EXPECT_THAT(difference.first, HasSubstr("resolved_scenario: scenario \"coach\": line 3: \"years = 1\" against \"years = 2\""));
}

TEST_F(ResultsDiffTest, NamesAnAttributeOfAVariable) {
    const auto a = write("a.h5", description, plan);
    model.declared[1].description = "How worn out, another way.";
    EXPECT_THAT(diff_results(a, write("b.h5", description, plan), {}).first, HasSubstr("exhaustion: attribute description: "));
}

TEST_F(ResultsDiffTest, NamesAVariableThatOneFileHas) {
    const auto a = write("a.h5", description, plan);
    model.declared[0].weekly = true;
    const RecordPlan more(model, scenario_of_years(1), small_panel(false));
    EXPECT_EQ(diff_results(a, write("b.h5", description, more), {}).first, "only the second file has hours_weekly");
}

TEST_F(ResultsDiffTest, NamesADimensionOfAnotherLength) {
    const RecordPlan longer(model, scenario_of_years(2), small_panel(false));
    EXPECT_EQ(diff_results(write("a.h5", description, plan), write("b.h5", description, longer), {}).first, "week: 52 values against 104");
}

TEST_F(ResultsDiffTest, NamesACoordinate) {
    const ResultsDifference difference =
        diff_results(write("a.h5", description, plan), write("b.h5", described({"baseline", "cosch"}, 2), plan), {});
    EXPECT_THAT(difference.first, HasSubstr("scenario: value 2 of 2: \"coach\" against \"cosch\""));
}

TEST_F(ResultsDiffTest, FindsARunWithinAComparisonWithJoinedPersons) {
    const RecordPlan joined(model, scenario_of_years(1), small_panel(true, 4));
    const auto comparison = write("comparison.h5", described({"coach", "baseline"}, 3), joined);
    const auto run = write("run.h5", described({"baseline"}, 2), plan);
    const ResultsDifference difference = common(run, comparison);
    EXPECT_TRUE(difference.identical) << difference.first;
    EXPECT_TRUE(common(comparison, run).identical);
    EXPECT_FALSE(diff_results(run, comparison, {}).identical);
}

TEST_F(ResultsDiffTest, FindsWhatTwoFilesHaveInCommonIdentical) {
    const auto two = write("two.h5", described({"coach", "baseline"}, 2), plan);
    const auto run = write("run.h5", described({"baseline"}, 4), plan);
    const ResultsDifference difference = common(two, run);
    EXPECT_TRUE(difference.identical) << difference.first;
    EXPECT_GT(difference.compared, 2u * 3 * 13 * 3 * 2);
    EXPECT_TRUE(common(run, two).identical);
}

TEST_F(ResultsDiffTest, FindsOneReplicateAloneIdenticalToTheSameOfMany) {
    const auto many = write("many.h5", described({"baseline"}, 4), plan);
    const auto alone = write("alone.h5", described({"baseline"}, 1, 3), plan);  // its panel is of replicate 3
    const ResultsDifference difference = common(many, alone);
    EXPECT_TRUE(difference.identical) << difference.first;
}

TEST_F(ResultsDiffTest, NamesADifferenceAmongWhatIsCommon) {
    const auto change = [](RunRecord& record) { record.persons_by_stratum[0] = 12; };
    const auto other = [](RunRecord& record) { record.persons_by_stratum[0] = 13; };
    const auto a = write("a.h5", described({"baseline"}, 4), plan, change);
    const auto b = write("b.h5", described({"baseline", "coach"}, 2), plan, other);
    const ResultsDifference difference = common(a, b);
    EXPECT_EQ(difference.different, 1u);
    EXPECT_THAT(difference.first,
                HasSubstr("persons_by_stratum: scenario \"baseline\", replicate 2, year 1, stratum \"female\": 12 against 13"));
}

// Two seeds draw other persons into the panel; what one wants to know is where the outcomes part.
TEST_F(ResultsDiffTest, NamesAnOutcomeBeforeThePersonsOfThePanel) {
    const auto change = [&](RunRecord& record) {
        for (std::int32_t& persons : record.persons_by_phase) persons += 1;
        for (std::uint64_t& person : record.panel_persons) person += 1;
        for (std::int16_t& value : record.panel) value = 7;
    };
    const auto first = [&](const std::string& name, const ResultsDescription& about, bool is_changed) {
        ResultsWriter writer(folder / name, about, plan);
        RunRecord record = fake_record(plan, 1, 1, true);
        if (is_changed) change(record);
        writer.add(0, 0, record);
        writer.finish({});
        return folder / name;
    };
    ResultsDescription other = described({"baseline"}, 1);
    other.seed = 5;
    const ResultsDifference difference = diff_results(first("a.h5", described({"baseline"}, 1), false), first("b.h5", other, true), {});
    EXPECT_TRUE(difference.first.starts_with("persons: scenario \"baseline\", replicate 1, clearing 4, phase \"all\": "))
        << difference.first;
    EXPECT_THAT(difference.first, HasSubstr("; also attribute seed: "));
}

TEST_F(ResultsDiffTest, NamesThePanelIfTheOutcomesAreTheSame) {
    const auto write_one = [&](const std::string& name, std::uint64_t shift) {
        ResultsWriter writer(folder / name, described({"baseline"}, 1), plan);
        RunRecord record = fake_record(plan, 1, 1, true);
        for (std::uint64_t& person : record.panel_persons) person += shift;
        writer.add(0, 0, record);
        writer.finish({});
        return folder / name;
    };
    EXPECT_THAT(diff_results(write_one("a.h5", 0), write_one("b.h5", 1), {}).first, HasSubstr("panel_person: value 1 of 5: "));
}

// Who joined depends on chance, and so does how many.
TEST_F(ResultsDiffTest, AnotherNumberOfPersonsHidesNoOutcome) {
    const RecordPlan joined(model, scenario_of_years(1), small_panel(true));
    const auto write_one = [&](const std::string& name, bool is_fewer, std::int32_t persons) {
        ResultsWriter writer(folder / name, described({"baseline"}, 1), joined);
        RunRecord record = fake_record(joined, 1, 1, true);
        record.persons_by_phase[0] = persons;
        if (is_fewer) {
            const std::size_t outcomes = record.joined.size() / record.joined_persons.size();
            record.joined_persons.pop_back();
            record.joined.resize(outcomes * record.joined_persons.size());
            record.joined_phase.pop_back();
        }
        writer.add(0, 0, record);
        writer.finish({});
        return folder / name;
    };
    const auto a = write_one("a.h5", false, 1);
    EXPECT_THAT(diff_results(a, write_one("b.h5", true, 2), {}).first,
                HasSubstr("persons: scenario \"baseline\", replicate 1, clearing 4"));
    EXPECT_EQ(diff_results(a, write_one("c.h5", true, 1), {}).first, "person: 3 values against 2");
}

TEST_F(ResultsDiffTest, SaysThatNothingIsCommon) {
    const auto a = write("a.h5", described({"baseline"}, 2), plan);
    const auto b = write("b.h5", described({"coach"}, 2, 5), plan);
    const ResultsDifference difference = common(a, b);
    EXPECT_FALSE(difference.identical);
    EXPECT_EQ(difference.first, "the files have no values in common: they share no scenario, no replicate");
}

}  // namespace
}  // namespace bevlogen::testing
