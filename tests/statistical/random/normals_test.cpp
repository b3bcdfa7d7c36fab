// The bulk normals have the moments and the distribution of the standard normal, and each check finds a planted defect.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/statistical/error_rate.hpp"
#include "tests/statistical/random/draws.hpp"

namespace bevlogen::statistical {
namespace {

double mean_power(const std::vector<float>& sample, int power) {
    double sum = 0.0;
    for (const float x : sample) {
        double product = 1.0;
        for (int i = 0; i < power; ++i) product *= static_cast<double>(x);
        sum += product;
    }
    return sum / static_cast<double>(sample.size());
}

// The mean of x^k over n normals has variance (E x^2k - (E x^k)^2) / n: 1, 2, 15 and 96 over n for the first four powers. The mean of
// x^4 is itself a little skewed (10.1 / sqrt(n)), which at this n and bound changes the rate of false alarms by a tenth.
bool power_agrees(const std::vector<float>& sample, int power) {
    constexpr double kExpected[] = {1.0, 0.0, 1.0, 0.0, 3.0};
    constexpr double kVariance[] = {0.0, 1.0, 2.0, 15.0, 96.0};
    return agrees(mean_power(sample, power), kExpected[power], std::sqrt(kVariance[power] / static_cast<double>(sample.size())));
}

bool distribution_agrees(const std::vector<float>& sample) {
    const auto cumulative = [](double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); };
    return kolmogorov_agrees(kolmogorov_distance(sample, cumulative), sample.size());
}

// Tails beyond 3 standard deviations, each side by itself.
bool tail_agrees(const std::vector<float>& sample, float sign) {
    const double expected = 0.5 * std::erfc(3.0 / std::numbers::sqrt2);
    double count = 0.0;
    for (const float x : sample) count += sign * x > 3.0f ? 1.0 : 0.0;
    const auto n = static_cast<double>(sample.size());
    return agrees(count / n, expected, std::sqrt(expected * (1.0 - expected) / n));
}

template <class Change>
std::vector<float> changed(std::vector<float> sample, const Change& change) {
    for (std::size_t i = 0; i < sample.size(); ++i) sample[i] = change(sample[i], i);
    return sample;
}

class BulkNormals : public testing::Test {
  protected:
    const std::vector<float> sample = normals_at({});
};

TEST_F(BulkNormals, HaveMeanZero) {
    EXPECT_TRUE(power_agrees(sample, 1));
    EXPECT_FALSE(power_agrees(changed(sample, [](float x, std::size_t) { return x + 0.005f; }), 1));
}

TEST_F(BulkNormals, HaveVarianceOne) {
    EXPECT_TRUE(power_agrees(sample, 2));
    EXPECT_FALSE(power_agrees(changed(sample, [](float x, std::size_t) { return x * std::sqrt(1.01f); }), 2));
}

TEST_F(BulkNormals, AreNotSkewed) {
    EXPECT_TRUE(power_agrees(sample, 3));
    EXPECT_FALSE(power_agrees(changed(sample, [](float x, std::size_t) { return x + 0.003f * (x * x - 1.0f); }), 3));
}

TEST_F(BulkNormals, HaveKurtosisThree) {
    EXPECT_TRUE(power_agrees(sample, 4));
    // Two groups of variance 0.865 and 1.135: together still of variance 1.
    const auto mixed = changed(sample, [](float x, std::size_t i) { return x * std::sqrt(i % 2 == 0 ? 0.865f : 1.135f); });
    EXPECT_TRUE(power_agrees(mixed, 2));
    EXPECT_FALSE(power_agrees(mixed, 4));
}

TEST_F(BulkNormals, AreNormal) {
    EXPECT_TRUE(distribution_agrees(sample));
    EXPECT_FALSE(distribution_agrees(changed(sample, [](float x, std::size_t) { return x + 0.005f; })));
    EXPECT_FALSE(distribution_agrees(changed(sample, [](float x, std::size_t) { return x * std::sqrt(1.02f); })));
}

TEST_F(BulkNormals, HaveTheTailsOfANormal) {
    EXPECT_TRUE(tail_agrees(sample, 1.0f));
    EXPECT_TRUE(tail_agrees(sample, -1.0f));
    const auto shortened = changed(sample, [](float x, std::size_t i) { return x > 3.0f && i % 8 == 0 ? 3.0f : x; });
    EXPECT_FALSE(tail_agrees(shortened, 1.0f));
}

TEST_F(BulkNormals, AreAsGoodInEachOfTheFourPlacesOfACall) {
    constexpr std::size_t kPersons = kDraws / 4;
    for (std::size_t place = 0; place < 4; ++place) {
        const auto from = sample.begin() + static_cast<std::ptrdiff_t>(place * kPersons);
        const std::vector<float> row(from, from + kPersons);
        for (int power = 1; power <= 4; ++power) EXPECT_TRUE(power_agrees(row, power)) << "place " << place << ", power " << power;
        EXPECT_TRUE(distribution_agrees(row)) << "place " << place;
        EXPECT_FALSE(power_agrees(changed(row, [](float x, std::size_t) { return x + 0.01f; }), 1));
    }
}

}  // namespace
}  // namespace bevlogen::statistical
