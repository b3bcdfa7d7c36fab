// A difference whose interval contains zero is never called an effect.
#include "sim/experiment/verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace bevlogen {
namespace {

Estimate of(double mean, double low, double high) { return {mean, low, high, 8}; }

TEST(Verdict, FollowsDirectionWhereTheIntervalExcludesZero) {
    EXPECT_EQ(verdict_of(Direction::lower_is_better, of(-0.02, -0.03, -0.01)), Verdict::better);
    EXPECT_EQ(verdict_of(Direction::lower_is_better, of(0.02, 0.01, 0.03)), Verdict::worse);
    EXPECT_EQ(verdict_of(Direction::higher_is_better, of(0.02, 0.01, 0.03)), Verdict::better);
    EXPECT_EQ(verdict_of(Direction::higher_is_better, of(-0.02, -0.03, -0.01)), Verdict::worse);
    EXPECT_EQ(verdict_of(Direction::neutral, of(-0.02, -0.03, -0.01)), Verdict::different);
}

TEST(Verdict, IsUnclearWhereTheIntervalContainsOrTouchesZeroOrIsNotThere) {
    for (const Direction good : {Direction::lower_is_better, Direction::higher_is_better, Direction::neutral}) {
        EXPECT_EQ(verdict_of(good, of(-5.0, -10.1, 0.1)), Verdict::unclear);
        EXPECT_EQ(verdict_of(good, of(0.1, 0.0, 0.2)), Verdict::unclear);
        EXPECT_EQ(verdict_of(good, of(-0.5, std::nan(""), std::nan(""))), Verdict::unclear);
        EXPECT_EQ(verdict_of(good, of(std::nan(""), std::nan(""), std::nan(""))), Verdict::unclear);
    }
}

TEST(Verdict, IsNoneWhereAllReplicatesAreEqual) {
    EXPECT_EQ(verdict_of(Direction::lower_is_better, of(0.0, 0.0, 0.0)), Verdict::none);
    EXPECT_EQ(verdict_of(Direction::lower_is_better, of(0.0, std::nan(""), std::nan(""))), Verdict::unclear);
}

}  // namespace
}  // namespace bevlogen
