// Golden runs: the stored bytes for any threads, stopped or not, on narrow vectors too; and a table that people can read.
//
// A failure means that results for an unchanged scenario have changed. If that is intended: say so on top of CHANGELOG.md, then rewrite
// golden.txt and the tables with
//     BEVLOGEN_UPDATE_GOLDEN=1 build/release/bin/golden
// (the program itself, not ctest, which would run several writers at once) and read the difference before it is committed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

#include "sim/core/instruction_set.hpp"
#include "sim/random/bulk.hpp"
#include "tests/golden/golden_run.hpp"

namespace bevlogen::testing {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(__FILE__).parent_path();

bool is_update() {
    const char* value = std::getenv("BEVLOGEN_UPDATE_GOLDEN");
    return value != nullptr && std::string_view(value) == "1";
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_content(const std::filesystem::path& file, const std::string& content) {
    std::ofstream stream(file);
    stream << content;
    if (!stream.flush()) throw std::runtime_error("writing " + file.string() + " failed");
}

// The line of a run in golden.txt; empty where there is none.
std::string stored_line(const std::string& name) {
    for (const std::string& line : lines_of(content_of(kFolder / "golden.txt"))) {
        if (line.starts_with(name + " ")) return line;
    }
    return {};
}

// The first line in which two tables differ, in words; empty where they are the same.
std::string first_difference(const std::string& stored, const std::string& found) {
    const std::vector<std::string> a = lines_of(stored);
    const std::vector<std::string> b = lines_of(found);
    std::string phase;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const std::string before = i < a.size() ? a[i] : "(the table ends)";
        const std::string now = i < b.size() ? b[i] : "(the table ends)";
        if (i < a.size() && !before.empty() && before[0] != ' ') phase = before.substr(0, before.find(' '));
        if (before != now) return "line " + std::to_string(i + 1) + ", phase " + phase + "\nstored: " + before + "\nfound:  " + now;
    }
    return {};
}

// Puts wide vectors back, whatever happens.
class NarrowVectors {
  public:
    NarrowVectors() { restrict_all(true); }
    ~NarrowVectors() { restrict_all(false); }
    NarrowVectors(const NarrowVectors&) = delete;
    NarrowVectors& operator=(const NarrowVectors&) = delete;

