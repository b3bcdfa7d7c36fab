// Steps between scenarios that are worth considering.
#include "sim/experiment/efficiency_frontier.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace bevlogen {
namespace {

using Values = std::vector<double>;

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
    const auto steps = efficiency_frontier(around({0, 10, 60}, 0.0), around({0, 10, 20}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::start, FrontierPlace::on_it, FrontierPlace::on_it}));
    EXPECT_EQ(steps[1].ratio.ratio.mean, 1.0);
    EXPECT_EQ(steps[2].other, 1u);
    EXPECT_EQ(steps[2].ratio.ratio.mean, 5.0) << "against the step before, not against the base";
}

TEST(EfficiencyFrontier, LeavesOutWhatCostsMoreAndAvertsLess) {
    const auto steps = efficiency_frontier(around({0, 10, 12}, 0.0), around({0, 10, 4}, 0.0));
    EXPECT_EQ(steps[2].place, FrontierPlace::dominated);
    EXPECT_EQ(steps[2].other, 1u);
}

TEST(EfficiencyFrontier, LeavesOutWhatAMixtureOfTwoOthersBeats) {
    const auto steps = efficiency_frontier(around({0, 50, 60}, 0.0), around({0, 10, 20}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::start, FrontierPlace::dominated_by_mixing, FrontierPlace::on_it}));
    EXPECT_EQ(steps[2].other, 0u);
    EXPECT_EQ(steps[2].ratio.ratio.mean, 3.0);
}

TEST(EfficiencyFrontier, BeginsWithAPolicyThatSavesMoneyAndAvertsMore) {
    const auto steps = efficiency_frontier(around({0, -10, 30}, 0.0), around({0, 5, 15}, 0.0));
    EXPECT_EQ(places(steps), (std::vector{FrontierPlace::dominated, FrontierPlace::start, FrontierPlace::on_it}));
    EXPECT_EQ(steps[0].other, 1u);
    EXPECT_EQ(steps[2].ratio.ratio.mean, 4.0);
}

TEST(EfficiencyFrontier, OfEqualsTheFirstStays) {
    const auto steps = efficiency_frontier(around({0, 10, 10}, 0.0), around({0, 5, 5}, 0.0));
    EXPECT_EQ(steps[1].place, FrontierPlace::on_it);
    EXPECT_EQ(steps[2].place, FrontierPlace::dominated);
    EXPECT_EQ(steps[2].other, 1u);
}

TEST(EfficiencyFrontier, HasTheIntervalOfTheStepAndLeavesOutReplicatesThatLackAScenario) {
    std::vector<Values> costs = {{0, 0, 0, 0}, {10, 11, 9, 500}, {30, 32, 29, 40}};
    std::vector<Values> averted = {{0, 0, 0, 0}, {10, 10.5, 9.5, 900}, {20, 21, 19, 30}};
    costs[2][3] = std::nan("");
    const auto steps = efficiency_frontier(costs, averted);
    ASSERT_EQ(steps[2].place, FrontierPlace::on_it);
    const CostPerAverted by_hand = cost_per_averted(Values{20, 21, 20}, Values{10, 10.5, 9.5});
    EXPECT_EQ(steps[2].ratio.ratio.mean, by_hand.ratio.mean);
    EXPECT_EQ(steps[2].ratio.ratio.low, by_hand.ratio.low);
    EXPECT_TRUE(efficiency_frontier(std::vector<Values>{{0}, {std::nan("")}}, std::vector<Values>{{0}, {1}}).empty());
}

}  // namespace
}  // namespace bevlogen
