// What designs promise: where their points lie, what is the same on a repeat, and what more of them keeps.
#include "sim/sweep/design.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/random/quasi_random.hpp"

namespace bevlogen {
namespace {

constexpr Chance kChance{2026, 0};

std::vector<double> column(const std::vector<UnitPoint>& points, std::size_t axis) {
    std::vector<double> coordinates;
    for (const UnitPoint& point : points) coordinates.push_back(point[axis]);
    return coordinates;
}

// A of each row, or B.
std::vector<UnitPoint> every(std::size_t stride, std::size_t from, const std::vector<UnitPoint>& points) {
    std::vector<UnitPoint> some;
    for (std::size_t p = from; p < points.size(); p += stride) some.push_back(points[p]);
    return some;
}

bool is_prefix(const std::vector<UnitPoint>& few, const std::vector<UnitPoint>& many) {
    return few.size() < many.size() && std::equal(few.begin(), few.end(), many.begin());
}

// To six digits, as they are written below.
std::vector<UnitPoint> rounded(std::vector<UnitPoint> points) {
    for (UnitPoint& point : points) {
        for (double& at : point) at = std::round(at * 1e6);
    }
    return points;
}

TEST(LatinHypercube, HasOnePointInEverySliceOfEveryAxis) {
    for (const std::size_t points : {1u, 7u, 100u, 1000u}) {
        const auto cube = latin_hypercube(points, 6, kChance);
        ASSERT_EQ(cube.size(), points);
        for (std::size_t axis = 0; axis < 6; ++axis) {
            std::set<std::size_t> slices;
            for (const double at : column(cube, axis)) slices.insert(static_cast<std::size_t>(at * static_cast<double>(points)));
            EXPECT_EQ(slices.size(), points);
            EXPECT_EQ(*slices.rbegin(), points - 1);
        }
    }
}

// Axes that share draws would be ordered alike. The correlation of independent orders has SD 1/sqrt(999); 5 SDs in 15 pairs are missed
// with 1e-5, with this seed never.
TEST(LatinHypercube, OrdersEachAxisOnItsOwn) {
    const auto cube = latin_hypercube(1000, 6, kChance);
    for (std::size_t one = 0; one < 6; ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            double sum = 0.0;
            for (const UnitPoint& point : cube) sum += (point[one] - 0.5) * (point[other] - 0.5);
            EXPECT_NEAR(sum / 1000.0 * 12.0, 0.0, 5.0 / std::sqrt(999.0));
        }
    }
}

// In a slice, points are anywhere: a design of middles has a mean square distance of 0, uniform ones 1/12 (SD .0024 of 1000).
TEST(LatinHypercube, PutsPointsAnywhereInTheirSlice) {
    double squares = 0.0;
    for (const double at : column(latin_hypercube(1000, 1, kChance), 0)) {
        const double in_slice = at * 1000.0 - std::floor(at * 1000.0) - 0.5;
        squares += in_slice * in_slice;
    }
    EXPECT_NEAR(squares / 1000.0, 1.0 / 12.0, 0.012);
}

TEST(SobolRows, AreAThenBThenAWithEachCoordinateOfB) {
    const auto points = sobol_rows(5, 3, kChance);
    ASSERT_EQ(points.size(), 25u);
    for (std::size_t row = 0; row < 5; ++row) {
        const UnitPoint a = points[row * 5], b = points[row * 5 + 1];
        EXPECT_EQ(points[row * 5 + 2], (UnitPoint{b[0], a[1], a[2]}));
        EXPECT_EQ(points[row * 5 + 3], (UnitPoint{a[0], b[1], a[2]}));
        EXPECT_EQ(points[row * 5 + 4], (UnitPoint{a[0], a[1], b[2]}));
    }
}

// A shift along a circle keeps distances: 2^m points stand 2^-m apart on every axis of A and of B, exactly. Leaving out the origin, as
// Boost does, makes one gap twice as wide.
TEST(SobolRows, OfAPowerOfTwoStandEquallyFarApartOnEveryAxis) {
    for (const std::size_t rows : {2u, 8u, 256u, 1024u}) {
        const auto points = sobol_rows(rows, 8, kChance);
        for (const std::size_t half : {0u, 1u}) {
            for (std::size_t axis = 0; axis < 8; ++axis) {
                std::vector<double> at = column(every(10, half, points), axis);
                std::sort(at.begin(), at.end());
                at.push_back(at.front() + 1.0);
                for (std::size_t i = 0; i < rows; ++i) ASSERT_EQ(at[i + 1] - at[i], 1.0 / static_cast<double>(rows));
            }
        }
    }
}

// Each axis moves by a number of its own, A other than B: the origin of the sequence shows them.
TEST(SobolRows, MoveEachCoordinateByItsOwnShift) {
    const auto origin = sobol_rows(1, 50, kChance);
    std::set<double> shifts(origin[0].begin(), origin[0].end());
    shifts.insert(origin[1].begin(), origin[1].end());
    EXPECT_EQ(shifts.size(), 100u);
}

TEST(Designs, StayInsideTheCubeWhereAQuantileIsFinite) {
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        for (const auto& points : {latin_hypercube(64, 5, {seed, 0}), sobol_rows(64, 5, {seed, 0})}) {
            for (const UnitPoint& point : points) {
                for (const double at : point) {
                    ASSERT_GT(at, 0.0);
                    ASSERT_LT(at, 1.0);
                }
            }
        }
    }
}

