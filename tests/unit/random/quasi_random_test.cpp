// The sequence of Sobol' against published points, and how evenly it fills.
#include "sim/random/quasi_random.hpp"

#include <gtest/gtest.h>

#include <set>
#include <utility>
#include <vector>

namespace bevlogen {
namespace {

std::vector<double> next_of(SobolSequence& sequence, std::size_t dimensions) {
    std::vector<double> point(dimensions);
    sequence.next(point);
    return point;
}

// The first points that the program of Joe and Kuo (2008, new-joe-kuo-6) prints: that the origin is there, which Boost leaves out.
TEST(SobolSequence, BeginsWithThePublishedPoints) {
    const std::vector<std::vector<double>> published = {{0, 0, 0},          {.5, .5, .5},       {.75, .25, .25},    {.25, .75, .75},
                                                        {.375, .375, .625}, {.875, .875, .125}, {.625, .125, .875}, {.125, .625, .375}};
    SobolSequence sequence(3);
    for (const auto& point : published) EXPECT_EQ(next_of(sequence, 3), point);
}

TEST(SobolSequence, HasAPointInEachPartOfEveryCoordinate) {
    constexpr std::size_t kDimensions = 40, kPoints = 256;
    SobolSequence sequence(kDimensions);
    std::vector<std::set<int>> parts(kDimensions);
    for (std::size_t p = 0; p < kPoints; ++p) {
        const std::vector<double> point = next_of(sequence, kDimensions);
        for (std::size_t d = 0; d < kDimensions; ++d) parts[d].insert(static_cast<int>(point[d] * kPoints));
    }
    for (const std::set<int>& of_dimension : parts) EXPECT_EQ(of_dimension.size(), kPoints);
}

// The first two coordinates are a net: all shapes of boxes of area 1/256 have a point. Coordinates that repeat each other would not.
TEST(SobolSequence, HasAPointInEachBoxOfItsFirstTwoCoordinates) {
    for (int wide = 1; wide <= 256; wide *= 2) {
        SobolSequence sequence(2);
        std::set<std::pair<int, int>> boxes;
        for (int p = 0; p < 256; ++p) {
            const std::vector<double> point = next_of(sequence, 2);
            boxes.insert({static_cast<int>(point[0] * wide), static_cast<int>(point[1] * 256 / wide)});
        }
        EXPECT_EQ(boxes.size(), 256u) << wide << " columns";
    }
}

TEST(SobolSequence, GoesToTheEndOfItsTableAndNotBeyond) {
    SobolSequence sequence(kMostSobolDimensions);
    next_of(sequence, kMostSobolDimensions);
    EXPECT_EQ(next_of(sequence, kMostSobolDimensions), std::vector<double>(kMostSobolDimensions, 0.5));
    EXPECT_THROW(SobolSequence(kMostSobolDimensions + 1), ContractViolation);
    EXPECT_THROW(SobolSequence(0), ContractViolation);
}

TEST(SobolSequence, RefusesAPointOfOtherDimensions) {
    SobolSequence sequence(3);
    EXPECT_THROW(next_of(sequence, 2), ContractViolation);
}

}  // namespace
}  // namespace bevlogen
