// Numbers as they stand in sentences, in both languages.
#include "sim/report/wording.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bevlogen {
namespace {

void expect(const Label& words, const std::string& en, const std::string& nl) {
    EXPECT_EQ(words.en, en);
    EXPECT_EQ(words.nl, nl);
}

TEST(Wording, HasTheSeparatorsOfTheLanguage) {
    expect(worded(1234567.891, 2), "1,234,567.89", "1.234.567,89");
    expect(worded(999, 0), "999", "999");
    expect(worded(1000, 0), "1,000", "1.000");
    expect(worded(-0.5, 1), "\u22120.5", "\u22120,5");
}

TEST(Wording, GivesZeroNoSign) { expect(worded(-0.004, 2), "0.00", "0,00"); }

TEST(Wording, SaysUnknownOfWhatIsNoNumber) { expect(worded(std::nan(""), 2), "unknown", "onbekend"); }

TEST(Wording, TellsMoneyWithThreeDigitsThatCount) {
    expect(worded_euros(12'345'678.0), "€\u00a012.3 million", "€\u00a012,3 miljoen");
    expect(worded_euros(-1'234'567'890.0), "\u2212€\u00a01.23 billion", "\u2212€\u00a01,23 miljard");
    expect(worded_euros(45'678.0), "€\u00a045,700", "€\u00a045.700");
    expect(worded_euros(999'999.0), "€\u00a01.00 million", "€\u00a01,00 miljoen");
    expect(worded_euros(12.3), "€\u00a012", "€\u00a012");
    expect(worded_euros(0.2), "€\u00a00", "€\u00a00");
    expect(worded_euros(17'512'000'000.0, 5), "€\u00a017.512 billion", "€\u00a017,512 miljard");
}

TEST(Wording, ListsAsOneSpeaks) {
    expect(listed({}), "", "");
    expect(listed({both("a")}), "a", "a");
    expect(listed({both("a"), both("b")}), "a and b", "a en b");
    expect(listed({both("a"), both("b"), both("c")}), "a, b and c", "a, b en c");
}

TEST(Wording, BeginsASentenceWithACapitalAndEndsItWithAStop) {
    expect(sentence({"costs more", "kost meer"}), "Costs more.", "Kost meer.");
    expect(sentence({"", ""}), ".", ".");
    expect(sentence(both("één")), "één.", "één.");
}

TEST(Wording, CountsYearsOfWeeksFromOne) {
    expect(worded_week(52), "week 52 (year 1)", "week 52 (jaar 1)");
    expect(worded_week(53), "week 53 (year 2)", "week 53 (jaar 2)");
}

TEST(Wording, UnitsAndSettingsAreInTheLanguageOfTheReader) {
    EXPECT_EQ(worded_unit("SD per year per shift").nl, "SD per jaar per dienst");
    EXPECT_EQ(worded_unit("1 per shift a day").nl, "1 per dienst per dag");
    EXPECT_EQ(worded_unit("log odds").nl, "log odds");
    EXPECT_TRUE(worded_unit("1").empty());
    EXPECT_EQ(worded_setting(0.05), (Label{"0.05", "0,05"}));
    EXPECT_EQ(worded_setting(6), (Label{"6", "6"}));
}

}  // namespace
}  // namespace bevlogen
