// Steps between scenarios that are worth considering.
#include "sim/experiment/efficiency_frontier.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace bevlogen {
namespace {

using Values = std::vector<double>;

std::vector<FrontierStep> frontier(const std::vector<Values>& costs, const std::vector<Values>& averted,
                                   std::vector<bool> is_unpriced = {}) {
    is_unpriced.resize(costs.size(), false);
    return efficiency_frontier(costs, averted, is_unpriced);
}

// Every scenario's pair as its mean, in three replicates around it.
std::vector<Values> around(const Values& means, double spread) {
    std::vector<Values> all;
    for (const double mean : means) all.push_back({mean - spread, mean, mean + spread});
    return all;
}

std::vector<FrontierPlace> places(const std::vector<FrontierStep>& steps) {
    std::vector<FrontierPlace> places;
    for (const FrontierStep& step : steps) places.push_back(step.place);
    return places;
}

TEST(EfficiencyFrontier, GoesFromTheCheapestInStepsThatCostMoreAndMore) {
    const auto steps = frontier(around({0, 10, 60}, 0.0), around({0, 10, 20}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::start, FrontierPlace::step, FrontierPlace::step}));
    EXPECT_EQ(steps[1].against.ratio.mean, 1.0);
    EXPECT_EQ(steps[2].other, 1u);
    EXPECT_EQ(steps[2].against.ratio.mean, 5.0) << "against the step before, not against the base";
}

TEST(EfficiencyFrontier, LeavesOutWhatCostsMoreAndAvertsLess) {
    const auto steps = frontier(around({0, 10, 12}, 0.0), around({0, 10, 4}, 0.0));
    EXPECT_EQ(steps[2].place, FrontierPlace::dominated);
    EXPECT_EQ(steps[2].other, 1u);
}

TEST(EfficiencyFrontier, LeavesOutWhatAMixtureOfTwoOthersBeats) {
    const auto steps = frontier(around({0, 50, 60}, 0.0), around({0, 10, 20}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::start, FrontierPlace::mixed, FrontierPlace::step}));
    EXPECT_EQ(steps[2].other, 0u);
    EXPECT_EQ(steps[2].against.ratio.mean, 3.0);
}

TEST(EfficiencyFrontier, BeginsWithAPolicyThatSavesMoneyAndAvertsMore) {
    const auto steps = frontier(around({0, -10, 30}, 0.0), around({0, 5, 15}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::dominated, FrontierPlace::start, FrontierPlace::step}));
    EXPECT_EQ(steps[0].other, 1u);
    EXPECT_EQ(steps[2].against.ratio.mean, 4.0);
}

TEST(EfficiencyFrontier, OfThoseThatCannotBeToldApartTheFirstStays) {
    const auto steps = frontier(around({0, 10, 10}, 0.0), around({0, 5, 5}, 0.0));
    EXPECT_EQ(steps[1].place, FrontierPlace::step);
    EXPECT_EQ(steps[2].place, FrontierPlace::same);
    EXPECT_EQ(steps[2].other, 1u);
    const auto noise = frontier({{0, 0, 0}, {-1, 1, 0}, {10, 10, 10}}, {{0, 0, 0}, {1, -1, 0.1}, {5, 5, 5}});
    EXPECT_EQ(noise[1].place, FrontierPlace::same) << "chance alone makes no policy cheaper than the base";
    EXPECT_EQ(noise[2].other, 0u);
}

TEST(EfficiencyFrontier, WeighsNothingWithoutAPrice) {
    const auto steps = frontier(around({0, -10, 30}, 0.0), around({0, 50, 15}, 0.0), {false, true, false});
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::start, FrontierPlace::unpriced, FrontierPlace::step}));
    EXPECT_EQ(steps[2].other, 0u);
}

TEST(EfficiencyFrontier, NamesOnlyWhatStandsItself) {
    // Of A (10, 1) and B (15, 2) a mixture of the base and C (16, 3) averts more; s is dominated by both, and B is the cheaper of them.
    const auto mixed = frontier(around({0, 10, 15, 16}, 0.0), around({0, 1, 2, 3}, 0.0));
    EXPECT_EQ(mixed[1].other, 3u);
    EXPECT_EQ(mixed[2].other, 3u);
    const auto dominated = frontier(around({0, 6, 5, 3}, 0.0), around({0, 9, 10, 10}, 0.0));
    EXPECT_EQ(dominated[1].other, 3u);
}

TEST(EfficiencyFrontier, SaysWhatIntervalsSayOfTheDominator) {
    const auto steps = frontier({{0, 0, 0}, {10, 11, 9}, {20, 21, 19}}, {{0, 0, 0}, {10, 10, 10}, {9, 11, 9.5}});
    EXPECT_EQ(steps[2].place, FrontierPlace::dominated);
    EXPECT_EQ(steps[2].against.verdict, CostVerdict::dearer) << "its effect cannot be told from that of the cheaper one";
}

TEST(EfficiencyFrontier, HasTheIntervalOfTheStepAndLeavesOutReplicatesThatLackAScenario) {
    std::vector<Values> costs = {{0, 0, 0, 0}, {10, 11, 9, 500}, {30, 32, 29, 40}};
    std::vector<Values> averted = {{0, 0, 0, 0}, {10, 10.5, 9.5, 900}, {20, 21, 19, 30}};
    costs[2][3] = std::nan("");
    const auto steps = frontier(costs, averted);
    ASSERT_EQ(steps[2].place, FrontierPlace::step);
    const CostPerAverted by_hand = cost_per_averted(Values{20, 21, 20}, Values{10, 10.5, 9.5});
    EXPECT_EQ(steps[2].against.ratio.mean, by_hand.ratio.mean);
    EXPECT_EQ(steps[2].against.ratio.low, by_hand.ratio.low);
    EXPECT_TRUE(frontier(std::vector<Values>{{0}, {std::nan("")}}, std::vector<Values>{{0}, {1}}).empty());
}

}  // namespace
}  // namespace bevlogen
