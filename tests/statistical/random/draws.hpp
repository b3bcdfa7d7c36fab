// The draws that the statistical tests of chance look at, by their coordinates.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/random/bulk.hpp"

namespace bevlogen::statistical {

inline constexpr std::size_t kDraws = std::size_t{1} << 22;  // 4.2 million

// Where a sample of kDraws numbers starts: its persons have consecutive identities, 1 + `who` the first; four draws of each.
struct Coordinates {
    std::uint32_t seed = 20261122;
    std::uint32_t replicate = 1;
    std::uint32_t who = 0;
    std::int32_t week = 100;
    std::uint32_t draw = 0;
    std::uint16_t purpose = 0x0101;
};

std::vector<float> normals_at(const Coordinates& at);
std::vector<float> uniforms_at(const Coordinates& at);

}  // namespace bevlogen::statistical
