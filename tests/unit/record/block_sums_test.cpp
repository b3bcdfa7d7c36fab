// The arithmetic of recording gives what a plain sum gives, and the same bits wherever a cell lies in its block.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "sim/core/instruction_set.hpp"
#include "sim/random/chance.hpp"
#include "sim/record/masked_sums.hpp"
#include "sim/record/row_moments.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kPosts = 391, kFirstPart = 207;
constexpr std::size_t kOutcomes = 19;
constexpr std::size_t kClasses = 11;

// A cell of kPosts that begins at `begin` in its block; what lies beside it differs with `begin`.
struct Cell {
    explicit Cell(std::size_t begin_in_block) : begin(begin_in_block) {
        const Chance chance{11, 1};
        for (std::size_t o = 0; o < kOutcomes; ++o) {
            columns.emplace_back(begin + kPosts + 20, static_cast<float>(begin) + 0.5f);
            for (std::size_t i = 0; i < kPosts; ++i)
                columns[o][begin + i] = 8.0f * chance.uniform(o * kPosts + i, Week{1}, Purpose::first_of_model) - 4.0f;
            shown.push_back(columns[o].data());
        }
        class_of_post.assign(begin + kPosts + 20, static_cast<std::uint8_t>(begin % kClasses));
        for (std::size_t i = 0; i < kPosts; ++i)
            class_of_post[begin + i] = i % 9 == 8 ? kNoCategory : static_cast<std::uint8_t>(i * 5 % kClasses);
    }
    std::vector<float> masked_sums() const {
        CellMasks masks;
        ClassBits members;
        members.assign(class_of_post, kClasses);
        // Teams of 23 posts, the last with less.
        std::vector<std::uint32_t> teams;
        for (std::size_t at = 0; at < kPosts; at += 23) teams.push_back(static_cast<std::uint32_t>(begin + at));
        teams.push_back(static_cast<std::uint32_t>(begin + kPosts));
        masks.assign(members, teams, column_length);
        std::vector<float> sums(kOutcomes * kClasses);
        sum_under_masks(shown, masks, sums.data());
        return sums;
    }
    // Sums and sums of squares: [class][2][padded outcomes].
    std::vector<float> row_sums() const {
        // In two parts, as a cell of many teams is.
        ClassOrder order;
        ClassBits members;
        members.assign(class_of_post, kClasses);
        LineVector<float> rows;
        std::vector<float> sums(kClasses * 2 * padded_outcomes(kOutcomes));
        for (const auto& [first, last] : {std::pair{begin, begin + kFirstPart}, std::pair{begin + kFirstPart, begin + kPosts}}) {
            order.sort(members, first, last);
            sum_by_class(shown, order, kClasses, rows, sums.data());
        }
        return sums;
    }

    std::size_t begin;
    std::size_t column_length = begin + kPosts + 20;
    std::vector<std::vector<float>> columns;
    std::vector<const float*> shown;
    std::vector<std::uint8_t> class_of_post;
};

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

TEST(BlockSums, AreThePlainSumsOfEachClass) {
    const Cell cell(5);
    const std::vector<float> masked = cell.masked_sums();
    const std::vector<float> rows = cell.row_sums();
    const std::size_t n = padded_outcomes(kOutcomes);
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        for (std::size_t k = 0; k < kClasses; ++k) {
            double sum = 0.0;
            double squares = 0.0;
            for (std::size_t i = cell.begin; i < cell.begin + kPosts; ++i) {
                if (cell.class_of_post[i] != k) continue;
                sum += static_cast<double>(cell.columns[o][i]);
                squares += static_cast<double>(cell.columns[o][i]) * static_cast<double>(cell.columns[o][i]);
            }
            // Some forty values below 4: float32 is good to 1e-4.
            EXPECT_NEAR(masked[o * kClasses + k], sum, 1e-4);
            EXPECT_NEAR(rows[2 * k * n + o], sum, 1e-4);
            EXPECT_NEAR(rows[(2 * k + 1) * n + o], squares, 1e-3);
        }
    }
}