  private:
    static void restrict_all(bool restricted) {
        restrict_to_narrow_vectors(restricted);
        restrict_bulk_to_avx2(restricted);
    }
};

std::filesystem::path table_file(const std::string& name) { return kFolder / (name + ".table.txt"); }

// Rewrites everything before the first test, where that is asked for.
class UpdateWhereAsked : public ::testing::Environment {
    void SetUp() override {
        if (!is_update()) return;
        std::string lines;
        for (const GoldenRun& run : golden_runs()) {
            const Scenario scenario = house_scenario(run.file, run.sets);
            const GoldenResult result = carry_out(scenario, 1, Manner::one_go);
            lines += line_of(run.name, result) + "\n";
            write_content(table_file(run.name), table_of(scenario, result.record));
        }
        write_content(kFolder / "golden.txt", lines);
    }
};
[[maybe_unused]] const auto* const kUpdate = ::testing::AddGlobalTestEnvironment(new UpdateWhereAsked);

class Golden : public ::testing::TestWithParam<GoldenRun> {
  protected:
    std::string name() const { return GetParam().name; }
    std::string line(unsigned threads, Manner manner) const { return line_of(name(), carry_out(scenario, threads, manner)); }
    const Scenario scenario = house_scenario(GetParam().file, GetParam().sets);
};

TEST_P(Golden, BytesAreTheStoredOnesForAnyThreadsStoppedOrInOneGo) {
    const std::string stored = stored_line(name());
    ASSERT_FALSE(stored.empty()) << name() << " is not in golden.txt";
    for (const unsigned threads : {1u, 2u, 7u}) {
        EXPECT_EQ(line(threads, Manner::one_go), stored) << threads << " threads, in one go";
        EXPECT_EQ(line(threads, Manner::stopped_and_resumed), stored) << threads << " threads, stopped and resumed";
    }
}

TEST_P(Golden, BytesAreTheStoredOnesOnNarrowVectors) {
    const NarrowVectors narrow;
    EXPECT_EQ(line(1, Manner::one_go), stored_line(name()));
}

TEST_P(Golden, MeansAreThoseOfTheTable) {
    const std::string found = table_of(scenario, carry_out(scenario, 1, Manner::one_go).record);
    EXPECT_EQ(first_difference(content_of(table_file(name())), found), "") << table_file(name()).string();
}

// Women and men are everybody, and so are both kinds of hospital; the four groups are phases put together.
TEST(GoldenRecord, StrataAtAYearsEndAddUpToTheirPhases) {
    const GoldenRun run = golden_runs()[1];
    const Scenario scenario = house_scenario(run.file, run.sets);
    const Model& model = model_of(scenario);
    const RecordPlan plan(model, scenario, {});
    const RunRecord record = carry_out(scenario, 1, Manner::one_go).record;
    const std::size_t clearings = static_cast<std::size_t>(plan.clearings), phases = plan.phases(), strata = plan.strata();
    // Sum over persons of an outcome in rows of phases (at the last clearing) or strata.
    const auto sum = [&](bool by_phase, std::size_t outcome, const std::vector<std::string>& names) {
        const Grouping& grouping = by_phase ? model.phases() : model.strata();
        double total = 0.0, persons = 0.0;
        for (const std::string& name : names) {
            const auto row =
                static_cast<std::size_t>(std::find(grouping.names.begin(), grouping.names.end(), name) - grouping.names.begin());
            const double n = by_phase ? record.persons_by_phase[(clearings - 1) * phases + row] : record.persons_by_stratum[row];
            const std::size_t at = by_phase ? (outcome * clearings + clearings - 1) * phases + row : outcome * strata + row;
            total += n * static_cast<double>((by_phase ? record.by_phase : record.by_stratum)[at * kMeasures.size()]);
            persons += n;
        }
        return std::pair{total / persons, persons};
    };
    for (std::size_t o = 0; o < plan.outcomes(); ++o) {
        const auto [all, persons] = sum(true, o, {"all"});
        EXPECT_GT(persons, 500.0);
        const std::vector<std::string> sexes = {"female", "male"}, hospitals = {"academic", "general"};
        EXPECT_EQ(sum(false, o, sexes).second, persons);
        EXPECT_NEAR(sum(false, o, sexes).first, all, 1e-5 * std::max(1.0, std::abs(all))) << model.outcomes()[o].name;
        EXPECT_LE(sum(false, o, hospitals).second, persons);  // who has no post is in no hospital
        EXPECT_GT(sum(false, o, hospitals).second, 0.95 * persons);
        EXPECT_NEAR(sum(false, o, {"anios_aios"}).first, sum(true, o, {"anios", "aios"}).first, 1e-5 * std::max(1.0, std::abs(all)))
            << model.outcomes()[o].name;
    }
}

// Without this a hash that everything has would pass.
TEST_P(Golden, BytesOfAnotherSeedAreOthers) {
    Scenario other = scenario;
    ++other.seed;
    EXPECT_NE(line_of(name(), carry_out(other, 1, Manner::one_go)), stored_line(name()));
}

INSTANTIATE_TEST_SUITE_P(Runs, Golden, ::testing::ValuesIn(golden_runs()), [](const auto& run) {
    std::string word = run.param.name;
    std::erase(word, '-');
    return word;
});

TEST(GoldenFile, HoldsTheGoldenRunsAndNoOthers) {
    std::size_t lines = 0;
    for (const std::string& line : lines_of(content_of(kFolder / "golden.txt"))) lines += line.empty() ? 0 : 1;
    EXPECT_EQ(lines, golden_runs().size());
}

TEST(GoldenFile, TheInterventionOfItsRunActs) {
    const auto hashes = [](const std::string& name) { return stored_line(name).substr(name.size()); };
    EXPECT_NE(hashes("baseline"), hashes("less-administration"));
}

TEST(FirstDifference, NamesLinePhaseAndBothValues) {
    EXPECT_EQ(first_difference("aios   3\n  burnout 1\n  work 2\n", "aios   3\n  burnout 1\n  work 3\n"),
              "line 3, phase aios\nstored:   work 2\nfound:    work 3");
    EXPECT_EQ(first_difference("a\n", "a\nb\n"), "line 2, phase a\nstored: (the table ends)\nfound:  b");
    EXPECT_EQ(first_difference("a\n", "a\n"), "");
}

}  // namespace
}  // namespace bevlogen::testing
