// The bulk uniforms are uniform, bit by bit and in pairs, and each check finds a planted defect.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/statistical/error_rate.hpp"
#include "tests/statistical/random/draws.hpp"

namespace bevlogen::statistical {
namespace {

bool mean_agrees(const std::vector<float>& sample) {
    double sum = 0.0;
    for (const float u : sample) sum += u;
    const auto n = static_cast<double>(sample.size());
    return agrees(sum / n, 0.5, std::sqrt(1.0 / 12.0 / n));
}

// (u - 1/2)^2 has mean 1/12 and variance 1/80 - 1/144 = 1/180.
bool variance_agrees(const std::vector<float>& sample) {
    double sum = 0.0;
    for (const float u : sample) sum += (u - 0.5) * (u - 0.5);
    const auto n = static_cast<double>(sample.size());
    return agrees(sum / n, 1.0 / 12.0, std::sqrt(1.0 / 180.0 / n));
}

bool distribution_agrees(const std::vector<float>& sample) {
    return kolmogorov_agrees(kolmogorov_distance(sample, [](double u) { return u; }), sample.size());
}

bool bins_agree(const std::vector<float>& sample) {
    std::vector<std::size_t> counts(1024);
    for (const float u : sample) ++counts[static_cast<std::size_t>(u * 1024.0f)];
    return counts_agree(counts);
}

// Each of the 24 bits is set in half of the draws.
bool bit_agrees(const std::vector<float>& sample, unsigned bit) {
    double count = 0.0;
    for (const float u : sample) count += static_cast<double>(static_cast<std::uint32_t>(u * 0x1p24f) >> bit & 1u);
    const auto n = static_cast<double>(sample.size());
    return agrees(count / n, 0.5, std::sqrt(0.25 / n));
}

// Neighbours, taken two by two, fill a square evenly.
bool pairs_agree(const std::vector<float>& sample) {
    std::vector<std::size_t> counts(32 * 32);
    for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
        ++counts[static_cast<std::size_t>(sample[i] * 32.0f) * 32 + static_cast<std::size_t>(sample[i + 1] * 32.0f)];
    }
    return counts_agree(counts);
}

template <class Change>
std::vector<float> changed(std::vector<float> sample, const Change& change) {
    for (std::size_t i = 0; i < sample.size(); ++i) sample[i] = change(sample[i], i);
    return sample;
}

class BulkUniforms : public testing::Test {
  protected:
    const std::vector<float> sample = uniforms_at({});
};

TEST_F(BulkUniforms, HaveMeanOneHalf) {
    EXPECT_TRUE(mean_agrees(sample));
    EXPECT_FALSE(mean_agrees(changed(sample, [](float u, std::size_t) { return u * 0.997f; })));
}

TEST_F(BulkUniforms, HaveVarianceOneTwelfth) {
    EXPECT_TRUE(variance_agrees(sample));
    EXPECT_FALSE(variance_agrees(changed(sample, [](float u, std::size_t) { return 0.5f + 0.995f * (u - 0.5f); })));
}

TEST_F(BulkUniforms, AreUniform) {
    EXPECT_TRUE(distribution_agrees(sample));
    EXPECT_TRUE(bins_agree(sample));
    const auto bent = changed(sample, [](float u, std::size_t) { return u + 0.02f * u * (1.0f - u); });
    EXPECT_FALSE(distribution_agrees(bent));
    EXPECT_FALSE(bins_agree(bent));
    // As even as a ruler: no chance at all.
    EXPECT_FALSE(bins_agree(changed(sample, [](float, std::size_t i) { return static_cast<float>(i % 1024) / 1024.0f; })));
}

TEST_F(BulkUniforms, SetEachBitInHalfOfTheDraws) {
    for (unsigned bit = 0; bit < 24; ++bit) {
        EXPECT_TRUE(bit_agrees(sample, bit)) << "bit " << bit;
        const auto stuck = changed(sample, [bit](float u, std::size_t i) {
            const auto word = static_cast<std::uint32_t>(u * 0x1p24f);
            return static_cast<float>(i % 100 == 0 ? word | 1u << bit : word) * 0x1p-24f;
        });
        EXPECT_FALSE(bit_agrees(stuck, bit)) << "bit " << bit;
    }
}

TEST_F(BulkUniforms, FillASquareEvenlyInPairs) {
    EXPECT_TRUE(pairs_agree(sample));
    auto repeated = sample;
    for (std::size_t i = 0; i + 1 < repeated.size(); i += 100) repeated[i + 1] = repeated[i];
    EXPECT_FALSE(pairs_agree(repeated));
}

}  // namespace
}  // namespace bevlogen::statistical
