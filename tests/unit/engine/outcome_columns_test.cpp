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

}  // namespace
}  // namespace bevlogen::testing
