// Names hash to the published values of FNV-1a: results files and draws of interventions depend on it for ever.
#include "sim/core/name_hash.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

// From the test vectors of Fowler, Noll and Vo (draft-eastlake-fnv, appendix C).
TEST(NameHash, GivesThePublishedAnswers) {
    EXPECT_EQ(name_hash(""), 0xcbf29ce484222325u);
    EXPECT_EQ(name_hash("a"), 0xaf63dc4c8601ec8cu);
    EXPECT_EQ(name_hash("b"), 0xaf63df4c8601f1a5u);
    EXPECT_EQ(name_hash("foobar"), 0x85944171f73967e8u);
}

TEST(NameHash, LettersBeyondAsciiCountAsUnsignedBytes) {
    constexpr std::uint64_t kStep = 0x100000001b3u;
    EXPECT_EQ(name_hash("\xff"), (0xcbf29ce484222325u ^ 0xffu) * kStep);
}

TEST(NameHash, DependsOnTheOrderOfLetters) { EXPECT_NE(name_hash("ab"), name_hash("ba")); }

static_assert(name_hash("a") == 0xaf63dc4c8601ec8cu, "known at compile time");

}  // namespace
}  // namespace bevlogen
