// The cost model's kernel: nine groups of five columns, each with its noise, its team mean and its rare events.
#include "bench/full_width.hpp"

#include <bit>
#include <cmath>

#include "bench/share_blocks.hpp"
#include "sim/core/portable_math.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::size_t kTeamSize = 12;
constexpr std::size_t kPosts = 1008;  // 84 teams; a multiple of kBulkLanes; columns do not fall on the same cache sets
constexpr std::size_t kColumns = 45;
constexpr std::size_t kGroups = 9;
constexpr std::size_t kPerGroup = kColumns / kGroups;
constexpr std::size_t kMeans = 4;
constexpr std::uint32_t kCallsOfNormals = 7;
constexpr Purpose kNoise{0x0101};
constexpr Purpose kEvents{0x0102};
static_assert(kPosts % kBulkLanes == 0 && kPosts % kTeamSize == 0 && kGroups * kPerGroup == kColumns);

struct alignas(64) Scratch {
    float normals[4 * kCallsOfNormals][kPosts];
    float uniforms[4][kPosts];
    float means[kMeans][kPosts];  // at every member's post
};

// Sums over four virtual lanes and one fixed combination, whatever the machine's vectors.
BEVLOGEN_INLINE void spread_team_means(const float* __restrict column, float* __restrict mean) noexcept {
    for (std::size_t team = 0; team < kPosts; team += kTeamSize) {
        float lanes[4] = {};
        for (std::size_t member = 0; member < kTeamSize; member += 4) {
            for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] += column[team + member + lane];
        }
        const float value = ((lanes[0] + lanes[2]) + (lanes[1] + lanes[3])) * (1.0f / kTeamSize);
        for (std::size_t member = 0; member < kTeamSize; ++member) mean[team + member] = value;
    }
}

// Three noisy columns, one slow column and one that remembers events; all five are read and written.
BEVLOGEN_INLINE void step_group(float* __restrict columns, const float* __restrict normals, const float* __restrict uniforms,
                                const float* __restrict means) noexcept {
    float* __restrict c0 = columns;
    float* __restrict c1 = columns + kPosts;
    float* __restrict c2 = columns + 2 * kPosts;
    float* __restrict c3 = columns + 3 * kPosts;
    float* __restrict c4 = columns + 4 * kPosts;
    const float* __restrict n0 = normals;
    const float* __restrict n1 = normals + kPosts;
    const float* __restrict n2 = normals + 2 * kPosts;
#pragma GCC ivdep
    for (std::size_t i = 0; i < kPosts; ++i) {
        const float x0 = c0[i], x1 = c1[i], x2 = c2[i], x3 = c3[i], x4 = c4[i];
        const float y0 = std::fma(0.05f, n0[i], std::fma(0.02f, means[i] - x0, std::fma(-0.1f, x0 - x1, x0)));
        const float y1 = std::fma(0.05f, n1[i], std::fma(0.03f, x2 * x3, std::fma(-0.08f, x1, x1)));
        const float y2 = std::fma(0.05f, n2[i], std::fma(-0.05f, x2 - x0, x2));
        const float y3 = std::fma(0.01f, y0 - x3, x3);
        const bool event = uniforms[i] < 0.01f * y0;
        c0[i] = y0 < 0.0f ? 0.0f : (y0 > 6.0f ? 6.0f : y0);
        c1[i] = y1 < -6.0f ? -6.0f : (y1 > 6.0f ? 6.0f : y1);
        c2[i] = y2;
        c3[i] = y3;
        c4[i] = event ? 1.0f : 0.95f * x4;
    }
}

BEVLOGEN_INLINE void step_week(float* __restrict columns, Scratch& scratch) noexcept {
    for (std::size_t m = 0; m < kMeans; ++m) spread_team_means(columns + m * kPerGroup * kPosts, scratch.means[m]);
    for (std::size_t group = 0; group < kGroups; ++group) {
        step_group(columns + group * kPerGroup * kPosts, scratch.normals[3 * group], scratch.uniforms[group % 4],
                   scratch.means[group % kMeans]);
    }
}

void step_week_avx2(float* columns, Scratch& scratch) noexcept { step_week(columns, scratch); }
BEVLOGEN_AVX512 void step_week_avx512(float* columns, Scratch& scratch) noexcept { step_week(columns, scratch); }

}  // namespace

// Block-major memory: the columns of a block lie together.
struct alignas(64) FullWidth::Block {
    float columns[kColumns * kPosts];
    std::uint32_t id_low[kPosts], id_high[kPosts];
};

FullWidth::FullWidth(std::size_t persons, std::uint32_t seed, Vectors vectors)
    : blocks_((persons + kPosts - 1) / kPosts),
      seed_(seed),
      wide_(vectors == Vectors::best && has_avx512()),
      memory_(std::make_unique<Block[]>(blocks_)) {
    for (std::size_t b = 0; b < blocks_; ++b) {
        Block& block = memory_[b];
        for (std::size_t i = 0; i < kPosts; ++i) block.id_low[i] = static_cast<std::uint32_t>(b * kPosts + i);
        for (std::size_t i = 0; i < kColumns * kPosts; ++i) block.columns[i] = static_cast<float>(i % 7) * 0.25f;
    }
}

FullWidth::~FullWidth() = default;

std::size_t FullWidth::persons() const { return blocks_ * kPosts; }

void FullWidth::step_block(Block& block, std::int32_t first_week, std::int32_t weeks) const {
    thread_local const auto scratch = std::make_unique<Scratch>();
    const auto kernel = wide_ ? step_week_avx512 : step_week_avx2;
    const Chance chance{seed_, 1};
    const BulkPersons persons{block.id_low, block.id_high, kPosts};
    for (std::int32_t week = first_week; week < first_week + weeks; ++week) {
        fill_normals(chance, persons, {{week}, kNoise, 0, kCallsOfNormals}, scratch->normals[0], kPosts);
        fill_uniforms(chance, persons, {{week}, kEvents, 0, 1}, scratch->uniforms[0], kPosts);
        kernel(block.columns, *scratch);
    }
}

void FullWidth::step(std::int32_t weeks, std::int32_t weeks_in_cache, int threads) {
    share_blocks(blocks_, weeks / weeks_in_cache, threads, [&](std::size_t block, std::int32_t sweep) {
        step_block(memory_[block], week_ + sweep * weeks_in_cache, weeks_in_cache);
    });
    week_ += weeks;
}

std::uint64_t FullWidth::checksum() const {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (std::size_t b = 0; b < blocks_; ++b) {
        for (const float value : memory_[b].columns) hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 0x100000001b3u;
    }
    return hash;
}

}  // namespace bevlogen::bench
