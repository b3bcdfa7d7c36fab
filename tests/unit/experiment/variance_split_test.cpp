// Uncertainty of parameters apart from that of chance.
#include "sim/experiment/variance_split.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace bevlogen {
namespace {

TEST(VarianceSplit, AddsUpToTheVarianceBetweenDraws) {
    const std::vector<double> values = {1, 2, 5, 7, 2, 3};  // means 1.5, 6, 2.5
    const VarianceSplit split = split_variance(values, 2);
    // Within: .5 + 2 + .5 over 3 degrees of freedom is 1; of the mean of two values 1/2. Means have variance 5.583.
    EXPECT_NEAR(split.of_chance, 0.5, 1e-12);
    EXPECT_NEAR(split.of_parameters + split.of_chance, 67.0 / 12.0, 1e-12);
}

TEST(VarianceSplit, GivesNothingToParametersWhereDrawsDifferByChanceAlone) {
    const VarianceSplit split = split_variance(std::vector<double>{0, 10, 10, 0, 1, 9}, 2);
    EXPECT_EQ(split.of_parameters, 0.0);
    EXPECT_GT(split.of_chance, 0.0);
    EXPECT_EQ(split.share_of_parameters(), 0.0);
}

TEST(VarianceSplit, GivesAllToParametersWhereReplicatesAgree) {
    EXPECT_EQ(split_variance(std::vector<double>{1, 1, 2, 2}, 2).share_of_parameters(), 1.0);
}

// Of 400 draws with 4 replicates each the variances are known to about 8 %; a fixed seed.
TEST(VarianceSplit, FindsTheVariancesThatWerePutIn) {
    std::mt19937 random(7);
    std::normal_distribution<double> parameters(0.0, 2.0), chance(0.0, 3.0);
    std::vector<double> values;
    for (int draw = 0; draw < 400; ++draw) {
        const double effect = parameters(random);
        for (int r = 0; r < 4; ++r) values.push_back(effect + chance(random));
    }
    const VarianceSplit split = split_variance(values, 4);
    EXPECT_NEAR(split.of_chance * 4, 9.0, 1.5);
    EXPECT_NEAR(split.of_parameters, 4.0, 1.5);
}

TEST(VarianceSplit, IsNotANumberWithoutReplicatesOrDraws) {
    EXPECT_TRUE(std::isnan(split_variance(std::vector<double>{1, 2, 3}, 1).of_chance));
    EXPECT_TRUE(std::isnan(split_variance(std::vector<double>{1, 2}, 2).of_parameters));
    EXPECT_TRUE(std::isnan(split_variance(std::vector<double>{1, 1, 1, 1}, 2).share_of_parameters()));
}

}  // namespace
}  // namespace bevlogen
