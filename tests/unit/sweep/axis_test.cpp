// Values of an axis: quantiles of the spread that the plan names, each a number that can be written, typed and found again.
#include "sim/sweep/axis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>

#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// Of a standard normal distribution.
double share_below(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2.0; }

Axis axis_over(Spread spread, double low, double high, double first = 0.0, double second = 0.0) {
    Axis axis;
    axis.path = "a.number";
    axis.key = {.name = "number", .type = KeyType::number};
    axis.spread = spread;
    axis.low = low;
    axis.high = high;
    axis.first = first;
    axis.second = second;
    return axis;
}

Axis axis_of(KeyType type, std::vector<double> values) {
    Axis axis;
    axis.key = {.name = "key", .type = type, .words = {"individual", "organisational", "national"}};
    axis.spread = Spread::values;
    axis.values = std::move(values);
    return axis;
}

// Of whole numbers from `low` to `high`, how many of `points` even coordinates each gets.
std::map<double, int> counts_of(Axis axis, int points) {
    axis.key.type = KeyType::whole_number;
    std::map<double, int> counts;
    for (int i = 0; i < points; ++i) ++counts[axis.value_at((i + 0.5) / points)];
    return counts;
}

std::vector<Axis> one_of_each_range() {
    return {axis_over(Spread::linear, -1.0, 1.0),          axis_over(Spread::log, 1e-4, 10.0),
            axis_over(Spread::normal, 0.1, 0.9, 0.3, 0.5), axis_over(Spread::lognormal, 1.0, 52.0, 8.0, 1.5),
            axis_over(Spread::triangular, 2.0, 5.0, 4.5),  axis_over(Spread::beta, -2.0, 2.0, 0.7, 3.0)};
}

// Ten SDs from the mean a density still falls by a factor of some twenty thousand within an SD: nearly all lies at the near end, in order.
TEST(AxisValues, OfTheFarTailsOfANormalDistributionKeepTheirOrder) {
    const Axis above = axis_over(Spread::normal, 10.0, 11.0, 0.0, 1.0), below = axis_over(Spread::normal, -11.0, -10.0, 0.0, 1.0);
    double last = 9.9;
    for (const double coordinate : {0.0, 0.1, 0.5, 0.9, 1.0}) {
        const double value = above.value_at(coordinate);
        EXPECT_GT(value, last);
        EXPECT_DOUBLE_EQ(below.value_at(1.0 - coordinate), -value);
        last = value;
    }
    EXPECT_NEAR(above.value_at(0.5), 10.0683, 1e-3);  // about ln 2 / 10.1 above the end
    EXPECT_DOUBLE_EQ(last, 11.0);
}

TEST(AxisValues, OfALinearRangeStandAsFarApartAsTheirCoordinates) {
    const Axis axis = axis_over(Spread::linear, -1.0, 3.0);
    EXPECT_EQ(axis.value_at(0.0), -1.0);
    EXPECT_EQ(axis.value_at(0.25), 0.0);
    EXPECT_EQ(axis.value_at(1.0), 3.0);
}

TEST(AxisValues, OfALogarithmicRangeGrowByTheSameFactor) {
    const Axis axis = axis_over(Spread::log, 0.5, 32.0);
    for (int i = 0; i <= 6; ++i) EXPECT_DOUBLE_EQ(axis.value_at(i / 6.0), 0.5 * std::pow(2.0, i)) << i;
}

TEST(AxisValues, OfANormalDistributionAreItsQuantiles) {
    const Axis axis = axis_over(Spread::normal, -kInfinite, kInfinite, 10.0, 2.0);
    for (const double z : {-3.0, -1.0, 0.0, 0.5, 2.0}) EXPECT_NEAR(axis.value_at(share_below(z)), 10.0 + 2.0 * z, 1e-7) << z;
    // Coordinates 0 and 1, which designs of levels have, give a number too.
    EXPECT_TRUE(std::isfinite(axis.value_at(0.0)));
    EXPECT_TRUE(std::isfinite(axis.value_at(1.0)));
}

// What is cut off is not heaped up at the ends: inside the range, probabilities are those of the distribution, scaled up.
TEST(AxisValues, OfANormalDistributionAreCutOffAtTheRange) {
    const Axis axis = axis_over(Spread::normal, -0.5, 2.0, 1.0, 2.0);
    const double below = share_below(-0.75), within = share_below(0.5) - below;
    for (const double coordinate : {0.0, 0.1, 0.5, 0.9, 1.0}) {
        const double value = axis.value_at(coordinate);
        EXPECT_NEAR((share_below((value - 1.0) / 2.0) - below) / within, coordinate, 1e-8) << value;
    }
    EXPECT_NEAR(axis.value_at(0.0), -0.5, 1e-9);
    EXPECT_NEAR(axis.value_at(1.0), 2.0, 1e-9);
}

