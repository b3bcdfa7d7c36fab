// A cost model of the full width: 45 columns a person, 28 normals and 4 uniforms a person-week, 4 team means, simple arithmetic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bench/vectors.hpp"

namespace bevlogen::bench {

class FullWidth {
  public:
    FullWidth(std::size_t persons, std::uint32_t seed, Vectors vectors);
    ~FullWidth();

    // Steps every block `weeks_in_cache` weeks at a time; `weeks` is a multiple of it.
    void step(std::int32_t weeks, std::int32_t weeks_in_cache, int threads);

    // At least as many as asked for: whole blocks.
    std::size_t persons() const;
    std::uint64_t checksum() const;

  private:
    struct Block;
    void step_block(Block& block, std::int32_t first_week, std::int32_t weeks) const;

    std::size_t blocks_;
    std::uint32_t seed_;
    bool wide_;  // the kernel for AVX-512
    std::int32_t week_ = 0;
    std::unique_ptr<Block[]> memory_;
};

}  // namespace bevlogen::bench
