// What an averted year costs and when that says nothing; which scenario is worth most at which worth of a year.
#include "sim/experiment/cost_effect.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "sim/experiment/resamples.hpp"

namespace bevlogen {
namespace {

using ::testing::Each;

using Values = std::vector<double>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

TEST(CostPerAvertedYear, OfADearerAndBetterOneIsTheRatioOfMeans) {
    const CostPerAverted answer = cost_per_averted(Values{90, 100, 110}, Values{9, 10, 11});
    EXPECT_EQ(answer.verdict, CostVerdict::dearer_and_better);
    EXPECT_DOUBLE_EQ(answer.ratio.mean, 10.0);
    EXPECT_NEAR(answer.ratio.low, 10.0, 1e-6);  // cost follows the effect, so that the ratio is certain though neither is
    EXPECT_NEAR(answer.ratio.high, 10.0, 1e-6);
}

// The limits of Fieller are where c - R e is just not distinguishable from zero.
TEST(CostPerAvertedYear, HasTheIntervalInWhichNoNetCostCanBeToldFromZero) {
    const Values costs = {90, 100, 113, 97}, averted = {9.5, 9, 11, 10};
    const CostPerAverted answer = cost_per_averted(costs, averted);
    EXPECT_LT(answer.ratio.low, answer.ratio.mean);
    EXPECT_GT(answer.ratio.high, answer.ratio.mean);
    for (const double limit : {answer.ratio.low, answer.ratio.high}) {
        Values net(costs.size());
        for (std::size_t r = 0; r < net.size(); ++r) net[r] = costs[r] - limit * averted[r];
        const Estimate estimate = estimate_mean(net);
        EXPECT_NEAR(std::min(std::abs(estimate.low), std::abs(estimate.high)), 0.0, 1e-9);
    }
}

TEST(CostPerAvertedYear, SaysWhichIntervalsContainZeroAndNoRatioThatMeansNothing) {
    const Values up = {9, 10, 11}, down = {-9, -10, -11}, unclear = {-1, 0.1, 1};
    const auto verdict = [](const Values& costs, const Values& averted) { return cost_per_averted(costs, averted).verdict; };
    EXPECT_EQ(verdict(up, up), CostVerdict::dearer_and_better);
    EXPECT_EQ(verdict(down, up), CostVerdict::cheaper_and_better);
    EXPECT_EQ(verdict(up, down), CostVerdict::dearer_and_worse);
    EXPECT_EQ(verdict(down, down), CostVerdict::cheaper_and_worse);
    EXPECT_EQ(verdict(unclear, up), CostVerdict::better);
    EXPECT_EQ(verdict(unclear, down), CostVerdict::worse);
    EXPECT_EQ(verdict(up, unclear), CostVerdict::dearer);
    EXPECT_EQ(verdict(down, unclear), CostVerdict::cheaper);
    EXPECT_EQ(verdict(unclear, unclear), CostVerdict::unclear);
    const auto has_ratio = [](const Values& costs, const Values& averted) {
        return std::isfinite(cost_per_averted(costs, averted).ratio.mean);
    };
    EXPECT_TRUE(has_ratio(up, up));
    EXPECT_TRUE(has_ratio(down, down));
    EXPECT_TRUE(has_ratio(unclear, up));
    for (const auto& [costs, averted] :
         {std::pair{down, up}, {up, down}, {unclear, down}, {up, unclear}, {down, unclear}, {unclear, unclear}})
        EXPECT_FALSE(has_ratio(costs, averted));
    EXPECT_DOUBLE_EQ(cost_per_averted(Values{-18, -20, -22}, down).ratio.mean, 2.0);
    const Estimate around_zero = cost_per_averted(unclear, up).ratio;
    EXPECT_LT(around_zero.low, 0.0);
    EXPECT_GT(around_zero.high, 0.0);
}

TEST(CostPerAvertedYear, OfOneReplicateIsUnclearAndMissingOnesAreLeftOut) {
    EXPECT_EQ(cost_per_averted(Values{10}, Values{1}).verdict, CostVerdict::unclear);
    EXPECT_FALSE(std::isfinite(cost_per_averted(Values{10}, Values{1}).ratio.mean));
    const CostPerAverted with_gap = cost_per_averted(Values{90, kNone, 100, 110}, Values{9, 500, 10, 11});
    EXPECT_DOUBLE_EQ(with_gap.ratio.mean, 10.0);
    EXPECT_EQ(with_gap.ratio.replicates, 3u);
}

TEST(Acceptability, SharesAddUpToOneAndTurnWithTheWorthOfAYear) {
    // One costs 50 EUR an averted year, the other 150 for each further year.
    const std::vector<Values> costs = {{0, 0, 0, 0}, {490, 500, 510, 505}, {2000, 2010, 1990, 2000}};
    const std::vector<Values> averted = {{0, 0, 0, 0}, {10, 10.5, 9.5, 10}, {20, 20, 20, 20.5}};
    const Values worth = {0.0, 20.0, 100.0, 1000.0};
    const auto shares = acceptability(costs, averted, worth, Resamples(costs.front().size()));
    ASSERT_EQ(shares.size(), 3u);
    for (std::size_t w = 0; w < worth.size(); ++w) EXPECT_NEAR(shares[0][w] + shares[1][w] + shares[2][w], 1.0, 1e-9);
    EXPECT_NEAR(shares[0][0], 1.0, 1e-9);
    EXPECT_NEAR(shares[0][1], 1.0, 1e-9);
    EXPECT_NEAR(shares[1][2], 1.0, 1e-9);
    EXPECT_NEAR(shares[2][3], 1.0, 1e-9);
}

// Of two replicates that disagree, resamples are 1/4 of each alone and 1/2 of both; four resamples of a share of .25 lie within 6 standard
// errors of it with a false-positive rate below 1e-6.
TEST(Acceptability, IsTheShareOfResamples) {
    const std::vector<Values> costs = {{0, 0}, {-10, 20}}, averted = {{0, 0}, {0, 0}};
    const double share = acceptability(costs, averted, Values{0.0}, Resamples(costs.front().size()))[1][0];
    EXPECT_NEAR(share, 0.25, 6 * std::sqrt(0.25 * 0.75 / static_cast<double>(Resamples::kNumber)));
    EXPECT_EQ(acceptability(costs, averted, Values{0.0}, Resamples(costs.front().size()))[1][0], share);
}

TEST(Acceptability, OfEqualScenariosIsSharedAndOfOneReplicateNothing) {
    const std::vector<Values> equal = {{0, 0, 0}, {0, 0, 0}};
    EXPECT_THAT(acceptability(equal, equal, usual_worths(), Resamples(equal.front().size()))[1], Each(0.5));
    EXPECT_TRUE(acceptability(std::vector<Values>{{0}, {1}}, std::vector<Values>{{0}, {1}}, usual_worths(), Resamples(1)).empty());
    EXPECT_TRUE(
        acceptability(std::vector<Values>{{0, kNone}, {1, 1}}, std::vector<Values>{{0, 0}, {1, 1}}, usual_worths(), Resamples(2)).empty());
}

TEST(CostVerdicts, HaveWordsOfTheirOwnInBothLanguages) {
    std::set<std::string> english, dutch;
    for (int v = 0; v <= static_cast<int>(CostVerdict::unclear); ++v) {
        english.insert(words_for(static_cast<CostVerdict>(v)).en);
        dutch.insert(words_for(static_cast<CostVerdict>(v)).nl);
    }
    EXPECT_EQ(english.size(), 9u);
    EXPECT_EQ(dutch.size(), 9u);
    EXPECT_EQ(english.count(""), 0u);
}

TEST(UsualWorths, GoFromNothingToTwoHundredThousand) {
    EXPECT_EQ(usual_worths().size(), 21u);
    EXPECT_EQ(usual_worths().front(), 0.0);
    EXPECT_EQ(usual_worths().back(), 200'000.0);
}

TEST(CostVerdictWords, SayLessWhereTheMeasureHasNoPrice) {
    EXPECT_EQ(words_for(CostVerdict::cheaper_and_better).en, "cheaper and better");
    EXPECT_THAT(words_for(CostVerdict::cheaper_and_better, true).en, ::testing::HasSubstr("before the measure's own price"));
    EXPECT_THAT(words_for(CostVerdict::cheaper_and_better, true).nl, ::testing::HasSubstr("de prijs van de maatregel zelf"));
}

}  // namespace
}  // namespace bevlogen