TEST(AxisValues, OfALognormalDistributionHaveTwoThirdsWithinAFactorOfTheMedian) {
    for (const double low : {0.0, 1e-9}) {
        const Axis axis = axis_over(Spread::lognormal, low, kInfinite, 8.0, 1.5);
        EXPECT_NEAR(axis.value_at(0.5), 8.0, 1e-7);
        EXPECT_NEAR(axis.value_at(share_below(-1.0)), 8.0 / 1.5, 1e-7);
        EXPECT_NEAR(axis.value_at(share_below(2.0)), 8.0 * 1.5 * 1.5, 1e-7);
    }
    const Axis cut = axis_over(Spread::lognormal, 8.0, 12.0, 8.0, 1.5);  // the half above the median, up to one SD
    const double z = std::log(cut.value_at(0.5) / 8.0) / std::log(1.5);
    EXPECT_NEAR(share_below(z), 0.5 + 0.5 * (share_below(1.0) - 0.5), 1e-8);
}

TEST(AxisValues, OfATriangularDistributionFollowItsSquares) {
    const Axis axis = axis_over(Spread::triangular, 2.0, 6.0, 3.0);  // a quarter of the probability below the mode
    for (const double value : {2.0, 2.5, 3.0}) EXPECT_NEAR(axis.value_at((value - 2.0) * (value - 2.0) / 4.0), value, 1e-8);
    for (const double value : {4.0, 5.5, 6.0}) EXPECT_NEAR(axis.value_at(1.0 - (6.0 - value) * (6.0 - value) / 12.0), value, 1e-8);
}

TEST(AxisValues, OfATriangularDistributionWithItsModeAtAnEndAreNumbers) {
    EXPECT_NEAR(axis_over(Spread::triangular, 0.0, 1.0, 0.0).value_at(0.75), 0.5, 1e-9);
    EXPECT_NEAR(axis_over(Spread::triangular, 0.0, 1.0, 1.0).value_at(0.25), 0.5, 1e-9);
}

TEST(AxisValues, OfABetaDistributionFillTheRange) {
    const Axis even = axis_over(Spread::beta, 4.0, 8.0, 1.0, 1.0), rising = axis_over(Spread::beta, 4.0, 8.0, 2.0, 1.0);
    const Axis round = axis_over(Spread::beta, 4.0, 8.0, 2.0, 2.0);
    for (const double share : {0.0, 0.25, 0.5, 1.0}) {
        EXPECT_NEAR(even.value_at(share), 4.0 + 4.0 * share, 1e-8);
        EXPECT_NEAR(rising.value_at(share * share), 4.0 + 4.0 * share, 1e-8);
        EXPECT_NEAR(round.value_at(share * share * (3.0 - 2.0 * share)), 4.0 + 4.0 * share, 1e-8);
    }
}

TEST(AxisValues, ThatAreNamedAreEquallyLikely) {
    const Axis axis = axis_of(KeyType::number, {8.0, 0.3, 100.0});
    std::map<double, int> counts;
    for (int i = 0; i < 999; ++i) ++counts[axis.value_at((i + 0.5) / 999.0)];
    EXPECT_THAT(counts, ::testing::ElementsAre(std::pair{0.3, 333}, std::pair{8.0, 333}, std::pair{100.0, 333}));
    EXPECT_EQ(axis.value_at(0.0), 8.0);
    EXPECT_EQ(axis.value_at(1.0), 100.0);
    EXPECT_EQ(axis_of(KeyType::flag, {1.0}).value_at(1.0), 1.0);
}

TEST(AxisValues, RiseWithTheirCoordinateAndStayInTheRange) {
    for (const Axis& axis : one_of_each_range()) {
        double before = axis.low;
        for (int i = 0; i <= 1000; ++i) {
            const double value = axis.value_at(i / 1000.0);
            ASSERT_GE(value, before) << static_cast<int>(axis.spread) << " at " << i;
            ASSERT_LE(value, axis.high) << static_cast<int>(axis.spread) << " at " << i;
            before = value;
        }
        EXPECT_GT(before, axis.value_at(0.5)) << static_cast<int>(axis.spread);
    }
}

// Another machine, or a person who types what a table shows, comes to the same bits.
TEST(AxisValues, HaveNineDigitsAndReadBackToTheBit) {
    for (const Axis& axis : one_of_each_range()) {
        for (int i = 1; i < 200; ++i) {
            const double value = axis.value_at(i / 200.0);
            char nine[32];
            std::snprintf(nine, sizeof nine, "%.9g", value);
            EXPECT_EQ(std::strtod(nine, nullptr), value);
            EXPECT_EQ(std::strtod(axis.written(value).c_str(), nullptr), value);
        }
    }
    EXPECT_EQ(axis_over(Spread::linear, 0.0, 1.0).value_at(1.0 / 3.0), 0.333333333);
}

