// Which scenario is best, over resamples of replicates.
#include "sim/experiment/probability_best.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bevlogen {
namespace {

using Values = std::vector<std::vector<double>>;

TEST(Resamples, WeighReplicatesSoThatTheyAddUpAndAreEquallyOftenDrawn) {
    const Resamples resamples(5);
    std::vector<double> drawn(5, 0.0);
    for (std::size_t draw = 0; draw < resamples.size(); ++draw) {
        double sum = 0.0;
        for (std::size_t r = 0; r < 5; ++r) {
            sum += resamples.weights(draw)[r];
            drawn[r] += resamples.weights(draw)[r];
        }
        ASSERT_EQ(sum, 5.0);
    }
    // A binomial of 10,000 draws and a fifth: SD 40; four SDs are missed by chance once in 3,000 times for five replicates, with this key
    // never.
    for (const double count : drawn) EXPECT_NEAR(count, 2000.0, 160.0);
}

TEST(ProbabilityBest, IsCertainWhereOneScenarioIsBestInEveryReplicate) {
    const Values values = {{0.20, 0.30, 0.25}, {0.10, 0.20, 0.15}, {0.40, 0.31, 0.30}};
    const Resamples resamples(3);
    EXPECT_EQ(probability_best(values, Direction::lower_is_better, resamples), (std::vector<double>{0.0, 1.0, 0.0}));
    EXPECT_EQ(probability_best(values, Direction::higher_is_better, resamples), (std::vector<double>{0.0, 0.0, 1.0}));
}

TEST(ProbabilityBest, IsSharedByScenariosThatAreEqual) {
    const Values values = {{0.2, 0.3}, {0.2, 0.3}, {0.1, 0.1}};
    EXPECT_EQ(probability_best(values, Direction::higher_is_better, Resamples(2)), (std::vector<double>{0.5, 0.5, 0.0}));
}

TEST(ProbabilityBest, FollowsTheShareOfResamplesThatFavourAScenario) {
    // The second is better in three of four replicates, by as much as it is worse in the fourth: it loses a resample only where the fourth
    // is drawn three or four times (13 of 256), and half of those where it is drawn twice (54 of 256).
    const Values values = {{0.0, 0.0, 0.0, 0.0}, {1.0, 1.0, 1.0, -1.0}};
    const std::vector<double> shares = probability_best(values, Direction::higher_is_better, Resamples(4));
    EXPECT_NEAR(shares[1], 1.0 - 13.0 / 256 - 27.0 / 256, 0.03);  // four SDs of 2,000 resamples
    EXPECT_NEAR(shares[0] + shares[1], 1.0, 1e-12);
}

TEST(ProbabilityBest, LeavesOutReplicatesThatAreNotWhole) {
    const Values values = {{0.2, 0.2, std::nan("")}, {0.1, 0.1, 9.0}};
    EXPECT_EQ(probability_best(values, Direction::lower_is_better, Resamples(3)), (std::vector<double>{0.0, 1.0}));
}

TEST(ProbabilityBest, IsNotANumberWithoutADirectionOrWithOneReplicate) {
    for (const double share : probability_best(Values{{0.1, 0.2}, {0.2, 0.3}}, Direction::neutral, Resamples(2)))
        EXPECT_TRUE(std::isnan(share));
    for (const double share : probability_best(Values{{0.1}, {0.2}}, Direction::lower_is_better, Resamples(1)))
        EXPECT_TRUE(std::isnan(share));
}

}  // namespace
}  // namespace bevlogen
