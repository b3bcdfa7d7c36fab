// Cells come back as they were from every form, and none of them is a formula.
#include "sim/record/csv.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace bevlogen {
namespace {

std::string line(const std::vector<Cell>& row, const CsvForm& form) {
    std::string out;
    append_csv(out, row, form);
    return out;
}
std::string text(std::string_view characters, const CsvForm& form = CsvForm::plain()) { return line({{characters}}, form); }
std::string number(std::string_view characters, const CsvForm& form) { return line({{characters, CellKind::number}}, form); }
std::string identity(std::string_view characters, const CsvForm& form) { return line({{characters, CellKind::identity}}, form); }

TEST(Csv, CellsAreQuotedOnlyWhereTheyMustBe) {
    EXPECT_EQ(line({{"a b"}, {"1.5", CellKind::number}, {"ë"}}, CsvForm::plain()), "a b,1.5,ë\r\n");
    EXPECT_EQ(text("six hours, same staff"), "\"six hours, same staff\"\r\n");
    EXPECT_EQ(text("the \"short\" day"), "\"the \"\"short\"\" day\"\r\n");
    EXPECT_EQ(text("two\nlines"), "\"two\nlines\"\r\n");
    EXPECT_EQ(text("a\rb"), "\"a\rb\"\r\n");
    EXPECT_EQ(text(""), "\r\n");
}

TEST(Csv, TheDutchFormQuotesItsOwnSeparatorAndNoComma) {
    EXPECT_EQ(text("six hours, same staff", CsvForm::excel_dutch()), "six hours, same staff\r\n");
    EXPECT_EQ(text("a; b", CsvForm::excel_dutch()), "\"a; b\"\r\n");
    EXPECT_EQ(text("a; b", CsvForm::excel_english()), "a; b\r\n");
}

TEST(Csv, NoTextIsAFormulaInAnyForm) {
    for (const CsvForm& form : {CsvForm::plain(), CsvForm::excel_english(), CsvForm::excel_dutch()}) {
        EXPECT_EQ(text("=1+1", form), "'=1+1\r\n");
        EXPECT_EQ(text("+31", form), "'+31\r\n");
        EXPECT_EQ(text("-more", form), "'-more\r\n");
        EXPECT_EQ(text("@SUM", form), "'@SUM\r\n");
        EXPECT_EQ(text("\t=1", form), "'\t=1\r\n");
        EXPECT_EQ(text("a=1", form), "a=1\r\n");
    }
    EXPECT_EQ(text("=HYPERLINK(\"http://x\",1)"), "\"'=HYPERLINK(\"\"http://x\"\",1)\"\r\n");
}

TEST(Csv, NumbersHaveTheDecimalSignOfTheFormAndKeepTheirMinus) {
    EXPECT_EQ(number("-0.25", CsvForm::plain()), "-0.25\r\n");
    EXPECT_EQ(number("-0.25", CsvForm::excel_english()), "-0.25\r\n");
    EXPECT_EQ(number("-0.25", CsvForm::excel_dutch()), "-0,25\r\n");
    EXPECT_EQ(number("1.5e-07", CsvForm::excel_dutch()), "1,5e-07\r\n");
    EXPECT_EQ(line({{"a.b"}, {"", CellKind::number}, {"x"}}, CsvForm::excel_dutch()), "a.b;;x\r\n");
}

TEST(Csv, IdentitiesThatExcelWouldRoundAreTextsForIt) {
    EXPECT_EQ(identity("1153977057247494144", CsvForm::excel_dutch()), "'1153977057247494144\r\n");
    EXPECT_EQ(identity("1153977057247494144", CsvForm::plain()), "1153977057247494144\r\n");
    EXPECT_EQ(identity("268623876", CsvForm::excel_dutch()), "268623876\r\n");
}

TEST(Csv, OnlyExcelGetsAByteOrderMark) {
    EXPECT_EQ(csv_start(CsvForm::plain()), "");
    EXPECT_EQ(csv_start(CsvForm::excel_dutch()), "\xef\xbb\xbf");
    EXPECT_EQ(csv_start(CsvForm::excel_english()), "\xef\xbb\xbf");
}

}  // namespace
}  // namespace bevlogen
