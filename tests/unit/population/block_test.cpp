// The columns of a block start on 64 bytes, are padded, and share no byte.
#include "sim/population/block.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/population/plans.hpp"

namespace bevlogen::testing {
namespace {

struct Range {
    std::uintptr_t begin;
    std::uintptr_t end;  // padding included
};

std::vector<Range> columns_of(Block& block, const Fields& fields) {
    const auto padded = [](std::size_t n) { return (n + kColumnPadding - 1) / kColumnPadding * kColumnPadding; };
    std::vector<Range> ranges;
    const auto add = [&](std::span<std::byte> bytes, std::size_t entries, FieldType type) {
        const auto begin = reinterpret_cast<std::uintptr_t>(bytes.data());
        ranges.push_back({begin, begin + padded(entries) * size_of(type)});
    };
    for (std::size_t f = 0; f < fields.person.size(); ++f) add(block.person_bytes(f), block.posts(), fields.person.decls()[f].type);
    for (std::size_t f = 0; f < fields.team.size(); ++f) add(block.team_bytes(f), block.teams(), fields.team.decls()[f].type);
    return ranges;
}

class BlockLayout : public ::testing::TestWithParam<std::vector<std::size_t>> {
  protected:
    const MixedFields fields{};
    const std::vector<TeamPlan> plans = plans_of(GetParam());
    Block block{fields, plans, 32, 1000};
};

TEST_P(BlockLayout, EveryColumnStartsOn64Bytes) {
    for (const Range& column : columns_of(block, fields)) EXPECT_EQ(column.begin % 64, 0u);
}

TEST_P(BlockLayout, NoTwoColumnsOverlapNotEvenInTheirPadding) {
    std::vector<Range> columns = columns_of(block, fields);
    std::sort(columns.begin(), columns.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < columns.size(); ++i) EXPECT_LE(columns[i - 1].end, columns[i].begin) << i;
}

TEST_P(BlockLayout, PostsArePaddedToAMultipleOfSixteen) {
    EXPECT_EQ(block.padded_posts() % kColumnPadding, 0u);
    EXPECT_GE(block.padded_posts(), block.posts());
    EXPECT_LT(block.padded_posts(), block.posts() + kColumnPadding);
}

TEST_P(BlockLayout, WhatIsWrittenToOneColumnIsSeenInNoOther) {
    for (std::size_t f = 0; f < fields.person.size(); ++f) std::ranges::fill(block.person_bytes(f), static_cast<std::byte>(f + 1));
    for (std::size_t f = 0; f < fields.team.size(); ++f) std::ranges::fill(block.team_bytes(f), static_cast<std::byte>(f + 101));
    const auto all_are = [](std::span<const std::byte> bytes, std::size_t value) {
        return std::ranges::all_of(bytes, [&](std::byte b) { return b == static_cast<std::byte>(value); });
    };
    for (std::size_t f = 0; f < fields.person.size(); ++f) EXPECT_TRUE(all_are(block.person_bytes(f), f + 1)) << f;
    for (std::size_t f = 0; f < fields.team.size(); ++f) EXPECT_TRUE(all_are(block.team_bytes(f), f + 101)) << f;
}

TEST_P(BlockLayout, StartsAsZeros) {
    for (std::size_t f = 0; f < fields.person.size(); ++f) {
        EXPECT_TRUE(std::ranges::all_of(block.person_bytes(f), [](std::byte b) { return b == std::byte{0}; })) << f;
    }
}

TEST_P(BlockLayout, TeamsAreContiguousRangesInTheOrderOfThePlans) {
    ASSERT_EQ(block.teams(), plans.size());
    ASSERT_EQ(block.team_begin().size(), plans.size() + 1);
    EXPECT_EQ(block.team_begin().front(), 0u);
    EXPECT_EQ(block.team_begin().back(), block.posts());
    for (std::size_t t = 0; t < plans.size(); ++t) {
        EXPECT_EQ(block.team_ids()[t], plans[t].id);
        EXPECT_EQ(block.team_sites()[t], plans[t].site);
        const std::size_t begin = block.team_begin()[t];
        ASSERT_EQ(block.team_begin()[t + 1] - begin, plans[t].posts.size());
        for (std::size_t p = 0; p < plans[t].posts.size(); ++p) EXPECT_EQ(block.post_kinds()[begin + p], plans[t].posts[p]);
    }
}

TEST_P(BlockLayout, CopiesAndMovesKeepTheColumns) {
    std::ranges::fill(block.person(fields.mood), 2.5f);
    const Block copy = block;
    std::ranges::fill(block.person(fields.mood), 3.5f);
    const Block moved = std::move(block);
    EXPECT_TRUE(std::ranges::all_of(copy.person(fields.mood), [](float x) { return x == 2.5f; }));
    EXPECT_TRUE(std::ranges::all_of(moved.person(fields.mood), [](float x) { return x == 3.5f; }));
}

INSTANTIATE_TEST_SUITE_P(Sizes, BlockLayout,
                         ::testing::Values(std::vector<std::size_t>{1}, std::vector<std::size_t>{15}, std::vector<std::size_t>{16},
                                           std::vector<std::size_t>{17}, std::vector<std::size_t>{3, 0, 5}, uneven_sizes(16),
                                           uneven_sizes(33)),
                         [](const auto& one) { return "Case" + std::to_string(one.index); });

TEST(Block, KnowsWhereItLiesInThePopulation) {
    const MixedFields fields;
    const Block block(fields, plans_of({2, 3}), 32, 1000);
    EXPECT_EQ(block.first_team(), 32u);
    EXPECT_EQ(block.first_post(), 1000u);
}

TEST(Block, PutsAnIdentityTogetherFromItsHalves) {
    const MixedFields fields;
    Block block(fields, plans_of({2, 3}), 0, 0);
    const PersonId person = PersonId::of(TeamId::of(9, 8), 7, 6);
    block.person(fields.engine.id_low)[3] = person.low();
    block.person(fields.engine.id_high)[3] = person.high();
    EXPECT_EQ(block.person_at(3, fields.engine), person);
}

}  // namespace
}  // namespace bevlogen::testing
