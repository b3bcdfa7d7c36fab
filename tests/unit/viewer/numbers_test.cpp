// Numbers are written as readers of each language write them, and ticks of an axis stand at round values within it.
#include "viewer/plot/numbers.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN(), kInfinity = std::numeric_limits<double>::infinity();
constexpr auto kEnglish = Language::english, kDutch = Language::dutch;

TEST(NumbersTest, HaveSeparatorsOfTheLanguage) {
    EXPECT_EQ(number_text(1234.5, 1, kEnglish), "1,234.5");
    EXPECT_EQ(number_text(1234.5, 1, kDutch), "1.234,5");
    EXPECT_EQ(number_text(1234567, 0, kEnglish), "1,234,567");
    EXPECT_EQ(number_text(1234567.891, 2, kDutch), "1.234.567,89");
    EXPECT_EQ(number_text(999, 0, kEnglish), "999");
    EXPECT_EQ(number_text(999.9, 0, kEnglish), "1,000");
    EXPECT_EQ(number_text(123456, 0, kEnglish), "123,456");
    EXPECT_EQ(number_text(0.5, 3, kDutch), "0,500");
}

TEST(NumbersTest, HaveAMinusSignAndZeroHasNone) {
    EXPECT_EQ(number_text(-1234.5, 1, kEnglish), "\u22121,234.5");
    EXPECT_EQ(number_text(-0.004, 2, kEnglish), "0.00");
    EXPECT_EQ(number_text(-0.0, 0, kDutch), "0");
    EXPECT_EQ(number_text(-0.006, 2, kDutch), "\u22120,01");
}

TEST(NumbersTest, WhatIsNotANumberIsADash) {
    for (const double value : {kNaN, kInfinity, -kInfinity}) {
        EXPECT_EQ(number_text(value, 2, kEnglish), "--");
        EXPECT_EQ(value_text(value, NumberStyle::percent, kDutch, Sign::always), "--");
    }
}

TEST(NumbersTest, ValuesHaveAboutThreeDigitsAndTheirUnit) {
    EXPECT_EQ(value_text(0.123, NumberStyle::percent, kEnglish), "12.3\u00a0%");
    EXPECT_EQ(value_text(0.0123, NumberStyle::percent, kDutch), "1,2\u00a0%");
    EXPECT_EQ(value_text(-0.012, NumberStyle::percentage_points, kEnglish, Sign::always), "\u22121.2\u00a0pp");
    EXPECT_EQ(value_text(0.012, NumberStyle::percentage_points, kEnglish, Sign::always), "+1.2\u00a0pp");
    EXPECT_EQ(value_text(0.0123, NumberStyle::plain, kEnglish), "0.012");
    EXPECT_EQ(value_text(1.234, NumberStyle::plain, kEnglish, Sign::always), "+1.23");
    EXPECT_EQ(value_text(12.34, NumberStyle::plain, kDutch), "12,3");
    EXPECT_EQ(value_text(-1234.4, NumberStyle::plain, kEnglish), "\u22121,234");
}

TEST(NumbersTest, WhatIsZeroAsWrittenHasNoSign) {
    EXPECT_EQ(value_text(0.0, NumberStyle::plain, kEnglish, Sign::always), "0.000");
    EXPECT_EQ(value_text(1e-6, NumberStyle::percentage_points, kEnglish, Sign::always), "0.00\u00a0pp");
    EXPECT_EQ(value_text(-1e-6, NumberStyle::percentage_points, kEnglish, Sign::always), "0.00\u00a0pp");
}

TEST(NumbersTest, SharesDifferByPercentagePoints) {
    EXPECT_EQ(style_of_differences(NumberStyle::percent), NumberStyle::percentage_points);
    EXPECT_EQ(style_of_differences(NumberStyle::plain), NumberStyle::plain);
}

RC_GTEST_PROP(NumbersTest, ReadBackIsWhatWasWrittenInEitherLanguage, ()) {
    const double value = *rc::gen::inRange<std::int64_t>(-2'000'000'000, 2'000'000'000) / 1000.0;
    const int decimals = *rc::gen::inRange(0, 4);
    std::string english, dutch;
    for (const char c : number_text(value, decimals, kEnglish)) {
        if (c != ',') english += c;
    }
    for (const char c : number_text(value, decimals, kDutch)) {
        if (c != '.') dutch += c == ',' ? '.' : c;
    }
    RC_ASSERT(english == dutch);
    const std::string minus = "\u2212";
    const bool is_negative = english.starts_with(minus);
    const double read = (is_negative ? -1 : 1) * std::stod(is_negative ? english.substr(minus.size()) : english);
    RC_ASSERT(std::abs(read - value) <= 0.5000001 * std::pow(10.0, -decimals));
}

