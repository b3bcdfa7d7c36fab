// The walk over flagged posts meets each of them once, in order, wherever it lies among its eight.
#include "sim/engine/flagged.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace bevlogen {
namespace {

std::vector<std::size_t> met(const std::vector<std::uint8_t>& flags) {
    std::vector<std::size_t> found;
    for_each_flagged(flags.data(), flags.size(), [&](std::size_t i) { found.push_back(i); });
    return found;
}

TEST(Flagged, MeetsOneWhereverItLies) {
    for (std::size_t i = 0; i < 3 * kFlagsAtOnce; ++i) {
        std::vector<std::uint8_t> flags(3 * kFlagsAtOnce, 0);
        flags[i] = 1;
        EXPECT_EQ(met(flags), std::vector<std::size_t>{i});
    }
}

TEST(Flagged, MeetsAllInAscendingOrder) {
    std::mt19937 random(20261129);
    for (const unsigned one_in : {1u, 2u, 5u, 40u}) {
        std::vector<std::uint8_t> flags(50 * kFlagsAtOnce);
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < flags.size(); ++i) {
            flags[i] = random() % one_in == 0 ? 1 : 0;
            if (flags[i] == 1) expected.push_back(i);
        }
        EXPECT_EQ(met(flags), expected) << "one in " << one_in;
    }
}

TEST(Flagged, MeetsNobodyWhereNobodyIs) {
    EXPECT_TRUE(met({}).empty());
    EXPECT_TRUE(met(std::vector<std::uint8_t>(kFlagsAtOnce, 0)).empty());
}

}  // namespace
}  // namespace bevlogen
