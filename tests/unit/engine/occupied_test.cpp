// Runs of occupied groups hold everybody, hold no group without anybody, and are no longer than asked.
#include "sim/engine/occupied.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace bevlogen {
namespace {

std::vector<OccupiedRun> runs_of(const std::vector<std::uint8_t>& filled, std::size_t most) {
    std::vector<OccupiedRun> runs;
    for (auto run = next_occupied(filled.data(), filled.size(), 0, most); run.count > 0;
         run = next_occupied(filled.data(), filled.size(), run.at + run.count, most)) {
        runs.push_back(run);
    }
    return runs;
}

TEST(Occupied, ThereIsNoRunWhereNobodyIs) {
    EXPECT_TRUE(runs_of({}, kColumnPadding).empty());
    EXPECT_TRUE(runs_of(std::vector<std::uint8_t>(5 * kColumnPadding, 0), kColumnPadding).empty());
}

TEST(Occupied, RunsAreTheOccupiedGroupsInOrder) {
    std::mt19937 random(20261129);
    for (const unsigned one_in : {1u, 4u, 20u, 100u}) {
        for (const std::size_t most : {kColumnPadding, 3 * kColumnPadding, 8 * kColumnPadding}) {
            std::vector<std::uint8_t> filled(40 * kColumnPadding);
            for (std::uint8_t& post : filled) post = random() % one_in == 0 ? 1 : 0;
            std::vector<std::uint8_t> is_met(filled.size(), 0);
            std::size_t end = 0;
            for (const OccupiedRun& run : runs_of(filled, most)) {
                EXPECT_GE(run.at, end);
                EXPECT_LE(run.count, most);
                EXPECT_EQ(run.at % kColumnPadding + run.count % kColumnPadding, 0u);
                end = run.at + run.count;
                ASSERT_LE(end, filled.size());
                std::fill_n(is_met.begin() + static_cast<std::ptrdiff_t>(run.at), run.count, std::uint8_t{1});
            }
            for (std::size_t group = 0; group < filled.size(); group += kColumnPadding) {
                const auto begin = filled.begin() + static_cast<std::ptrdiff_t>(group);
                const bool is_occupied = std::find(begin, begin + kColumnPadding, std::uint8_t{1}) != begin + kColumnPadding;
                EXPECT_EQ(is_met[group] != 0, is_occupied) << "one in " << one_in << ", group at " << group;
            }
        }
    }
}

}  // namespace
}  // namespace bevlogen
