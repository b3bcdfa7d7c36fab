// The scalar Box-Muller against the exact transform in double precision.
#include "sim/random/box_muller.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace bevlogen {
namespace {

std::array<double, 2> exact_box_muller(std::uint32_t radius_word, std::uint32_t angle_word) {
    const double radius = std::sqrt(-2.0 * std::log((radius_word + 1.0) * 0x1p-32));
    const double angle = 2.0 * std::numbers::pi * angle_word * 0x1p-32;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

TEST(BoxMuller, IsWithinItsBoundOfTheExactTransform) {
    double largest_error = 0.0;
    for (std::uint64_t radius_word = 0; radius_word < 0xff000000u; radius_word += 0x01234567u) {
        for (std::uint64_t angle_word = 0; angle_word <= 0xffffffffu; angle_word += 0x00034567u) {
            const auto r = static_cast<std::uint32_t>(radius_word);
            const auto a = static_cast<std::uint32_t>(angle_word);
            const auto exact = exact_box_muller(r, a);
            const auto actual = box_muller(r, a);
            for (std::size_t i = 0; i < 2; ++i) largest_error = std::max(largest_error, std::abs(actual[i] - exact[i]));
        }
    }
    EXPECT_LT(largest_error, 1.2e-6);
}

TEST(BoxMuller, KeepsItsLengthNearTheOrigin) {
    // Near u = 1 a float has steps of 2^-24, so that squared lengths have steps of 2^-23.
    for (std::uint64_t word = 0xff000000u; word <= 0xffffffffu; word += 997) {
        const auto r = static_cast<std::uint32_t>(word);
        const double exact = exact_box_muller(r, 0)[0];
        const double actual = box_muller(r, 0)[0];
        ASSERT_NEAR(actual * actual, exact * exact, 0x1.1p-24);
    }
}

TEST(BoxMuller, ReachesButDoesNotPassItsBounds) {
    EXPECT_NEAR(box_muller(0, 0)[0], std::sqrt(64.0 * std::numbers::ln2), 1e-6);
    EXPECT_EQ(box_muller(0, 0)[1], 0.0f);
    for (std::uint64_t angle = 0; angle <= 0xffffffffu; angle += 9973) {
        for (const float normal : box_muller(0, static_cast<std::uint32_t>(angle))) ASSERT_LE(std::abs(normal), 6.66044f);
    }
    for (const float normal : box_muller(0xffffffffu, 0x12345678u)) EXPECT_EQ(std::abs(normal), 0.0f);
}

TEST(BoxMuller, TurnsByAQuarterExactly) {
    for (std::uint32_t angle = 0; angle < 0x40000000u; angle += 99991) {
        const auto [x, y] = box_muller(12345678u, angle);
        const auto [x1, y1] = box_muller(12345678u, angle + 0x40000000u);
        const auto [x2, y2] = box_muller(12345678u, angle + 0x80000000u);
        ASSERT_EQ(x1, -y);
        ASSERT_EQ(y1, x);
        ASSERT_EQ(x2, -x);
        ASSERT_EQ(y2, -y);
    }
}

TEST(BoxMuller, TakesItsRadiusFromAUniformInHalfOpenUnitInterval) {
    EXPECT_EQ(radius_uniform(0), 0x1p-32f);
    EXPECT_EQ(radius_uniform(0xffffffffu), 1.0f);
    for (std::uint64_t word = 0; word <= 0xffffffffu; word += 1009) {
        ASSERT_EQ(radius_uniform(static_cast<std::uint32_t>(word)), static_cast<float>((static_cast<double>(word) + 1.0) * 0x1p-32));
    }
}

}  // namespace
}  // namespace bevlogen
