// A team's sum is exact on whole numbers, follows its written order of additions, and moves with the team.
#include "sim/engine/lane_sum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace bevlogen {
namespace {

// The definition, written as slowly as possible: element i of the team belongs to lane i mod 8.
double sum_by_definition(const std::vector<float>& x, const std::vector<float>& weight) {
    double lane[8] = {};
    for (std::size_t i = 0; i < x.size(); ++i) lane[i % 8] += static_cast<double>(x[i]) * static_cast<double>(weight[i]);
    return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

struct Team {
    std::vector<float> x;
    std::vector<float> weight;
};

// Numbers of very different sizes, so that another order of additions gives other bits.
Team rough_team(std::size_t size) {
    std::mt19937 random(static_cast<unsigned>(size) + 1);
    Team team;
    for (std::size_t i = 0; i < size; ++i) {
        const auto draw = [&] { return static_cast<float>(static_cast<int>(random() % 20001) - 10000) / 7.0f; };
        team.x.push_back(std::ldexp(draw(), static_cast<int>(random() % 60) - 30));
        team.weight.push_back(draw());
    }
    return team;
}

// Columns have room for a whole group of eight beyond a team's last post; what stands there does not count.
constexpr std::size_t kRoom = kSumLanes - 1;
std::vector<float> with_room(std::vector<float> column, float beyond = std::numeric_limits<float>::quiet_NaN()) {
    column.insert(column.end(), kRoom, beyond);
    return column;
}

double sum_of(const Team& team) { return lane_sum(with_room(team.x).data(), with_room(team.weight).data(), 0, team.x.size()); }

TEST(LaneSum, IsExactOnWholeNumbers) {
    for (std::size_t size = 0; size < 200; ++size) {
        Team team;
        std::int64_t expected = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto x = static_cast<int>(i * 7919 % 4001) - 2000;
            const auto weight = static_cast<int>(i * 104729 % 1001);
            team.x.push_back(static_cast<float>(x));
            team.weight.push_back(static_cast<float>(weight));
            expected += std::int64_t{x} * weight;
        }
        EXPECT_EQ(sum_of(team), static_cast<double>(expected)) << size;
    }
}

TEST(LaneSum, HasTheBitsOfItsDefinition) {
    for (std::size_t size = 0; size < 200; ++size) {
        const Team team = rough_team(size);
        EXPECT_EQ(sum_of(team), sum_by_definition(team.x, team.weight)) << size;
    }
}

TEST(LaneSum, HasTheSameBitsWhereverTheTeamLiesInItsBlock) {
    for (const std::size_t size : {1u, 7u, 8u, 9u, 23u, 64u, 101u}) {
        const Team team = rough_team(size);
        for (std::size_t start = 0; start < 33; ++start) {
            Team block = rough_team(start);  // neighbours before and after
            block.x.insert(block.x.end(), team.x.begin(), team.x.end());
            block.weight.insert(block.weight.end(), team.weight.begin(), team.weight.end());
            block.x.insert(block.x.end(), 9, 1e30f);
            block.weight.insert(block.weight.end(), 9, 1e30f);
            EXPECT_EQ(lane_sum(block.x.data(), block.weight.data(), start, start + size), sum_of(team)) << size << " from " << start;
        }
    }
}

TEST(LaneSum, OverThoseWhoArePresentHasTheBitsOfASumWithTheirWeights) {
    for (std::size_t size = 0; size < 50; ++size) {
        for (std::size_t start = 0; start < 20; ++start) {
            for (const std::size_t after : {0u, 3u, 20u}) {  // posts of the next team: none, a few, many
                Team block = rough_team(start + size);
                Team other = rough_team(start + size + 1000);
                other.x.resize(start + size);
                for (float& weight : block.weight) weight = weight > 0.0f ? 1.0f : 0.0f;
                const auto count = std::count(block.weight.begin() + static_cast<std::ptrdiff_t>(start), block.weight.end(), 1.0f);
                for (std::vector<float>* column : {&block.x, &other.x}) column->insert(column->end(), after, 1e30f);
                block.weight.insert(block.weight.end(), after, 1.0f);
                block = {with_room(block.x), with_room(block.weight, 1.0f)};
                other.x = with_room(other.x);
                const std::size_t end = start + size;
                const auto [present, sums] = lane_sums_of_present<2>({block.x.data(), other.x.data()}, block.weight.data(), start, end);
                EXPECT_EQ(present, static_cast<float>(count)) << size << " from " << start;
                EXPECT_EQ(sums[0], lane_sum(block.x.data(), block.weight.data(), start, end)) << size << " from " << start;
                EXPECT_EQ(sums[1], lane_sum(other.x.data(), block.weight.data(), start, end)) << size << " from " << start;
            }
        }
    }
}

TEST(LaneSum, OfEverybodyHasTheBitsOfASumWithWeightsOfOne) {
    for (std::size_t size = 0; size < 50; ++size) {
        for (std::size_t start = 0; start < 20; ++start) {
            Team block = rough_team(start + size), other = rough_team(start + size + 1000);
            other.x.resize(start + size);
            const std::vector<float> ones = with_room(std::vector<float>(start + size, 1.0f));
            block.x = with_room(block.x);
            other.x = with_room(other.x);
            const auto sums = lane_sums<2>({block.x.data(), other.x.data()}, start, start + size);
            EXPECT_EQ(sums[0], lane_sum(block.x.data(), ones.data(), start, start + size)) << size << " from " << start;
            EXPECT_EQ(sums[1], lane_sum(other.x.data(), ones.data(), start, start + size)) << size << " from " << start;
        }
    }
}

TEST(LaneSum, OfNobodyIsZero) { EXPECT_EQ(lane_sum(nullptr, nullptr, 5, 5), 0.0); }

TEST(LaneSum, ThatAddsFromLeftToRightWouldBeFound) {
    const Team team = rough_team(100);
    double left_to_right = 0.0;
    for (std::size_t i = 0; i < team.x.size(); ++i) left_to_right += static_cast<double>(team.x[i]) * static_cast<double>(team.weight[i]);
    EXPECT_NE(left_to_right, sum_of(team));
}

}  // namespace
}  // namespace bevlogen
