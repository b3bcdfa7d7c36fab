// What may be said of costs: more or less only where the interval excludes zero, a price of a year only where both are clear.
#include "sim/report/cost_sentences.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace bevlogen {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

CostFinding finding(Estimate more, Estimate averted, CostVerdict verdict, Estimate ratio = {kNone, kNone, kNone, 8}) {
    return {.more = more,
            .years = 10,
            .averted = averted,
            .per_averted = {verdict, ratio},
            .averted_label = {"burnout-years averted", "vermeden burn-outjaren"}};
}

std::string english(const CostFinding& of) { return cost_sentences(of).front().en; }

TEST(CostSentences, GiveThePriceOfAYearWhereBothAreClear) {
    const auto told =
        cost_sentences(finding({5e6, 4e6, 6e6, 8}, {1000, 900, 1100, 8}, CostVerdict::dearer_and_better, {5000, 3800, 6400, 8}));
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].en,
              "Costs €\u00a05.00 million more than the base over 10 years (95% interval €\u00a04.00 million to €\u00a06.00 million): "
              "€\u00a05,000 for each of 1,000 burnout-years averted (€\u00a03,800 to €\u00a06,400).");
    EXPECT_THAT(told[0].nl, HasSubstr("meer dan de basis over 10 jaar"));
    EXPECT_THAT(told[0].nl, HasSubstr("voor elk van 1.000 vermeden burn-outjaren"));
}

TEST(CostSentences, SayNeitherMoreNorLessWhereTheIntervalContainsZero) {
    const std::string told = english(finding({1e6, -1e6, 3e6, 8}, {10, -5, 25, 8}, CostVerdict::unclear));
    EXPECT_THAT(told, HasSubstr("cannot be told apart"));
    for (const char* word : {"more than", "less than", "averted"}) EXPECT_THAT(told, Not(HasSubstr(word)));
}

TEST(CostSentences, OfSavingsNameTheGainAndNoPriceOfAYear) {
    const std::string told = english(finding({-5e6, -6e6, -4e6, 8}, {1000, 900, 1100, 8}, CostVerdict::cheaper_and_better));
    EXPECT_THAT(told, HasSubstr("less than the base"));
    EXPECT_THAT(told, HasSubstr("with 1,000 burnout-years averted"));
    EXPECT_THAT(told, Not(HasSubstr("for each of")));
}

TEST(CostSentences, SayThatTheOutcomeIsWorse) {
    EXPECT_THAT(english(finding({5e6, 4e6, 6e6, 8}, {-1000, -1100, -900, 8}, CostVerdict::dearer_and_worse)),
                HasSubstr("the outcome is worse"));
}

TEST(CostSentences, OfAnUnclearEffectCallNothingAverted) {
    EXPECT_THAT(english(finding({5e6, 4e6, 6e6, 8}, {10, -5, 25, 8}, CostVerdict::dearer)), Not(HasSubstr("averted")));
}

TEST(CostSentences, OfOneReplicateHaveNoInterval) {
    const std::string told = english(finding({5e6, kNone, kNone, 1}, {10, kNone, kNone, 1}, CostVerdict::unclear));
    EXPECT_THAT(told, HasSubstr("one replicate"));
    EXPECT_THAT(told, Not(HasSubstr("interval")));
}

TEST(CostSentences, OfEqualCostsSaySo) {
    EXPECT_EQ(english(finding({0, 0, 0, 8}, {0, 0, 0, 8}, CostVerdict::unclear)), "Costs are those of the base.");
}

TEST(CostSentences, SayWhenTheMeasureItselfHasNoPrice) {
    CostFinding unpriced = finding({-5e6, -6e6, -4e6, 8}, {1000, 900, 1100, 8}, CostVerdict::cheaper_and_better);
    unpriced.has_unpriced_measure = true;
    const auto told = cost_sentences(unpriced);
    ASSERT_THAT(told, SizeIs(2));
    EXPECT_THAT(told[1].en, HasSubstr("not counted here"));
    EXPECT_THAT(told[1].nl, HasSubstr("niet meegeteld"));
}

TEST(CostSentences, OfNoRunsSayNothing) { EXPECT_THAT(cost_sentences(CostFinding{.more = {kNone, kNone, kNone, 0}}), IsEmpty()); }

}  // namespace
}  // namespace bevlogen
