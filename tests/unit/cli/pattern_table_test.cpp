// Patterns as people and machines read them.
#include "sim/cli/pattern_table.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "sim/cli/text_table.hpp"

namespace bevlogen {
namespace {

PatternValue found(const std::string& label, PatternKind kind, double value, double low, double high, const std::string& unit = "") {
    PatternValue made;
    made.pattern = {.name = "of_" + label,
                    .label = {label, label + "_nl"},
                    .kind = kind,
                    .outcome = label,
                    .low = low,
                    .high = high,
                    .unit = unit,
                    .source = "Author 2020"};
    made.value = {value, value - 0.01, value + 0.01, 4};
    return made;
}

PatternValue drift(const std::string& label, double value) { return found(label, PatternKind::drift, value, -0.05, 0.05, "SD"); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(PatternTable, TellsValueIntervalAimVerdictAndSource) {
    const std::string text = pattern_table(std::vector<PatternValue>{found("burnt out", PatternKind::mean, 0.19, 0.15, 0.22, "%"),
                                                                     found("stability", PatternKind::stability, 0.49, 0.5, 0.75),
                                                                     found("residents", PatternKind::largest_row_of, 1.0, 1.0, 1.0)});
    EXPECT_TRUE(has(text, "Patterns: 2 of 3 met\n")) << text;
    EXPECT_TRUE(has(text, "  burnt out  19.0 %  [18.0, 20.0]    [15.0, 22.0]    met     Author 2020\n")) << text;
    EXPECT_TRUE(has(text, "  stability   0.490  [0.480, 0.500]  [0.500, 0.750]  missed  Author 2020\n")) << text;
    EXPECT_TRUE(has(text, "  residents     yes  ")) << text;
}

TEST(PatternTable, GroupsDriftsThatAreMetAndNamesThoseThatAreNot) {
    const std::string text =
        pattern_table(std::vector<PatternValue>{drift("a", 0.01), drift("b", -0.03), drift("c", 0.06), drift("d", 0.0), drift("e", -0.07)});
    EXPECT_TRUE(has(text, "Patterns: 3 of 5 met\n")) << text;
    EXPECT_TRUE(has(text, "  3 outcomes; most: b  -0.030  ")) << text;
    EXPECT_TRUE(has(text, "  c                     0.060  ")) << text;
    EXPECT_TRUE(has(text, "  e                    -0.070  ")) << text;
}

TEST(PatternTable, SaysWhyAPatternIsNotMeasured) {
    PatternValue none = drift("a", std::numeric_limits<double>::quiet_NaN());
    none.why_not = "needs two recorded years";
    const std::string text = pattern_table(std::vector<PatternValue>{none});
    EXPECT_TRUE(has(text, "Patterns: 0 of 1 met, 1 not measured\n")) << text;
    EXPECT_TRUE(has(text, "needs two")) << text;
    EXPECT_TRUE(has(with_patterns("{\"kind\": \"run\"}", std::vector<PatternValue>{none}), "\"value\": null"));
}

TEST(PatternTable, FitsTheTerminalWithLongWordsEverywhere) {
    PatternValue none = found("a pattern with quite a long label that takes lines", PatternKind::slope, -0.123, -0.125, -0.120);
    none.pattern.source = "Somebody, Another and a Third 2020, table 12; aim of our own";
    PatternValue measured = none;
    measured.pattern.unit = "%";
    measured.value = {-1.0, -1.0, -0.999, 4};
    none.why_not = "needs a longer or larger panel";
    const std::string text = pattern_table(std::vector<PatternValue>{none, measured});
    EXPECT_TRUE(has(text, "not")) << text;
    std::istringstream stream(text);
    std::size_t headings = 0;
    for (std::string line; std::getline(stream, line);) {
        EXPECT_LE(shown_width(line), kTableWidth) << line;
        headings += has(line, "aimed at") || has(line, "source") ? 1 : 0;
    }
    EXPECT_EQ(headings, 1u) << text;  // one table
}

TEST(PatternTable, ForMachinesHasEveryPattern) {
    const std::string text = with_patterns("{\"kind\": \"run\"}", std::vector<PatternValue>{drift("a", 0.01), drift("b", 0.02)});
    for (const char* part : {"\"kind\": \"run\"", "\"of_a\"", "\"of_b\"", "\"aim_low\": -0.05", "\"verdict\": \"met\""})
        EXPECT_TRUE(has(text, part)) << text;
}

}  // namespace
}  // namespace bevlogen
