// What the distributions promise of a single draw: rounding, whole numbers and the same numbers on a repeat.
#include "sim/random/distributions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace bevlogen {
namespace {

Stream stream_of(std::uint64_t who) { return {Chance{7, 1}, who, {0}, Purpose{0x0123}}; }

const std::function<double(Stream&)> kRoundedDraws[] = {
    [](Stream& s) { return draw_normal(s, 40.0, 9.0); },
    [](Stream& s) { return draw_lognormal(s, 1.0, 0.5); },
    [](Stream& s) { return draw_beta(s, 2.0, 5.0); },
    [](Stream& s) { return draw_exponential(s, 26.0); },
};

TEST(Distributions, RoundToTwelveBitsAfterThePoint) {
    for (const auto& draw : kRoundedDraws) {
        for (std::uint64_t who = 0; who < 10'000; ++who) {
            Stream stream = stream_of(who);
            const double steps = draw(stream) * 0x1p12;
            ASSERT_EQ(steps, std::floor(steps));
        }
    }
}

TEST(Distributions, GiveTheSameNumbersOnARepeat) {
    for (const auto& draw : kRoundedDraws) {
        Stream first = stream_of(1);
        Stream second = stream_of(1);
        for (int i = 0; i < 1000; ++i) ASSERT_EQ(draw(first), draw(second));
    }
}

TEST(Distributions, RoundAtRandomToANeighbour) {
    Stream stream = stream_of(2);
    for (int i = 0; i < 1000; ++i) {
        EXPECT_EQ(round_at_random(stream, 3.0), 3);
        const int rounded = round_at_random(stream, -1.5);
        EXPECT_TRUE(rounded == -2 || rounded == -1);
    }
}

TEST(Distributions, DrawUniformsBelowOne) {
    Stream stream = stream_of(3);
    for (int i = 0; i < 100'000; ++i) {
        const double u = draw_uniform(stream);
        ASSERT_GE(u, 0.0);
        ASSERT_LT(u, 1.0);
    }
}

}  // namespace
}  // namespace bevlogen
