// Draws of neighbouring coordinates (weeks, persons, draws, purposes, replicates, seeds) know nothing of each other.
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "tests/statistical/error_rate.hpp"
#include "tests/statistical/random/draws.hpp"

namespace bevlogen::statistical {
namespace {

// The mean product of two independent normals has variance 1/n; so has that of (x^2 - 1)(y^2 - 1)/2, which finds common sizes.
bool uncorrelated(const std::vector<float>& x, const std::vector<float>& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += static_cast<double>(x[i]) * y[i];
    const auto n = static_cast<double>(x.size());
    return agrees(sum / n, 0.0, 1.0 / std::sqrt(n));
}

bool uncorrelated_in_size(const std::vector<float>& x, const std::vector<float>& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (static_cast<double>(x[i]) * x[i] - 1.0) * (static_cast<double>(y[i]) * y[i] - 1.0);
    const auto n = static_cast<double>(x.size());
    return agrees(sum / (2.0 * n), 0.0, 1.0 / std::sqrt(n));
}

bool uniforms_uncorrelated(const std::vector<float>& x, const std::vector<float>& y) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - 0.5) * (y[i] - 0.5);
    const auto n = static_cast<double>(x.size());
    return agrees(12.0 * sum / n, 0.0, 1.0 / std::sqrt(n));
}

// A planted defect: one draw in a hundred used again.
std::vector<float> reused(std::vector<float> y, const std::vector<float>& x) {
    for (std::size_t i = 0; i < y.size(); i += 100) y[i] = x[i];
    return y;
}

struct Neighbour {
    const char* name;
    Coordinates at;
    friend void PrintTo(const Neighbour& neighbour, std::ostream* out) { *out << neighbour.name; }
};

Neighbour neighbour(const char* name, void (*move)(Coordinates&)) {
    Coordinates at;
    move(at);
    return {name, at};
}

class NeighbouringDraws : public testing::TestWithParam<Neighbour> {};

TEST_P(NeighbouringDraws, AreUncorrelatedNormals) {
    const std::vector<float> here = normals_at({});
    const std::vector<float> there = normals_at(GetParam().at);
    EXPECT_TRUE(uncorrelated(here, there));
    EXPECT_TRUE(uncorrelated_in_size(here, there));
    EXPECT_FALSE(uncorrelated(here, reused(there, here)));
    EXPECT_FALSE(uncorrelated_in_size(here, reused(there, here)));
}

TEST_P(NeighbouringDraws, AreUncorrelatedUniforms) {
    const std::vector<float> here = uniforms_at({});
    const std::vector<float> there = uniforms_at(GetParam().at);
    EXPECT_TRUE(uniforms_uncorrelated(here, there));
    EXPECT_FALSE(uniforms_uncorrelated(here, reused(there, here)));
}

INSTANTIATE_TEST_SUITE_P(
    Of, NeighbouringDraws,
    testing::Values(neighbour("NextWeek", [](Coordinates& c) { ++c.week; }), neighbour("NextPerson", [](Coordinates& c) { ++c.who; }),
                    neighbour("SeventeenthPerson", [](Coordinates& c) { c.who += 17; }),
                    neighbour("NextDraw", [](Coordinates& c) { ++c.draw; }), neighbour("NextPurpose", [](Coordinates& c) { ++c.purpose; }),
                    neighbour("NextReplicate", [](Coordinates& c) { ++c.replicate; }),
                    neighbour("NextSeed", [](Coordinates& c) { ++c.seed; }), neighbour("YearLater", [](Coordinates& c) { c.week += 52; })),
    [](const auto& tested) { return tested.param.name; });

// The two normals of a pair, and the two pairs of a call.
TEST(NumbersOfOneCall, AreUncorrelated) {
    const std::vector<float> sample = normals_at({});
    constexpr std::ptrdiff_t kPersons = kDraws / 4;
    const auto row = [&](std::ptrdiff_t j) {
        return std::vector<float>(sample.begin() + j * kPersons, sample.begin() + (j + 1) * kPersons);
    };
    for (std::ptrdiff_t i = 0; i < 4; ++i) {
        for (std::ptrdiff_t j = i + 1; j < 4; ++j) {
            EXPECT_TRUE(uncorrelated(row(i), row(j))) << i << " and " << j;
            EXPECT_TRUE(uncorrelated_in_size(row(i), row(j))) << i << " and " << j;
            EXPECT_FALSE(uncorrelated(row(i), reused(row(j), row(i)))) << i << " and " << j;
        }
    }
}

}  // namespace
}  // namespace bevlogen::statistical
