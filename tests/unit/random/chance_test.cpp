// A draw is a function of seed, replicate, person, week, purpose and number, and of each of them.
#include "sim/random/chance.hpp"

#include <gtest/gtest.h>

#include <set>

namespace bevlogen {
namespace {

constexpr Purpose kPurpose{0x0123};

TEST(Chance, GivesOtherWordsForEveryOtherCoordinate) {
    std::set<PhiloxWords> seen;
    std::size_t drawn = 0;
    for (std::uint32_t seed : {0u, 1u, 0xffffffffu}) {
        for (std::uint32_t replicate : {0u, 1u, 2u}) {
            for (std::uint64_t who : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32, ~std::uint64_t{0}}) {
                for (std::int32_t week : {0, 1, 519}) {
                    for (std::uint16_t purpose : {0x0001, 0x0100, 0x8000, 0xffff}) {
                        for (std::uint32_t draw : {0u, 1u, 0xffffu}) {
                            seen.insert(Chance{seed, replicate}.words(who, {week}, Purpose{purpose}, draw));
                            ++drawn;
                        }
                    }
                }
            }
        }
    }
    EXPECT_EQ(seen.size(), drawn);
}

TEST(Chance, DoesNotMixPurposeAndDraw) {
    const Chance chance{1, 2};
    EXPECT_NE(chance.words(7, {3}, Purpose{0x0100}, 1), chance.words(7, {3}, Purpose{0x0101}, 0));
    EXPECT_EQ(Chance::counter(7, {3}, Purpose{0x0100}, 0x1ffff), Chance::counter(7, {3}, Purpose{0x0100}, 0xffff));
}

TEST(Chance, OfTheWorldIsThatOfNoReplicate) {
    const Chance world = Chance{5, 17}.world();
    EXPECT_EQ(world.words(1, {0}, kPurpose), (Chance{5, 99}.world().words(1, {0}, kPurpose)));
    EXPECT_NE(world.words(1, {0}, kPurpose), (Chance{5, 17}.words(1, {0}, kPurpose)));
}

TEST(Chance, GivesUniformsOf24BitsBelowOne) {
    const Chance chance{1, 1};
    for (std::uint64_t who = 0; who < 100'000; ++who) {
        const float u = chance.uniform(who, {5}, kPurpose);
        ASSERT_GE(u, 0.0f);
        ASSERT_LT(u, 1.0f);
        ASSERT_EQ(u, static_cast<float>(chance.words(who, {5}, kPurpose)[0] >> 8) * 0x1p-24f);
    }
}

TEST(Chance, KeepsTheDrawsOfInterventionsApartFromThoseOfModels) {
    for (const char* name : {"coaching", "rosters", "", "a much longer name of an intervention"}) {
        EXPECT_GE(static_cast<unsigned>(purpose_of_intervention(name)), 0x8000u);
    }
    EXPECT_NE(purpose_of_intervention("coaching"), purpose_of_intervention("rosters"));
}

}  // namespace
}  // namespace bevlogen
