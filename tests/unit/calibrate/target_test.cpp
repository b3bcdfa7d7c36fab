// How far a simulated value is from a published one, and what that says of a target.
#include "sim/calibrate/target.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

TargetPart part_of(double value, double low, double high) {
    TargetPart part;
    part.value = value;
    part.tolerance = {low, high};
    return part;
}

Target target_of(std::vector<TargetPart> parts, double weight = 1.0, std::vector<std::string> set_by = {}) {
    Target target;
    target.weight = weight;
    target.set_by = std::move(set_by);
    target.parts = std::move(parts);
    return target;
}

TEST(TargetPartTest, MissesByTolerancesOnEachSide) {
    const TargetPart part = part_of(0.12, 0.11, 0.20);
    EXPECT_DOUBLE_EQ(part.miss_of(0.12), 0.0);
    EXPECT_NEAR(part.miss_of(0.11), 1.0, 1e-12);
    EXPECT_NEAR(part.miss_of(0.20), 1.0, 1e-12);
    EXPECT_NEAR(part.miss_of(0.16), 0.5, 1e-12);
    EXPECT_NEAR(part.miss_of(0.09), 3.0, 1e-12);
    EXPECT_TRUE(std::isnan(part.miss_of(std::numeric_limits<double>::quiet_NaN())));
}

TEST(TargetTest, IsMetWhereAllItsPartsAre) {
    const Target both = target_of({part_of(0.0, -1.0, 1.0), part_of(5.0, 4.0, 6.0)});
    const double in[] = {1.0, 4.0}, half[] = {0.0, 3.9}, nothing[] = {0.0, std::numeric_limits<double>::quiet_NaN()};
    EXPECT_EQ(state_of(both, in), TargetState::met) << "ends count";
    EXPECT_EQ(state_of(both, half), TargetState::missed);
    EXPECT_EQ(state_of(both, nothing), TargetState::missed);
    const Target level = target_of({part_of(0.0, -1.0, 1.0)}, 1.0, {"example.mean"});
    EXPECT_EQ(state_of(level, in), TargetState::set) << "what a parameter decides is no test";
    EXPECT_EQ(state_of(level, half + 1), TargetState::missed);
}

TEST(DistanceTest, CountsAMissThatIsOutOfReachLessAndLess) {
    EXPECT_DOUBLE_EQ(counted_miss(0.0), 0.0);
    EXPECT_DOUBLE_EQ(counted_miss(1.0), 0.8);
    EXPECT_DOUBLE_EQ(counted_miss(2.0), 2.0);
    EXPECT_DOUBLE_EQ(counted_miss(6.0), 3.6);
    EXPECT_GT(counted_miss(24.1), counted_miss(24.0)) << "it still says which way is nearer";
    EXPECT_DOUBLE_EQ(counted_miss(std::numeric_limits<double>::quiet_NaN()), 4.0);
}

TEST(DistanceTest, IsTheRootOfTheWeightedMean) {
    // Misses of 1 and 2 in one target of weight 3, of 0 in another of weight 1: sqrt((3 (.8 + 2) / 2 + 0) / 4).
    const std::vector<Target> targets = {target_of({part_of(0.0, -1.0, 1.0), part_of(0.0, -1.0, 1.0)}, 3.0),
                                         target_of({part_of(7.0, 6.0, 8.0)})};
    EXPECT_NEAR(distance_of(targets, {1.0, -2.0, 7.0}), std::sqrt(3.0 * 1.4 / 4.0), 1e-12);
    EXPECT_EQ(distance_of(targets, {0.0, 0.0, 7.0}), 0.0);
}

TEST(StatisticKinds, HaveAWordEachAndAreFoundByIt) {
    for (int kind = 0; kind <= static_cast<int>(StatisticKind::effect); ++kind) {
        const auto one = static_cast<StatisticKind>(kind);
        EXPECT_EQ(statistic_kind(word_of(one)), one);
    }
    EXPECT_FALSE(statistic_kind("median"));
}

}  // namespace
}  // namespace bevlogen
