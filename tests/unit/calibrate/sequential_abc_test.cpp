// The population moves to where distances are small, weighs itself against the prior, and repeats to the bit.
#include "sim/calibrate/sequential_abc.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

constexpr Chance kChance{11, 0};
constexpr double kNever = 0.0;  // least_accepted

template <class Distance>
SequentialAbc carried_out(const AbcSettings& settings, std::size_t axes, const Distance& distance, const Chance& chance = kChance) {
    SequentialAbc abc(settings, axes, chance);
    while (!abc.is_finished()) {
        std::vector<double> distances;
        for (const UnitPoint& at : abc.points()) distances.push_back(distance(at));
        abc.take(distances);
    }
    return abc;
}

double weighted_mean(const SequentialAbc& abc, std::size_t axis) {
    double sum = 0.0, weights = 0.0;
    for (const AbcPoint& point : abc.kept()) sum += point.weight * point.at[axis], weights += point.weight;
    return sum / weights;
}

double weighted_variance(const SequentialAbc& abc, std::size_t axis) {
    const double mean = weighted_mean(abc, axis);
    double sum = 0.0, weights = 0.0;
    for (const AbcPoint& point : abc.kept())
        sum += point.weight * (point.at[axis] - mean) * (point.at[axis] - mean), weights += point.weight;
    return sum / weights;
}

TEST(SequentialAbcTest, FindsTheNearestPointAndComesNearerWithEachGeneration) {
    const SequentialAbc abc =
        carried_out({200, 50, 100, 12, kNever}, 2, [](const UnitPoint& at) { return std::hypot(at[0] - 0.3, at[1] - 0.8); });
    EXPECT_NEAR(weighted_mean(abc, 0), 0.3, 0.01);
    EXPECT_NEAR(weighted_mean(abc, 1), 0.8, 0.01);
    ASSERT_EQ(abc.history().size(), 12u);
    for (std::size_t g = 1; g < abc.history().size(); ++g) {
        EXPECT_LE(abc.history()[g].tolerance, abc.history()[g - 1].tolerance);
        EXPECT_EQ(abc.history()[g].points, 100u);
    }
    EXPECT_LT(abc.history().back().tolerance, abc.history().front().tolerance / 10.0);
    EXPECT_EQ(abc.kept().size(), 50u);
}

// What distances do not tell keeps its even prior: mean 1/2, variance 1/12. Points were drawn where earlier ones lay, so this holds by
// their weights alone. 3,000 points; the standard error of the mean is .0053 for independent ones, of the variance .0014: four of each
// give a false-positive rate of 1e-4 or so. The seed is fixed.
TEST(SequentialAbcTest, LeavesThePriorOfWhatIsNotToldAsItWas) {
    const SequentialAbc abc = carried_out({6000, 3000, 3000, 4, kNever}, 2, [](const UnitPoint& at) { return std::abs(at[0] - 0.4); });
    EXPECT_NEAR(weighted_mean(abc, 1), 0.5, 0.025);
    EXPECT_NEAR(weighted_variance(abc, 1), 1.0 / 12.0, 0.006);
    EXPECT_LT(weighted_variance(abc, 0), 1e-2 / 12.0);
}

// With an even prior and a distance of |x - .5| the population within a tolerance e is even on (.5 - e, .5 + e): variance e^2 / 3.
TEST(SequentialAbcTest, IsEvenWithinTheTolerance) {
    const SequentialAbc abc = carried_out({4000, 2000, 2000, 5, kNever}, 1, [](const UnitPoint& at) { return std::abs(at[0] - 0.5); });
    const double tolerance = abc.history().back().tolerance;
    EXPECT_NEAR(weighted_mean(abc, 0), 0.5, 0.1 * tolerance);
    EXPECT_NEAR(weighted_variance(abc, 0) / (tolerance * tolerance / 3.0), 1.0, 0.1);
}

TEST(SequentialAbcTest, StaysInsideTheCubeAtItsEdges) {
    const SequentialAbc abc = carried_out({100, 40, 60, 8, kNever}, 3, [](const UnitPoint& at) { return at[0] + (1.0 - at[1]); });
    for (const AbcPoint& point : abc.kept()) {
        for (const double coordinate : point.at) {
            EXPECT_GT(coordinate, 0.0);
            EXPECT_LT(coordinate, 1.0);
        }
        EXPECT_GT(point.weight, 0.0);
        EXPECT_TRUE(std::isfinite(point.weight));
    }
    EXPECT_LT(weighted_mean(abc, 0), 0.05);
}

TEST(SequentialAbcTest, IsTheSameAgainAndAnotherUnderAnotherSeed) {
    const auto distance = [](const UnitPoint& at) { return std::abs(at[0] - 0.7); };
    const AbcSettings settings{60, 20, 30, 5, kNever};
    const SequentialAbc one = carried_out(settings, 2, distance), again = carried_out(settings, 2, distance),
                        other = carried_out(settings, 2, distance, {12, 0});
    for (std::size_t i = 0; i < one.kept().size(); ++i) {
        EXPECT_EQ(one.kept()[i].at, again.kept()[i].at);
        EXPECT_EQ(one.kept()[i].weight, again.kept()[i].weight);
    }
    EXPECT_NE(one.kept()[0].at, other.kept()[0].at);
}

TEST(SequentialAbcTest, EndsWhereFewNewPointsAreNearer) {
    const AbcSettings settings{50, 20, 40, 100, 0.2};
    const SequentialAbc abc = carried_out(settings, 1, [](const UnitPoint&) { return 1.0; });  // none is ever nearer
    EXPECT_EQ(abc.history().size(), 2u);
    EXPECT_EQ(abc.history().back().accepted, 0.0);
}

TEST(SequentialAbcTest, DoesWithoutPointsThatFailed) {
    const double failed = std::numeric_limits<double>::infinity();
    const SequentialAbc some = carried_out({100, 40, 40, 4, kNever}, 1, [&](const UnitPoint& at) { return at[0] < 0.5 ? failed : at[0]; });
    for (const AbcPoint& point : some.kept()) EXPECT_GE(point.at[0], 0.5);
    const SequentialAbc all = carried_out({100, 40, 40, 4, kNever}, 1, [&](const UnitPoint&) { return failed; });
    EXPECT_EQ(all.history().size(), 1u) << "there is nothing to go on from";
    const SequentialAbc unknown = carried_out(
        {100, 40, 40, 4, kNever}, 1, [](const UnitPoint& at) { return at[0] < 0.5 ? std::numeric_limits<double>::quiet_NaN() : at[0]; });
    for (const AbcPoint& point : unknown.kept()) EXPECT_GE(point.at[0], 0.5) << "what could not be measured is not near";
}

}  // namespace
}  // namespace bevlogen
