// Philox under a key of its own, which no run can have: replicates count from 1 and 0 draws the world.
#include "sim/experiment/resamples.hpp"

#include <cstdint>
#include <limits>

#include "sim/random/philox.hpp"

namespace bevlogen {
namespace {

constexpr PhiloxKey kKey = {0x62767273u, std::numeric_limits<std::uint32_t>::max()};  // "srvb"

}  // namespace

Resamples::Resamples(std::size_t observations, IntervalOf of, std::size_t number)
    : weights_(of == IntervalOf::draw ? observations : number, std::vector<double>(observations, 0.0)) {
    if (of == IntervalOf::draw) {
        for (std::size_t i = 0; i < observations; ++i) weights_[i][i] = 1.0;
        return;
    }
    for (std::size_t resample = 0; resample < number; ++resample) {
        for (std::size_t i = 0; i < observations; ++i) {
            const PhiloxWords words = philox({static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(resample), 0}, kKey);
            const std::uint64_t drawn = (std::uint64_t{words[0]} * observations) >> 32;
            weights_[resample][drawn] += 1.0;
        }
    }
}

}  // namespace bevlogen
