// A run of JDR-mini as the engine carries it out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bench/jdr_mini.hpp"
#include "sim/engine/simulation.hpp"

namespace bevlogen::bench {

class JdrMiniRun {
  public:
    JdrMiniRun(std::size_t agents, std::uint32_t seed, unsigned threads, std::size_t block_posts = kDefaultBlockPosts);

    // `weeks` is a multiple of four.
    void step(std::int32_t weeks);

    std::size_t agents() const { return simulation_->population().posts(); }
    JdrSummary summary() const;
    // Of the whole state.
    std::uint64_t checksum() const;

  private:
    std::unique_ptr<Model> model_;
    Scenario scenario_;
    Parallel threads_;
    std::unique_ptr<Simulation> simulation_;
};

}  // namespace bevlogen::bench