TEST(AxisValues, AreNotRoundedOutOfTheRange) {
    const Axis axis = axis_over(Spread::linear, 1.0 / 3.0, 2.0 / 3.0);  // 0.333333333 and 0.666666667 lie outside
    EXPECT_EQ(axis.value_at(0.0), 1.0 / 3.0);
    EXPECT_EQ(axis.value_at(1.0), 2.0 / 3.0);
}

TEST(AxisValues, OfAWholeNumberAreEquallyLikelyToTheEnds) {
    EXPECT_THAT(counts_of(axis_over(Spread::linear, 2.0, 5.0), 1000),
                ::testing::ElementsAre(std::pair{2.0, 250}, std::pair{3.0, 250}, std::pair{4.0, 250}, std::pair{5.0, 250}));
    EXPECT_THAT(counts_of(axis_over(Spread::linear, -1.0, 0.0), 1000), ::testing::ElementsAre(std::pair{-1.0, 500}, std::pair{0.0, 500}));
}

TEST(AxisValues, OfAWholeNumberAreWholeWhateverTheSpread) {
    for (Axis axis : one_of_each_range()) {
        axis.low = 1.0;
        axis.high = 9.0;
        if (axis.spread == Spread::triangular) axis.first = 2.0;
        const std::map<double, int> counts = counts_of(axis, 1000);
        for (const auto& [value, count] : counts) EXPECT_EQ(value, std::round(value)) << static_cast<int>(axis.spread);
        EXPECT_GE(counts.begin()->first, 1.0);
        EXPECT_LE(counts.rbegin()->first, 9.0);
        EXPECT_GE(counts.size(), 2u) << static_cast<int>(axis.spread);
    }
}

TEST(AxisValues, AreOfCoordinatesInTheUnitIntervalOnly) {
    const Axis axis = axis_over(Spread::linear, 0.0, 1.0);
    EXPECT_THROW(axis.value_at(-0.001), ContractViolation);
    EXPECT_THROW(axis.value_at(1.001), ContractViolation);
    EXPECT_THROW(axis.value_at(std::nan("")), ContractViolation);
}

TEST(Axis, WritesItsValuesAsAScenarioHasThem) {
    EXPECT_EQ(axis_of(KeyType::number, {}).written(0.25), "0.25");
    EXPECT_EQ(axis_of(KeyType::number, {}).written(3.0), "3.0");
    EXPECT_EQ(axis_of(KeyType::number, {}).written(-1e-7), "-1e-07");
    EXPECT_EQ(axis_of(KeyType::whole_number, {}).written(1200.0), "1200");
    EXPECT_EQ(axis_of(KeyType::flag, {}).written(0.0), "false");
    EXPECT_EQ(axis_of(KeyType::flag, {}).written(1.0), "true");
    EXPECT_EQ(axis_of(KeyType::word, {}).written(2.0), "\"national\"");
}

TEST(Axis, TellsInWordsWhatItTakes) {
    EXPECT_EQ(axis_over(Spread::linear, 0.1, 4.0).in_words(), "0.1 to 4");
    EXPECT_EQ(axis_over(Spread::log, 4.0, 16.0).in_words(), "4 to 16, by the logarithm");
    EXPECT_EQ(axis_over(Spread::normal, 0.0, 1.0, 0.4, 0.2).in_words(), "0 to 1, normal with mean 0.4 and SD 0.2");
    EXPECT_EQ(axis_over(Spread::lognormal, 1.0, 52.0, 8.0, 1.5).in_words(), "1 to 52, lognormal with median 8 and factor 1.5");
    EXPECT_EQ(axis_over(Spread::triangular, 0.0, 1.0, 0.3).in_words(), "0 to 1, triangular with mode 0.3");
    EXPECT_EQ(axis_over(Spread::beta, 0.0, 1.0, 2.0, 5.0).in_words(), "0 to 1, beta(2, 5)");
    EXPECT_EQ(axis_of(KeyType::number, {8.0, 0.5, 24.0}).in_words(), "8, 0.5 or 24");
    EXPECT_EQ(axis_of(KeyType::whole_number, {3.0}).in_words(), "3");
    EXPECT_EQ(axis_of(KeyType::flag, {0.0, 1.0}).in_words(), "false or true");
    EXPECT_EQ(axis_of(KeyType::word, {0.0, 2.0}).in_words(), "\"individual\" or \"national\"");
}

}  // namespace
}  // namespace bevlogen
