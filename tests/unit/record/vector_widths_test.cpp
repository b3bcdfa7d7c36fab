// The arithmetic of recording gives the same bits with wide and with narrow vectors.
#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "sim/core/instruction_set.hpp"
#include "sim/random/chance.hpp"
#include "sim/record/block_statistics.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kPosts = 391;
constexpr std::size_t kStride = 400;
constexpr std::size_t kOutcomes = 5;
constexpr std::size_t kClasses = 7;

struct Sums {
    std::vector<double> sums = std::vector<double>(kOutcomes * kClasses, 0.0);
    std::vector<double> moments = std::vector<double>(kOutcomes * kClasses * 2, 0.0);
};

Sums sum_up() {
    const Chance chance{11, 1};
    std::vector<float> values(kOutcomes * kStride);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 8.0f * chance.uniform(i, Week{1}, Purpose::first_of_model) - 4.0f;
    std::vector<std::uint8_t> class_of_post(kPosts);
    for (std::size_t i = 0; i < kPosts; ++i) class_of_post[i] = i % 9 == 8 ? kNoCategory : static_cast<std::uint8_t>(i * 5 % kClasses);
    std::vector<std::uint32_t> order, ends;
    sort_by_class(class_of_post, 3, kPosts, kClasses, order, ends);
    Sums result;
    add_sums(values.data(), kStride, kOutcomes, order, ends, result.sums.data());
    add_moments(values.data(), kStride, kOutcomes, order, ends, result.moments.data());
    return result;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(BlockStatistics, HaveTheSameBitsWithWideAndNarrowVectors) {
    const Sums best = sum_up();
    restrict_to_narrow_vectors(true);
    const Sums narrow = sum_up();
    restrict_to_narrow_vectors(false);
    EXPECT_TRUE(same_bits(best.sums, narrow.sums));
    EXPECT_TRUE(same_bits(best.moments, narrow.moments));
}

TEST(BlockStatistics, SumsAndFirstMomentsAgree) {
    const Sums sums = sum_up();
    for (std::size_t i = 0; i < sums.sums.size(); ++i) EXPECT_EQ(sums.sums[i], sums.moments[2 * i]);
}

}  // namespace
}  // namespace bevlogen
