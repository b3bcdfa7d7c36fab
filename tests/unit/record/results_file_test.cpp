// A results file is whole under its final name, or not there; what was written is read back.
#include "sim/record/results_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ResultsFileTest : public ::testing::Test {
  protected:
    // A comparison of two scenarios and two replicates.
    void write_comparison(const std::filesystem::path& file) {
        ResultsWriter writer(file, described({"baseline", "coaching"}, 2), plan);
        for (unsigned scenario = 0; scenario < 2; ++scenario) {
            for (unsigned replicate = 0; replicate < 2; ++replicate) writer.add(scenario, replicate, record(scenario, replicate));
        }
        writer.finish(kProvenance);
    }
    RunRecord record(unsigned scenario, unsigned replicate) const { return fake_record(plan, scenario, replicate + 1, replicate == 0); }

    template <class T>
    std::vector<T> values_of(const StoredResults& results, const std::string& name) {
        const StoredVariable* variable = results.find(name);
        if (variable == nullptr) return {};
        const StoredValues values = results.read(*variable);
        std::vector<T> result(values.bytes.size() / sizeof(T));
        if (!result.empty()) std::memcpy(result.data(), values.bytes.data(), values.bytes.size());
        return result;
    }
    std::string message_of(const std::function<void()>& work) {
        try {
            work();
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "nothing was thrown";
    }

    FakeModel model;
    static RecordOptions with_twins() {
        RecordOptions options = small_panel(true, 4);
        options.twin_weeks = {40, 52};
        return options;
    }
    RecordPlan plan{model, scenario_of_years(1), with_twins()};
    Folder folder;
    std::filesystem::path path = folder / "out.h5";
};

