// Columns of outcomes: which are left when a model leaves some out.
#include "sim/engine/outcome_columns.hpp"

#include <gtest/gtest.h>

namespace bevlogen::testing {
namespace {

TEST(OutcomeColumns, KeepLeavesTheNamedOnesInTheirOrderWithSumsWorkedOut) {
    constexpr std::size_t kStride = 4;
    OutcomeColumns columns;
    columns.prepare(4, kStride);
    const float shown[kStride] = {1, 2, 3, 4};
    columns.show(0, shown);
    columns.none(1);
    std::fill_n(columns.fill(2), kStride, 10.0f);
    columns.weigh(3, 0.5f, {{{0, 2.0f}, {2, 1.0f}}});
    const std::size_t kept[] = {3, 0, 2};
    columns.keep(kept);
    ASSERT_EQ(columns.size(), 3u);
    EXPECT_TRUE(columns.weighted().empty());
    for (std::size_t i = 0; i < kStride; ++i) {
        EXPECT_EQ(columns[0][i], 0.5f + 2.0f * shown[i] + 10.0f);
        EXPECT_EQ(columns[1][i], shown[i]);
        EXPECT_EQ(columns[2][i], 10.0f);
    }
}

TEST(OutcomeColumns, FlagsAreValuesOnceTheyAreWorkedOutAndStayThemselvesWhereOthersAreLeftOut) {
    constexpr std::size_t kStride = 70;
    OutcomeColumns columns;
    columns.prepare(3, kStride);
    std::fill_n(columns.fill(0), kStride, 4.0f);
    std::uint8_t* flags = columns.flag(2, 13.0f);
    for (std::size_t i = 0; i < kStride; ++i) flags[i] = i % 3 == 0 ? 1 : 0;
    columns.none(1);
    EXPECT_EQ(columns[2], nullptr);
    EXPECT_EQ(columns.flags(0).flag, nullptr);
    const std::size_t kept[] = {2, 0};
    columns.keep(kept);
    ASSERT_EQ(columns.flags(0).flag, flags);
    EXPECT_EQ(columns.flags(0).value, 13.0f);
    columns.work_out(kStride);
    for (std::size_t i = 0; i < kStride; ++i) {
        EXPECT_EQ(columns[0][i], i % 3 == 0 ? 13.0f : 0.0f);
        EXPECT_EQ(columns[1][i], 4.0f);
    }
}

TEST(OutcomeColumns, AreWhatTheyWereSaidToBeLast) {
    constexpr std::size_t kStride = 16;
    OutcomeColumns columns;
    columns.prepare(2, kStride);
    std::fill_n(columns.fill(0), kStride, 2.0f);
    std::fill_n(columns.flag(0), kStride, std::uint8_t{1});
    std::fill_n(columns.flag(1), kStride, std::uint8_t{1});
    columns.none(1);
    EXPECT_EQ(columns[0], nullptr);
    EXPECT_TRUE(columns.is_none(1));
    EXPECT_EQ(columns.flags(1).flag, nullptr);
    columns.work_out(kStride);
    EXPECT_EQ(columns[0][0], 1.0f);
}

TEST(OutcomeColumns, ASumOfFlagsIsRefused) {
    OutcomeColumns columns;
    columns.prepare(2, 16);
    std::fill_n(columns.flag(0), 16, std::uint8_t{1});
    columns.weigh(1, 0.0f, {{{0, 1.0f}}});
    EXPECT_THROW(columns.work_out(16), ContractViolation);
}

}  // namespace
}  // namespace bevlogen::testing
