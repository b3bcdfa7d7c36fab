// Flags are those of the condition, in whole groups and nowhere beyond them.
#include "sim/core/flag_where.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace bevlogen::testing {
namespace {

TEST(FlagWhere, FlagsThoseForWhomItHolds) {
    constexpr std::size_t kPosts = 37, kPadded = 48;
    std::vector<float> value(kPadded);
    for (std::size_t i = 0; i < kPadded; ++i) value[i] = static_cast<float>(i * 11 % 17);
    std::vector<std::uint8_t> flags(kPadded + 1, 7);
    flag_where(flags.data(), kPosts, [&](std::size_t i) { return value[i] > 8.0f; });
    for (std::size_t i = 0; i < kPadded; ++i) EXPECT_EQ(flags[i], i * 11 % 17 > 8 ? 1 : 0) << i;
    EXPECT_EQ(flags[kPadded], 7);
}

TEST(Narrow, KeepsOrderAndEveryByte) {
    std::int32_t from[kFlagsAtOnce];
    std::uint8_t to[kFlagsAtOnce];
    for (std::size_t i = 0; i < kFlagsAtOnce; ++i) from[i] = static_cast<std::int32_t>(255 - i * 17);
    narrow(from, to);
    for (std::size_t i = 0; i < kFlagsAtOnce; ++i) EXPECT_EQ(to[i], from[i]) << i;
}

}  // namespace
}  // namespace bevlogen::testing
