// JDR-mini, a small model of demands, resources and sick leave in teams of twelve, as a tuned kernel on the bulk generator.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/jdr_mini_equations.hpp"
#include "bench/vectors.hpp"

namespace bevlogen::bench {

// Means over all agents.
struct JdrSummary {
    double exhaustion = 0.0, engagement = 0.0, on_leave = 0.0;

    // After 520 weeks of 100,000 agents the programs that implement this model agree within these bounds.
    bool is_sane() const {
        return exhaustion >= 2.421 && exhaustion <= 2.424 && engagement >= 4.191 && engagement <= 4.193 && on_leave >= 0.0081 &&
               on_leave <= 0.0094;
    }
};

inline constexpr std::size_t kLanes = 16;  // teams that are stepped side by side, one a lane
inline constexpr std::size_t kTile = kTeamSize * kLanes;
inline constexpr std::size_t kTilesPerBlock = 5;
inline constexpr std::size_t kBlockPosts = kTile * kTilesPerBlock;  // 960

// The columns of a block of teams. Post (tile, member, lane) is team `lane` of the tile: team sums need no shuffles.
struct alignas(64) JdrBlock {
    using Column = std::array<float, kBlockPosts>;
    Column b, e, on_leave;  // exhaustion and engagement in [0, 6]; 0 or 1
    Column w, a, s, k;      // workload, autonomy, support, sensitivity
    std::array<std::uint32_t, kBlockPosts> id_low, id_high;
    std::array<float, kLanes * kTilesPerBlock> members;  // of each team; less than kTeamSize in the last, 0 in none
};

class JdrMini {
  public:
    JdrMini(std::size_t agents, std::uint32_t seed, Vectors vectors);

    // Each block is stepped four weeks while it lies in cache; `weeks` is a multiple of four.
    void step(std::int32_t weeks, int threads);

    std::size_t agents() const { return agents_; }
    JdrSummary summary() const;
    // FNV-1a over the bits of every agent's state, in order.
    std::uint64_t checksum() const;

  private:
    struct Place {
        std::size_t block, post;
    };
    static Place place_of(std::size_t agent);

    std::size_t agents_;
    std::uint32_t seed_;
    bool wide_;  // the kernel for AVX-512
    std::int32_t week_ = 0;
    std::vector<JdrBlock> blocks_;
};

}  // namespace bevlogen::bench