TEST(TicksTest, StandAtRoundValues) {
    EXPECT_THAT(nice_ticks(0, 10, 5).at, ElementsAre(0, 2, 4, 6, 8, 10));
    EXPECT_THAT(nice_ticks(0.3, 4.1, 4).at, ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(nice_ticks(-4, 4, 3).at, ElementsAre(0));
    EXPECT_THAT(nice_ticks(-1, 1, 4).at, ElementsAre(-1, -0.5, 0, 0.5, 1));
    EXPECT_EQ(nice_ticks(0, 10, 5).decimals, 0);
    EXPECT_EQ(nice_ticks(-1, 1, 4).decimals, 1);
    EXPECT_EQ(nice_ticks(0, 0.002, 4).decimals, 4);
    EXPECT_EQ(nice_ticks(0, 1e6, 4).decimals, 0);
}

TEST(TicksTest, ThereAreNoneOfARangeThatIsEmptyOrNotFinite) {
    for (const auto& [low, high] : {std::pair{1.0, 1.0},
                                    {2.0, 1.0},
                                    {kNaN, 1.0},
                                    {0.0, kNaN},
                                    {-kInfinity, 0.0},
                                    {0.0, kInfinity},
                                    {-1.7e308, 1.7e308},
                                    {0.0, 5e-324}})
        EXPECT_THAT(nice_ticks(low, high, 5).at, IsEmpty()) << low << " to " << high;
    EXPECT_THAT(nice_ticks(0, 1, 0).at, IsEmpty());
    EXPECT_THAT(nice_ticks(0, 1, -3).at, IsEmpty());
}

TEST(TicksTest, AreWrittenWithTheDecimalsThatTheyNeed) {
    const Ticks tenths = nice_ticks(0, 0.5, 5), thousandths = nice_ticks(0, 0.005, 5);
    EXPECT_EQ(tick_text(0.3, tenths, NumberStyle::plain, kDutch), "0,3");
    EXPECT_EQ(tick_text(0.3, tenths, NumberStyle::percent, kEnglish), "30\u00a0%");
    EXPECT_EQ(tick_text(0.003, thousandths, NumberStyle::percent, kEnglish), "0.3\u00a0%");
    EXPECT_EQ(tick_text(-0.003, thousandths, NumberStyle::percentage_points, kEnglish), "\u22120.3\u00a0pp");
    EXPECT_EQ(tick_text(5000, nice_ticks(0, 1e4, 4), NumberStyle::plain, kEnglish), "5,000");
}

RC_GTEST_PROP(TicksTest, AscendWithinTheRangeInStepsOfOneTwoOrFive, ()) {
    const double unit = std::pow(10.0, *rc::gen::inRange(-6, 7));
    const double low = *rc::gen::inRange(-10'000, 10'001) * unit;
    const double high = low + *rc::gen::inRange(1, 10'001) * unit * std::pow(10.0, *rc::gen::inRange(-2, 1));
    const int most = *rc::gen::inRange(1, 20);
    const Ticks ticks = nice_ticks(low, high, most);
    RC_ASSERT(ticks.at.size() <= static_cast<std::size_t>(most) + 1);  // so many steps have one more end
    if (most >= 3) RC_ASSERT(!ticks.at.empty());
    const double scale = std::pow(10.0, ticks.decimals), width = high - low;
    for (std::size_t i = 0; i < ticks.at.size(); ++i) {
        const double at = ticks.at[i];
        RC_ASSERT(at >= low - 1e-6 * width);
        RC_ASSERT(at <= high + 1e-6 * width);
        RC_ASSERT(std::abs(at * scale - std::round(at * scale)) < 1e-4);
        if (i == 0) continue;
        const double step = at - ticks.at[i - 1];
        RC_ASSERT(step > 0.0);
        const double lead = step / std::pow(10.0, std::floor(std::log10(step) + 1e-6));
        RC_ASSERT(std::abs(lead - 1) < 1e-3 || std::abs(lead - 2) < 1e-3 || std::abs(lead - 5) < 1e-3);
    }
}

}  // namespace
}  // namespace bevlogen::testing
