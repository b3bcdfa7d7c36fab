// Philox under a key of its own, which no run can have: replicates count from 1 and 0 draws the world.
#include "sim/experiment/resamples.hpp"

#include <cstdint>
#include <limits>

#include "sim/random/philox.hpp"

namespace bevlogen {
namespace {

constexpr PhiloxKey kKey = {0x62767273u, std::numeric_limits<std::uint32_t>::max()};  // "srvb"

}  // namespace

Resamples::Resamples(std::size_t replicates) : weights_(kDraws, std::vector<double>(replicates, 0.0)) {
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
        for (std::size_t i = 0; i < replicates; ++i) {
            const PhiloxWords words = philox({static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(draw), 0}, kKey);
            weights_[draw][(std::uint64_t{words[0]} * replicates) >> 32] += 1.0;
        }
    }
}

}  // namespace bevlogen
