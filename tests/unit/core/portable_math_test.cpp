// Our own exp, log and tanh against the C library in double precision, over dense grids, within the documented bounds.
#include "sim/core/portable_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace bevlogen {
namespace {

TEST(PortableMath, LogIsWithinItsRelativeBoundForAllSizes) {
    double largest = 0.0;
    for (std::uint32_t bits = 0x00800000u; bits < 0x7f800000u; bits += 61) {
        const float x = std::bit_cast<float>(bits);
        if (x == 1.0f) continue;
        const double exact = std::log(static_cast<double>(x));
        largest = std::max(largest, std::abs((portable_log(x) - exact) / exact));
    }
    EXPECT_LT(largest, 1e-7);
}

TEST(PortableMath, LogIsWithinItsRelativeBoundNearOne) {
    EXPECT_EQ(portable_log(1.0f), 0.0f);
    double largest = 0.0;
    for (std::uint32_t bits = std::bit_cast<std::uint32_t>(0.99f); bits < std::bit_cast<std::uint32_t>(1.01f); ++bits) {
        const float x = std::bit_cast<float>(bits);
        if (x == 1.0f) continue;
        const double exact = std::log(static_cast<double>(x));
        largest = std::max(largest, std::abs((portable_log(x) - exact) / exact));
    }
    EXPECT_LT(largest, 1e-7);
}

TEST(PortableMath, ExpIsWithinItsRelativeBound) {
    double largest = 0.0;
    for (double at = -87.0; at <= 88.0; at += 3.1e-5) {
        const auto x = static_cast<float>(at);
        const double exact = std::exp(static_cast<double>(x));
        largest = std::max(largest, std::abs((portable_exp(x) - exact) / exact));
    }
    EXPECT_LT(largest, 1.3e-7);
}

TEST(PortableMath, ExpIsClampedAndKeepsWhatIsNotANumber) {
    EXPECT_EQ(portable_exp(0.0f), 1.0f);
    EXPECT_EQ(portable_exp(1000.0f), portable_exp(88.0f));
    EXPECT_EQ(portable_exp(-1000.0f), portable_exp(-87.0f));
    EXPECT_EQ(portable_exp(std::numeric_limits<float>::infinity()), portable_exp(88.0f));
    EXPECT_TRUE(std::isnan(portable_exp(std::numeric_limits<float>::quiet_NaN())));
}

TEST(PortableMath, TanhIsWithinItsAbsoluteBound) {
    double largest = 0.0;
    for (double at = -12.0; at <= 12.0; at += 7.3e-6) {
        const auto x = static_cast<float>(at);
        largest = std::max(largest, std::abs(portable_tanh(x) - std::tanh(static_cast<double>(x))));
    }
    EXPECT_LT(largest, 1.5e-7);
    EXPECT_EQ(portable_tanh(0.0f), 0.0f);
}

}  // namespace
}  // namespace bevlogen
