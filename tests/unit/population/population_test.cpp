// A population is cut into blocks of whole cells, in order, without gaps, whatever the size of a block.
#include "sim/population/population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "sim/core/huge_pages.hpp"
#include "tests/unit/population/plans.hpp"

namespace bevlogen::testing {
namespace {

const MixedFields kFields;

class PopulationCut : public ::testing::TestWithParam<std::size_t> {};

TEST_P(PopulationCut, BlocksAreWholeCellsInOrderWithoutGaps) {
    for (const std::size_t teams : {1u, 15u, 16u, 17u, 32u, 100u, 333u}) {
        const std::vector<std::size_t> sizes = uneven_sizes(teams);
        const std::vector<TeamPlan> plans = plans_of(sizes);
        const Population population(kFields, plans, GetParam());
        std::size_t team = 0;
        std::size_t post = 0;
        for (const Block& block : population.blocks()) {
            EXPECT_EQ(block.first_team(), team);
            EXPECT_EQ(block.first_post(), post);
            EXPECT_EQ(block.first_team() % kTeamsPerCell, 0u);
            for (std::size_t t = 0; t < block.teams(); ++t) EXPECT_EQ(block.team_ids()[t], plans[team + t].id);
            team += block.teams();
            post += block.posts();
            EXPECT_TRUE(team == teams || block.teams() % kTeamsPerCell == 0);
        }
        EXPECT_EQ(team, teams);
        EXPECT_EQ(post, std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}));
        EXPECT_EQ(population.teams(), team);
        EXPECT_EQ(population.posts(), post);
        EXPECT_EQ(population.cells(), (teams + kTeamsPerCell - 1) / kTeamsPerCell);
    }
}

TEST_P(PopulationCut, EveryBlockButTheLastReachesItsSizeWithNoCellTooMany) {
    const Population population(kFields, plans_of(uneven_sizes(333)), GetParam());
    for (std::size_t b = 0; b + 1 < population.blocks().size(); ++b) {
        const Block& block = population.blocks()[b];
        EXPECT_GE(block.posts(), GetParam());
        const std::size_t without_last_cell = block.team_begin()[block.teams() - kTeamsPerCell];
        EXPECT_TRUE(block.teams() == kTeamsPerCell || without_last_cell < GetParam());
    }
}

INSTANTIATE_TEST_SUITE_P(BlockPosts, PopulationCut, ::testing::Values(0, 1, 63, 112, 113, 500, kDefaultBlockPosts, 1'000'000));

TEST(Population, SmallBlocksAreOneCellEachAndALargeOneHoldsEverybody) {
    EXPECT_EQ(Population(kFields, plans_of(uneven_sizes(100)), 1).blocks().size(), 4u);  // of 32 teams, the last of 4
    EXPECT_EQ(Population(kFields, plans_of(uneven_sizes(100)), 1'000'000).blocks().size(), 1u);
}

TEST(Population, ThatIsLargeBeginsWithZerosAndMayBeMoved) {
    Population population(kFields, plans_of(std::vector<std::size_t>(6000, 50)));  // several megabytes, in large pages
    std::size_t bytes = 0;
    for (const Block& block : population.blocks()) {
        bytes += block.memory().size();
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block.memory().data()) % kLineBytes, 0u);
        EXPECT_TRUE(std::ranges::all_of(block.memory(), [](std::byte byte) { return byte == std::byte{}; }));
    }
    EXPECT_GT(bytes, kHugePageBytes);
    for (Block& block : population.blocks()) std::ranges::fill(block.person_bytes(0), std::byte{1});
    const Population moved = std::move(population);
    for (const Block& block : moved.blocks()) {
        EXPECT_TRUE(std::ranges::all_of(block.person_bytes(0), [](std::byte byte) { return byte == std::byte{1}; }));
    }
}

TEST(Population, MayBeEmpty) {
    const Population nobody(kFields, {}, 100);
    EXPECT_EQ(nobody.blocks().size(), 0u);
    EXPECT_EQ(nobody.posts(), 0u);
    EXPECT_EQ(nobody.cells(), 0u);
}

TEST(Population, RefusesTeamsOutOfOrder) {
    std::vector<TeamPlan> plans = plans_of({2, 2, 2});
    std::swap(plans[0], plans[2]);
    EXPECT_THROW(Population(kFields, plans, 100), ContractViolation);
}

}  // namespace
}  // namespace bevlogen::testing
