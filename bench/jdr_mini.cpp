// The kernel of JDR-mini: draws of a block in bulk, then team means and agents in vector loops.
#include "bench/jdr_mini.hpp"

#include <bit>
#include <memory>

#include "bench/share_blocks.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::bench {
namespace {

constexpr std::int32_t kWeeksInCache = 4;
constexpr Purpose kWeekly{0x0101};

// Numbers of one week: rows of normals 0 and 1 and uniforms 2 and 3.
struct alignas(64) Draws {
    static constexpr std::size_t kStride = kBlockPosts + kBulkLanes;  // so that rows do not fall on the same cache sets
    float rows[4 * kStride];
};

struct alignas(64) TeamMeans {
    float b[kLanes], e[kLanes], on_leave[kLanes];
};

BEVLOGEN_INLINE TeamMeans team_means(const JdrBlock& block, std::size_t tile) noexcept {
    TeamMeans sums{};
    const float* members = block.members.data() + tile * kLanes;
    for (std::size_t member = 0; member < kTeamSize; ++member) {
        const std::size_t row = tile * kTile + member * kLanes;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const float counts = static_cast<float>(member) < members[lane] ? 1.0f : 0.0f;
            sums.b[lane] += counts * block.b[row + lane];
            sums.e[lane] += counts * block.e[row + lane];
            sums.on_leave[lane] += counts * block.on_leave[row + lane];
        }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const float share = 1.0f / (members[lane] < 1.0f ? 1.0f : members[lane]);
        sums.b[lane] *= share;
        sums.e[lane] *= share;
        sums.on_leave[lane] *= share;
    }
    return sums;
}

BEVLOGEN_INLINE void step_member(JdrBlock& block, std::size_t row, const TeamMeans& mean, const float* __restrict noise_b,
                                 const float* __restrict noise_e, const float* __restrict uniform) noexcept {
    float* __restrict b_at = block.b.data() + row;
    float* __restrict e_at = block.e.data() + row;
    float* __restrict leave_at = block.on_leave.data() + row;
    const float* __restrict w_at = block.w.data() + row;
    const float* __restrict a_at = block.a.data() + row;
    const float* __restrict s_at = block.s.data() + row;
    const float* __restrict k_at = block.k.data() + row;
#pragma GCC ivdep
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const JdrState next = jdr_week({b_at[lane], e_at[lane], leave_at[lane]}, {w_at[lane], a_at[lane], s_at[lane], k_at[lane]},
                                       {mean.b[lane], mean.e[lane], mean.on_leave[lane]}, {noise_b[lane], noise_e[lane], uniform[lane]});
        b_at[lane] = next.exhaustion;
        e_at[lane] = next.engagement;
        leave_at[lane] = next.on_leave;
    }
}

BEVLOGEN_INLINE void step_block(JdrBlock& block, const Draws& draws) noexcept {
    for (std::size_t tile = 0; tile < kTilesPerBlock; ++tile) {
        const TeamMeans mean = team_means(block, tile);
        for (std::size_t member = 0; member < kTeamSize; ++member) {
            const std::size_t row = tile * kTile + member * kLanes;
            const float* noise = draws.rows + row;
            step_member(block, row, mean, noise, noise + Draws::kStride, noise + 2 * Draws::kStride);
        }
    }
}

void step_block_avx2(JdrBlock& block, const Draws& draws) noexcept { step_block(block, draws); }
BEVLOGEN_AVX512 void step_block_avx512(JdrBlock& block, const Draws& draws) noexcept { step_block(block, draws); }

}  // namespace

JdrMini::Place JdrMini::place_of(std::size_t agent) {
    const std::size_t team = agent / kTeamSize;
    const std::size_t tile = team / kLanes;
    return {tile / kTilesPerBlock, tile % kTilesPerBlock * kTile + agent % kTeamSize * kLanes + team % kLanes};
}

JdrMini::JdrMini(std::size_t agents, std::uint32_t seed, Vectors vectors)
    : agents_(agents), seed_(seed), wide_(vectors == Vectors::best && has_avx512()), blocks_((agents + kBlockPosts - 1) / kBlockPosts) {
    for (std::size_t agent = 0; agent < agents; ++agent) {
        const Place at = place_of(agent);
        JdrBlock& block = blocks_[at.block];
        block.b[at.post] = 2.0f;
        block.e[at.post] = 4.0f;
        const JdrTraits traits = traits_of(agent);
        block.w[at.post] = traits.workload;
        block.a[at.post] = traits.autonomy;
        block.s[at.post] = traits.support;
        block.k[at.post] = traits.sensitivity;
        block.id_low[at.post] = static_cast<std::uint32_t>(agent);
        block.members[at.post / kTile * kLanes + at.post % kLanes] += 1.0f;
    }
}

void JdrMini::step(std::int32_t weeks, int threads) {
    const auto kernel = wide_ ? step_block_avx512 : step_block_avx2;
    const Chance chance{seed_, 1};
    share_blocks(blocks_.size(), weeks / kWeeksInCache, threads, [&](std::size_t number, std::int32_t sweep) {
        thread_local const auto draws = std::make_unique<Draws>();
        JdrBlock& block = blocks_[number];
        const BulkPersons persons{block.id_low.data(), block.id_high.data(), kBlockPosts};
        const std::int32_t start = week_ + sweep * kWeeksInCache;
        for (std::int32_t week = start; week < start + kWeeksInCache; ++week) {
            fill_normals_and_uniforms(chance, persons, {{week}, kWeekly, 0, 1}, draws->rows, Draws::kStride);
            kernel(block, *draws);
        }
    });
    week_ += weeks;
}

JdrSummary JdrMini::summary() const {
    JdrSummary sum;
    for (std::size_t agent = 0; agent < agents_; ++agent) {
        const Place at = place_of(agent);
        sum.exhaustion += blocks_[at.block].b[at.post];
        sum.engagement += blocks_[at.block].e[at.post];
        sum.on_leave += blocks_[at.block].on_leave[at.post];
    }
    const auto n = static_cast<double>(agents_);
    return {sum.exhaustion / n, sum.engagement / n, sum.on_leave / n};
}

std::uint64_t JdrMini::checksum() const {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (std::size_t agent = 0; agent < agents_; ++agent) {
        const Place at = place_of(agent);
        const JdrBlock& block = blocks_[at.block];
        for (const float value : {block.b[at.post], block.e[at.post], block.on_leave[at.post]}) {
            hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 0x100000001b3u;
        }
    }
    return hash;
}

}  // namespace bevlogen::bench
