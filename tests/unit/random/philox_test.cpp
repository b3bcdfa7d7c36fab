// Philox4x32-10 against its published known answers, so that a seed means the same everywhere and for ever.
#include "sim/random/philox.hpp"

#include <gtest/gtest.h>

namespace bevlogen {
namespace {

struct KnownAnswer {
    PhiloxCounter counter;
    PhiloxKey key;
    PhiloxWords words;
};

// Source: Random123 (Salmon et al., 2011), kat_vectors, philox4x32 with 10 rounds.
constexpr KnownAnswer kKnownAnswers[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}, {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

TEST(Philox, GivesThePublishedAnswers) {
    for (const KnownAnswer& known : kKnownAnswers) EXPECT_EQ(philox(known.counter, known.key), known.words);
}

TEST(Philox, GivesThePublishedAnswersAtCompileTime) {
    static_assert(philox(kKnownAnswers[0].counter, kKnownAnswers[0].key) == kKnownAnswers[0].words);
    static_assert(philox(kKnownAnswers[1].counter, kKnownAnswers[1].key) == kKnownAnswers[1].words);
    static_assert(philox(kKnownAnswers[2].counter, kKnownAnswers[2].key) == kKnownAnswers[2].words);
}

}  // namespace
}  // namespace bevlogen
