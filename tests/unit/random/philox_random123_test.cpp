// Philox4x32-10 against the Random123 library itself; the only file that includes it.
#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <random>

#include "sim/random/philox.hpp"

namespace bevlogen {
namespace {

TEST(Philox, EqualsRandom123OnManyCountersAndKeys) {
    std::mt19937 words(20261122);
    for (int i = 0; i < 200'000; ++i) {
        const auto next = [&] { return static_cast<std::uint32_t>(words()); };
        const PhiloxCounter counter = {next(), next(), next(), next()};
        const PhiloxKey key = {next(), next()};
        const auto expected = r123::Philox4x32()({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
        const PhiloxWords actual = philox(counter, key);
        for (std::size_t w = 0; w < 4; ++w) ASSERT_EQ(actual[w], expected[w]) << "counter number " << i;
    }
}

}  // namespace
}  // namespace bevlogen
