// A stream is the words of one (who, week, purpose) in order, for standard and Boost distributions.
#include "sim/random/stream.hpp"

#include <gtest/gtest.h>

#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <random>
#include <vector>

namespace bevlogen {
namespace {

static_assert(std::uniform_random_bit_generator<Stream>);

constexpr Chance kChance{42, 3};
constexpr std::uint64_t kWho = 0x0000'1003'0020'0001u;
constexpr Week kWeek{77};
constexpr Purpose kPurpose{0x0123};

Stream new_stream() { return {kChance, kWho, kWeek, kPurpose}; }

TEST(Stream, GivesTheWordsOfItsCallsInOrder) {
    Stream stream = new_stream();
    for (std::uint32_t draw = 0; draw < 100; ++draw) {
        for (const std::uint32_t word : kChance.words(kWho, kWeek, kPurpose, draw)) ASSERT_EQ(stream(), word);
    }
}

template <class Distribution>
std::vector<double> drawn_from(Stream stream, Distribution distribution) {
    std::vector<double> numbers(1000);
    for (double& number : numbers) number = static_cast<double>(distribution(stream));
    return numbers;
}

TEST(Stream, GivesBoostDistributionsTheSameNumbersOnARepeat) {
    EXPECT_EQ(drawn_from(new_stream(), boost::random::normal_distribution<double>()),
              drawn_from(new_stream(), boost::random::normal_distribution<double>()));
    EXPECT_EQ(drawn_from(new_stream(), boost::random::gamma_distribution<double>(0.7)),
              drawn_from(new_stream(), boost::random::gamma_distribution<double>(0.7)));
    EXPECT_EQ(drawn_from(new_stream(), boost::random::poisson_distribution<int>(30.0)),
              drawn_from(new_stream(), boost::random::poisson_distribution<int>(30.0)));
}

TEST(Stream, IsNotDisturbedByOtherStreams) {
    Stream alone = new_stream();
    Stream interrupted = new_stream();
    Stream other(kChance, kWho + 1, kWeek, kPurpose);
    for (int i = 0; i < 1000; ++i) {
        if (i % 3 == 0) other();
        ASSERT_EQ(alone(), interrupted());
    }
}

TEST(Stream, OfAnotherPersonWeekPurposeOrReplicateIsAnother) {
    const std::uint32_t first = new_stream()();
    EXPECT_NE(Stream(kChance, kWho + 1, kWeek, kPurpose)(), first);
    EXPECT_NE(Stream(kChance, kWho, {kWeek.value + 1}, kPurpose)(), first);
    EXPECT_NE(Stream(kChance, kWho, kWeek, Purpose{0x0124})(), first);
    EXPECT_NE(Stream({kChance.seed, kChance.replicate + 1}, kWho, kWeek, kPurpose)(), first);
}

TEST(Stream, RefusesToRepeatItselfAfter65536Calls) {
    Stream stream = new_stream();
    for (int word = 0; word < 4 * 0x10000; ++word) stream();
    EXPECT_THROW(stream(), ContractViolation);
}

}  // namespace
}  // namespace bevlogen