TEST(BlockSums, DoNotDependOnWhereACellLiesInItsBlock) {
    const Cell first(0);
    for (const std::size_t begin : {1u, 7u, 8u, 13u, 500u}) {
        EXPECT_TRUE(same_bits(first.masked_sums(), Cell(begin).masked_sums())) << begin;
        EXPECT_TRUE(same_bits(first.row_sums(), Cell(begin).row_sums())) << begin;
    }
}

TEST(BlockSums, AreTheSameWhereColumnsEndWithTheLastPostOrEmptyPostsFollowInATeam) {
    const Cell cell(32);
    Cell ending = cell;
    ending.column_length = ending.begin + kPosts;
    EXPECT_TRUE(same_bits(cell.masked_sums(), ending.masked_sums()));

    // One team of 23 posts, then of 30 of which the last seven are empty, both followed by a team of 40.
    const auto sums = [&](std::size_t empty) {
        std::vector<float> column(63 + empty, 100.0f);
        std::vector<std::uint8_t> classes(63 + empty, kNoCategory);
        for (std::size_t i = 0; i < 63; ++i) {
            const std::size_t at = i < 23 ? i : i + empty;
            column[at] = cell.columns[0][cell.begin + i];
            classes[at] = 0;
        }
        CellMasks masks;
        ClassBits members;
        members.assign(classes, 1);
        const auto second = static_cast<std::uint32_t>(23 + empty);
        masks.assign(members, std::vector<std::uint32_t>{0, second, second + 40}, column.size());
        std::vector<float> sum(1);
        sum_under_masks(std::vector<const float*>{column.data()}, masks, sum.data());
        return sum;
    };
    EXPECT_TRUE(same_bits(sums(0), sums(7)));
}

// As they were defined: the first vector of a team begins with its first member, the next with the first whom it does not reach.
TEST(CellMasks, OfLargeTeamsGoOnAcrossWords) {
    const std::vector<std::uint32_t> teams = {3, 3, 143, 150, 400};
    std::vector<std::uint8_t> classes(420, 0);
    for (std::size_t i = 0; i < classes.size(); ++i) classes[i] = i * i % 7 < 2 ? 0 : i % 50 < 9 ? 1 : kNoCategory;
    ClassBits members;
    members.assign(classes, 2);
    CellMasks masks;
    masks.assign(members, teams, classes.size());
    for (std::size_t set = 0; set < 2; ++set) {
        std::vector<std::pair<std::uint32_t, unsigned>> expected, found;
        for (std::size_t t = 0; t + 1 < teams.size(); ++t) {
            for (std::uint32_t i = teams[t]; i < teams[t + 1]; ++i) {
                if (classes[i] != set) continue;
                if (expected.empty() || expected.back().first < teams[t] || i - expected.back().first >= CellMasks::kLanes)
                    expected.emplace_back(i, 0);
                expected.back().second |= 1u << (i - expected.back().first);
            }
        }
        const CellMasks::Vectors vectors = masks.of(set);
        for (std::size_t v = 0; v < vectors.count; ++v) found.emplace_back(vectors.first[v], vectors.mask[v]);
        EXPECT_EQ(found, expected) << set;
    }
}

TEST(ClassOrder, IsTheSameWithNarrowVectors) {
    const Cell cell(13);
    ClassBits members;
    members.assign(cell.class_of_post, kClasses);
    ClassOrder wide, narrow;
    wide.sort(members, cell.begin, cell.begin + kPosts);
    restrict_to_narrow_vectors(true);
    narrow.sort(members, cell.begin, cell.begin + kPosts);
    restrict_to_narrow_vectors(false);
    EXPECT_EQ(wide.order, narrow.order);
    EXPECT_EQ(wide.ends, narrow.ends);
}

TEST(BlockSums, LeaveOutWhateverStandsInAVacantPost) {
    Cell cell(2);
    const std::vector<float> masked = cell.masked_sums();
    const std::vector<float> rows = cell.row_sums();
    for (std::size_t i = 8; i < kPosts; i += 9) cell.columns[4][cell.begin + i] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(same_bits(masked, cell.masked_sums()));
    EXPECT_TRUE(same_bits(rows, cell.row_sums()));
}

}  // namespace
}  // namespace bevlogen