// Bits of the values of outcome `index` within a record, whatever they are.
template <class T>
bool same_bits(std::span<const T> a, std::span<const T> b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

TEST_F(ResultsFileTest, GivesBackToTheBitWhatWasAdded) {
    write_comparison(path);
    const StoredResults results(path);
    const std::size_t runs = 4;
    for (std::size_t run = 0; run < runs; ++run) {
        const RunRecord expected = record(static_cast<unsigned>(run / 2), static_cast<unsigned>(run % 2));
        const auto expect_part = [&]<class T>(const std::vector<T>& whole, std::size_t k, std::size_t of, const std::string& name) {
            const std::vector<T> stored = values_of<T>(results, name);
            const std::size_t size = whole.size() / of;
            ASSERT_EQ(stored.size(), size * runs) << name;
            EXPECT_TRUE(same_bits(std::span<const T>(whole).subspan(k * size, size), std::span<const T>(stored).subspan(run * size, size)))
                << name;
        };
        const char* const outcomes[] = {"hours", "exhaustion", "burnout", "coached"};
        for (std::size_t k = 0; k < 4; ++k) {
            expect_part(expected.by_phase, k, 4, outcomes[k]);
            expect_part(expected.by_stratum, k, 4, std::string(outcomes[k]) + "_by_stratum");
        }
        expect_part(expected.quantiles, 0, 2, "hours_quantiles");
        expect_part(expected.quantiles, 1, 2, "exhaustion_quantiles");
        expect_part(expected.weekly, 0, 2, "exhaustion_weekly");
        expect_part(expected.weekly, 1, 2, "burnout_weekly");
        expect_part(expected.persons_by_phase, 0, 1, "persons");
        expect_part(expected.persons_by_stratum, 0, 1, "persons_by_stratum");
        expect_part(expected.team_map, 0, 1, "exhaustion_team");
        expect_part(expected.joined, 0, 1, "exhaustion_last_year");
        expect_part(expected.twin, 0, 2, "exhaustion_twin");
        expect_part(expected.twin, 1, 2, "coached_twin");
    }
    std::vector<std::int16_t> panels;  // the first trace of both scenarios
    for (const unsigned scenario : {0u, 1u}) {
        const std::vector<std::int16_t> panel = record(scenario, 0).panel;
        panels.insert(panels.end(), panel.begin(), panel.begin() + static_cast<std::ptrdiff_t>(panel.size() / 2));
    }
    EXPECT_EQ(values_of<std::int16_t>(results, "exhaustion_panel"), panels);
    EXPECT_EQ(results.find("burnout_quantiles"), nullptr);  // a share has none
}

TEST_F(ResultsFileTest, SaysWhatTheCodesOfAPanelStandFor) {
    write_comparison(path);
    const StoredResults results(path);
    const StoredVariable* leave = results.find("leave_panel");
    ASSERT_NE(leave, nullptr);
    const StoredAttribute* values = leave->find_attribute("flag_values");
    ASSERT_NE(values, nullptr);
    EXPECT_EQ(values->type, "int16");
    EXPECT_EQ(values->text, "0, 256");
    EXPECT_EQ(leave->find_attribute("flag_meanings")->text, "at_work ill");
    EXPECT_EQ(leave->find_attribute("flag_meanings_nl")->text, "aan_het_werk ziek");
    EXPECT_EQ(leave->find_attribute("long_name")->text, "leave");
    EXPECT_EQ(results.find("exhaustion_panel")->find_attribute("flag_values"), nullptr);
}

TEST_F(ResultsFileTest, HasNoTwinWeeksWhereThereAreNone) {
    const RecordPlan without(model, scenario_of_years(1), small_panel(true, 4));
    ResultsWriter writer(path, described({"baseline"}, 1), without);
    writer.add(0, 0, fake_record(without, 0, 1, true));
    writer.finish({});
    const StoredResults results(path);
    EXPECT_EQ(results.find("twin_week"), nullptr);
    EXPECT_EQ(results.find("exhaustion_twin"), nullptr);
    EXPECT_NE(results.find("exhaustion_last_year"), nullptr);
}

TEST_F(ResultsFileTest, HasItsIdentitiesAndWeeksAsCoordinates) {
    write_comparison(path);
    const StoredResults results(path);
    EXPECT_THAT(values_of<std::int64_t>(results, "team"), ElementsAre(4096, 4097, 8192, 0xfffff000));
    EXPECT_THAT(values_of<std::int64_t>(results, "person"), ElementsAre(1ll << 44, (1ll << 44) + 1, 1ll << 45));
    EXPECT_EQ(values_of<std::int64_t>(results, "panel_person").back(), static_cast<std::int64_t>(0xfffff00000000000ull));
    EXPECT_THAT(values_of<std::int32_t>(results, "quarter"), ElementsAre(13, 26, 39, 52));
    EXPECT_THAT(values_of<std::int32_t>(results, "replicate"), ElementsAre(1, 2));
    EXPECT_EQ(values_of<std::int32_t>(results, "week").front(), 1);
    EXPECT_EQ(values_of<std::int32_t>(results, "clearing").front(), 4);
    EXPECT_EQ(values_of<std::int32_t>(results, "panel_week").front(), 4);
    EXPECT_THAT(values_of<std::int32_t>(results, "twin_week"), ElementsAre(40, 52));
    EXPECT_THAT(values_of<std::int32_t>(results, "year"), ElementsAre(1));
    EXPECT_THAT(results.read(*results.find("measure")).texts, ElementsAre("mean", "sd"));
    EXPECT_THAT(results.read(*results.find("quantile")).texts, ElementsAre("p10", "p25", "p50", "p75", "p90"));
    EXPECT_THAT(results.read(*results.find("phase_label_nl")).texts,
                ElementsAre("iedereen", "niet in opleiding", "in opleiding, coördinerend"));
}

TEST_F(ResultsFileTest, IsSummarisedWithAttributesDimensionsVariablesAndScenarios) {
    write_comparison(path);
    const ResultsSummary summary = summarise_results(path);
    std::map<std::string, std::string> attributes;
    for (const ResultsAttribute& attribute : summary.attributes) attributes[attribute.name] = attribute.value;
    EXPECT_EQ(attributes["format"], "bevlogen-results");
    EXPECT_EQ(attributes["format_version"], "2");
    EXPECT_EQ(attributes["kind"], "comparison");
    EXPECT_EQ(attributes["title"], "A title with an ë");
    EXPECT_EQ(attributes["model"], "fake");
    EXPECT_EQ(attributes["seed"], "4000000000");
    ASSERT_EQ(summary.provenance.size(), 2u);
    EXPECT_EQ(summary.provenance[0].name, "host");
    EXPECT_EQ(summary.provenance[1].value, "4");
    EXPECT_EQ(summary.dimensions.front().name, "scenario");
    EXPECT_EQ(summary.dimensions.front().size, 2u);
    EXPECT_THAT(summary.scenarios, ElementsAre("baseline", "coaching"));
    EXPECT_THAT(summary.resolved_scenarios[1], HasSubstr("title = \"coaching\""));
    const auto exhaustion =
        std::find_if(summary.variables.begin(), summary.variables.end(), [](const auto& v) { return v.name == "exhaustion"; });
    ASSERT_NE(exhaustion, summary.variables.end());
    EXPECT_THAT(exhaustion->dimensions, ElementsAre("scenario", "replicate", "clearing", "phase", "measure"));
    EXPECT_EQ(exhaustion->units, "1");
    EXPECT_EQ(exhaustion->long_name, "exhaustion");
}

TEST_F(ResultsFileTest, LeavesARunThatWasNotAddedMissing) {
    {
        ResultsWriter writer(path, described({"baseline"}, 2), plan);
        writer.add(0, 1, record(0, 1));
        writer.finish({});
    }
    const StoredResults results(path);
    EXPECT_TRUE(std::isnan(values_of<float>(results, "hours")[0]));
    EXPECT_EQ(values_of<std::int32_t>(results, "persons")[0], -1);
    EXPECT_EQ(values_of<std::int16_t>(results, "exhaustion_team")[0], kNoValue);
    EXPECT_EQ(results.find("exhaustion_panel"), nullptr);
}

TEST_F(ResultsFileTest, IsByteForByteTheSameForTheSameRuns) {
    write_comparison(path);
    write_comparison(folder / "again.h5");
    EXPECT_EQ(content_of(path), content_of(folder / "again.h5"));
}

TEST_F(ResultsFileTest, HasItsFinalNameOnlyWhenItIsWhole) {
    {
        ResultsWriter writer(path, described({"baseline"}, 1), plan);
        writer.add(0, 0, record(0, 0));
        EXPECT_TRUE(std::filesystem::exists(folder / "out.h5.part"));
        EXPECT_FALSE(std::filesystem::exists(path));
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "out.h5.part"));
    EXPECT_FALSE(std::filesystem::exists(path));
    write_comparison(path);
    EXPECT_FALSE(std::filesystem::exists(folder / "out.h5.part"));
    EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(ResultsFileTest, KeepsTheOldFileUntilTheNewOneIsWhole) {
    write_content(path, "old");
    { const ResultsWriter writer(path, described({"baseline"}, 1), plan); }
    EXPECT_EQ(content_of(path), "old");
}

TEST_F(ResultsFileTest, CarriesTextsOfAnyLength) {
    ResultsDescription description = described({"baseline"}, 1);
    description.scenarios[0].resolved = std::string(300'000, 'x');
    description.question = Label::same(std::string(100'000, 'q'));
    description.title = {};
    ResultsWriter(path, description, plan).finish({{"command_line", std::string(70'000, 'c')}, {"empty", ""}});
    const ResultsSummary summary = summarise_results(path);
    EXPECT_EQ(summary.resolved_scenarios[0].size(), 300'000u);
    EXPECT_EQ(summary.provenance[0].value.size(), 70'000u);
    EXPECT_EQ(summary.provenance[1].value, "");
    for (const ResultsAttribute& attribute : summary.attributes) {
        if (attribute.name == "question") {
            EXPECT_EQ(attribute.value.size(), 100'000u);
        }
    }
}

TEST_F(ResultsFileTest, LeavesOutDimensionsOfSizeZero) {
    FakeModel small;
    const RecordPlan nothing(small, scenario_of_years(0), {.panel_persons = 0});
    RunRecord empty;
    ResultsWriter writer(path, described({"baseline"}, 1), nothing);
    writer.add(0, 0, empty);
    writer.finish({});
    const StoredResults results(path);
    EXPECT_EQ(results.find("week"), nullptr);
    EXPECT_EQ(results.find("exhaustion_weekly"), nullptr);
    EXPECT_NE(results.find("phase_label_en"), nullptr);
}

TEST_F(ResultsFileTest, SaysThatItsFolderIsMissing) {
    EXPECT_THAT(message_of([&] { ResultsWriter(folder / "no/out.h5", described({"a"}, 1), plan); }), HasSubstr("there is no folder"));
}

TEST_F(ResultsFileTest, SaysWhyItCannotBeCreated) {
    std::filesystem::create_directory(folder / "out.h5.part");
    EXPECT_THAT(message_of([&] { ResultsWriter(path, described({"a"}, 1), plan); }),
                HasSubstr("cannot open " + path.string() + ".part: Is a directory"));
}

TEST_F(ResultsFileTest, NamesARunWithOtherTeamsOrPersons) {
    ResultsWriter writer(path, described({"baseline", "coaching"}, 2, 11), plan);
    writer.add(0, 0, record(0, 0));
    RunRecord other_teams = record(1, 1);
    other_teams.teams[0] = 1;
    EXPECT_THAT(message_of([&] { writer.add(1, 1, other_teams); }), HasSubstr("scenario \"coaching\", replicate 12"));
    RunRecord other_persons = record(1, 1);
    other_persons.joined_persons.pop_back();
    EXPECT_THAT(message_of([&] { writer.add(1, 1, other_persons); }), HasSubstr("its persons are not those"));
}

// With other parameters others are there when recording begins: of those of the first run who are, the file has what they lived.
TEST_F(ResultsFileTest, KeepsOfAnotherPanelThePersonsOfTheFirst) {
    ResultsWriter writer(path, described({"baseline", "coaching"}, 1), plan);
    const RunRecord first = record(0, 0);
    RunRecord second = record(1, 0);
    const std::size_t persons = first.panel_persons.size();
    ASSERT_GT(persons, 2u);
    second.panel_persons.back() += 1;  // somebody else in the last place
    writer.add(0, 0, first);
    writer.add(1, 0, second);
    writer.finish(kProvenance);
    const StoredResults results(path);
    EXPECT_EQ(values_of<std::int64_t>(results, "panel_person").size(), persons);
    const auto panel = values_of<std::int16_t>(results, "exhaustion_panel");
    const std::size_t half = panel.size() / 2;
    for (std::size_t at = 0; at < half; ++at) {
        EXPECT_EQ(panel[at], first.panel[at]);
        EXPECT_EQ(panel[half + at], at % persons + 1 == persons ? kNoValue : second.panel[at]) << at;
    }
}

TEST_F(ResultsFileTest, RefusesARunTwiceAndARecordOfAnotherShape) {
    ResultsWriter writer(path, described({"baseline"}, 2), plan);
    writer.add(0, 0, record(0, 0));
    EXPECT_THROW(writer.add(0, 0, record(0, 0)), ContractViolation);
    RunRecord shorter = record(0, 1);
    shorter.weekly.pop_back();
    EXPECT_THROW(writer.add(0, 1, shorter), ContractViolation);
}

TEST_F(ResultsFileTest, RefusesAUnitThatReadersWouldTakeForTime) {
    model.declared[0].unit = "days";
    EXPECT_THROW(ResultsWriter(path, described({"baseline"}, 1), plan), ContractViolation);
    EXPECT_FALSE(std::filesystem::exists(folder / "out.h5.part"));
}

// In a process of its own, whose end is part of the test: HDF5 crashes at exit if it is let, and keeps the memory of what it could not
// write.
TEST_F(ResultsFileTest, LeavesNothingBehindWhenTheDiskIsFull) {
    const auto attempt = [&] {
#ifdef __SANITIZE_ADDRESS__
        __lsan_disable();
#endif
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{30'000, 30'000};
        setrlimit(RLIMIT_FSIZE, &small);
        std::fputs(message_of([&] { write_comparison(path); }).c_str(), stderr);
        std::exit(0);
    };
    EXPECT_EXIT(attempt(), ::testing::ExitedWithCode(0), "out.h5.part: File too large");
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_FALSE(std::filesystem::exists(folder / "out.h5.part"));
}

}  // namespace
}  // namespace bevlogen::testing
