// The checksum of journals is that of the standard, whichever way it is worked out.
#include "sim/record/crc32c.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace bevlogen {
namespace {

TEST(Crc32c, IsThatOfTheStandard) {
    constexpr std::string_view kDigits = "123456789";
    EXPECT_EQ(crc32c(std::as_bytes(std::span(kDigits))), 0xE3069283u);
    EXPECT_EQ(crc32c({}), 0u);
}

TEST(Crc32c, IsTheSameByInstructionAndByTable) {
    std::vector<std::byte> bytes;
    for (unsigned i = 0; i < 100; ++i) {
        EXPECT_EQ(crc32c(bytes), crc32c_by_table(bytes)) << i;
        const auto without_first = std::span(bytes).last(i == 0 ? 0 : i - 1);  // at another alignment
        EXPECT_EQ(crc32c(without_first), crc32c_by_table(without_first)) << i;
        bytes.push_back(static_cast<std::byte>(i * 37 + 11));
    }
}

}  // namespace
}  // namespace bevlogen
