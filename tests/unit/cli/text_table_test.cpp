// Tables for a terminal: folding, aligning, splitting.
#include "sim/cli/text_table.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

TEST(Folded, BreaksAtSpacesAndBehindHyphens) {
    EXPECT_EQ(folded("dissatisfied with work-life balance", 13), (Lines{"dissatisfied", "with work-", "life balance"}));
    EXPECT_EQ(folded("short", 13), Lines{"short"});
    EXPECT_EQ(folded("", 13), Lines{""});
}

TEST(Folded, CutsAWordThatIsLongerThanALine) { EXPECT_EQ(folded("a verylongword", 4), (Lines{"a", "very", "long", "word"})); }

TEST(ShownWidth, CountsCharactersNotBytes) {
    EXPECT_EQ(shown_width("± .03"), 5u);
    EXPECT_EQ(folded("één tweeëndertig", 8), (Lines{"één", "tweeënde", "rtig"}));
}

TEST(TextTable, AlignsColumnsAndPutsHeadingsAboveTheirLastLine) {
    TextTable table({{"", Align::left, 10}, {"a long heading"}, {"b"}});
    table.add({"all", "1.5", "10"});
    table.add({"a resident ± é", "-22.25", "-"});
    EXPECT_EQ(lines_of(table.text()), (Lines{"               a long", "              heading   b", "  all             1.5  10",
                                             "  a resident   -22.25   -", "  ± é"}));
}

TEST(TextTable, SplitsWideTablesEvenlyAndRepeatsTheFirstColumns) {
    std::vector<TextColumn> columns = {{"", Align::left}, {"base"}};
    std::vector<std::string> row = {"all", "1.0"};
    for (int policy = 1; policy <= 11; ++policy) {
        columns.push_back({"policy " + std::to_string(policy)});
        row.push_back("(-0.12" + std::to_string(policy % 10) + " ± .004)");
    }
    TextTable table(columns);
    table.add(row);
    const Lines lines = lines_of(table.text(2));
    for (const std::string& line : lines) EXPECT_LE(shown_width(line), kTableWidth) << line;
    EXPECT_EQ(lines.size(), 2u + 1u + 2u);
    EXPECT_EQ(lines[2], "");
    EXPECT_NE(lines[0].find("policy 6"), std::string::npos);
    EXPECT_NE(lines[3].find("policy 7"), std::string::npos);
    for (const std::size_t line : {1u, 4u}) EXPECT_EQ(lines[line].rfind("  all   1.0  (-0.12", 0), 0u) << lines[line];
}

TEST(TextTable, KeepsAWholeTableThatJustFits) {
    std::vector<TextColumn> columns = {{"", Align::left}};
    std::vector<std::string> row = {std::string(8, 'x')};
    for (int c = 0; c < 11; ++c) columns.push_back({""}), row.push_back(std::string(8, '9'));
    TextTable table(columns);  // 2 + 8 + 11 (2 + 8) = 120
    table.add(row);
    EXPECT_EQ(lines_of(table.text()).size(), 1u);
    EXPECT_EQ(shown_width(lines_of(table.text()).front()), kTableWidth);
}

TEST(TextTable, RefusesARowOfAnotherLength) {
    TextTable table({{"a"}, {"b"}});
    EXPECT_THROW(table.add({"1"}), ContractViolation);
}

TEST(Wrapped, BreaksProseAtSpacesAndKeepsWordsAndGapsWhole) {
    const std::string word(50, 'a');
    EXPECT_EQ(wrapped("  in all      weeks 61-62", 14), "  in all      weeks 61-62");
    EXPECT_EQ(wrapped(word + "  " + word + "  weeks 61-62 and on", 2), word + "  " + word + "  weeks 61-62 and\n  on");
    EXPECT_EQ(wrapped(std::string(130, 'b') + " c", 2), std::string(130, 'b') + "\n  c");
    EXPECT_EQ(wrapped("", 2), "");
}

}  // namespace
}  // namespace bevlogen