// Levels are whole numbers over levels - 1, so that none is 1.0000000000000002.
TEST(MorrisTrajectories, VisitEveryLevelEquallyOftenAndNothingElse) {
    for (const std::size_t levels : {2u, 4u, 6u, 8u, 10u, 50u}) {
        constexpr std::size_t kTrajectories = 2000;
        std::map<double, double> visits;
        for (const double at : column(morris_trajectories(kTrajectories, 1, levels, kChance).points, 0)) visits[at] += 1.0;
        ASSERT_EQ(visits.size(), levels);
        std::size_t level = 0;
        const double expected = 2.0 * kTrajectories / static_cast<double>(levels);
        for (const auto& [at, count] : visits) {
            EXPECT_EQ(at, static_cast<double>(level++) / static_cast<double>(levels - 1));
            EXPECT_NEAR(count, expected, 5.0 * std::sqrt(expected));  // binomial: missed with 4e-5 in 80 levels, with this seed never
        }
        EXPECT_EQ(visits.rbegin()->first, 1.0);
    }
}

TEST(MorrisTrajectories, ChangeEachAxisOnceByHalfTheLevels) {
    constexpr std::size_t kAxes = 7, kTrajectories = 40;
    const MorrisDesign design = morris_trajectories(kTrajectories, kAxes, 4, kChance);
    ASSERT_EQ(design.points.size(), kTrajectories * (kAxes + 1));
    ASSERT_EQ(design.steps.size(), kTrajectories * kAxes);
    std::set<std::size_t> first_axes;
    int ups = 0;
    for (std::size_t t = 0; t < kTrajectories; ++t) {
        std::set<std::size_t> changed;
        first_axes.insert(design.steps[t * kAxes].axis);
        for (std::size_t i = 0; i < kAxes; ++i) {
            const auto [axis, change] = design.steps[t * kAxes + i];
            const UnitPoint &from = design.points[t * (kAxes + 1) + i], &to = design.points[t * (kAxes + 1) + i + 1];
            changed.insert(axis);
            EXPECT_DOUBLE_EQ(std::abs(change), 2.0 / 3.0);
            for (std::size_t other = 0; other < kAxes; ++other) EXPECT_NEAR(to[other] - from[other], other == axis ? change : 0.0, 1e-15);
            ups += change > 0.0;
        }
        EXPECT_EQ(changed.size(), kAxes);
    }
    EXPECT_EQ(first_axes.size(), kAxes);  // the order is of chance
    EXPECT_NEAR(ups, 140, 42);            // of 280: 5 SDs
}

TEST(Designs, AreTheSameForASeedAndOthersForAnother) {
    for (const Chance& other : {Chance{2027, 0}, Chance{2026, 1}}) {
        EXPECT_EQ(latin_hypercube(20, 3, kChance), latin_hypercube(20, 3, kChance));
        EXPECT_NE(latin_hypercube(20, 3, kChance), latin_hypercube(20, 3, other));
        EXPECT_EQ(sobol_rows(20, 3, kChance), sobol_rows(20, 3, kChance));
        EXPECT_NE(sobol_rows(20, 3, kChance), sobol_rows(20, 3, other));
        EXPECT_EQ(morris_trajectories(20, 3, 4, kChance).points, morris_trajectories(20, 3, 4, kChance).points);
        EXPECT_NE(morris_trajectories(20, 3, 4, kChance).points, morris_trajectories(20, 3, 4, other).points);
    }
}

// A sweep that turns out to be too small is made larger, not done again.
TEST(Designs, KeepTheirFirstPointsWhereMoreAreAsked) {
    EXPECT_TRUE(is_prefix(sobol_rows(20, 3, kChance), sobol_rows(64, 3, kChance)));
    EXPECT_TRUE(is_prefix(morris_trajectories(20, 3, 4, kChance).points, morris_trajectories(21, 3, 4, kChance).points));
    EXPECT_FALSE(is_prefix(latin_hypercube(20, 3, kChance), latin_hypercube(21, 3, kChance)));  // so that the check can fail
}

// A change of the chance behind designs would alter every sweep that was begun.
TEST(Designs, AreThoseOfTheFirstVersion) {
    const std::vector<UnitPoint> latin = {{0.612026, 0.014315}, {0.218100, 0.669731}, {0.851237, 0.346242}};
    const std::vector<UnitPoint> sobol = {{0.955990}, {0.453210}, {0.453210}};
    const std::vector<UnitPoint> morris = {{1.0 / 3.0, 2.0 / 3.0}, {1.0, 2.0 / 3.0}, {1.0, 0.0}};
    EXPECT_EQ(rounded(latin_hypercube(3, 2, kChance)), rounded(latin));
    EXPECT_EQ(rounded(sobol_rows(1, 1, kChance)), rounded(sobol));
    EXPECT_EQ(morris_trajectories(1, 2, 4, kChance).points, morris);
}

TEST(Designs, RefuseWhatTheyCannotDraw) {
    EXPECT_THROW(latin_hypercube(0, 3, kChance), ContractViolation);
    EXPECT_THROW(latin_hypercube(kMostLatinPoints + 1, 1, kChance), ContractViolation);
    EXPECT_EQ(latin_hypercube(kMostLatinPoints, 1, kChance).size(), kMostLatinPoints);
    EXPECT_THROW(sobol_rows(8, 0, kChance), ContractViolation);
    EXPECT_THROW(sobol_rows(1, kMostSobolDimensions / 2 + 1, kChance), ContractViolation);
    EXPECT_EQ(sobol_rows(1, kMostSobolDimensions / 2, kChance).size(), kMostSobolDimensions / 2 + 2);
    EXPECT_THROW(morris_trajectories(8, 3, 5, kChance), ContractViolation);
    EXPECT_THROW(morris_trajectories(8, 3, 0, kChance), ContractViolation);
}

}  // namespace
}  // namespace bevlogen
