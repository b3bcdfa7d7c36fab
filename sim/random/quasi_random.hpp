// Quasi-random points: the sequence of Sobol' with the directions of Joe and Kuo (2008), from Boost.Random.
#pragma once

#include <boost/random/sobol.hpp>
#include <cstddef>
#include <span>

#include "sim/core/contract.hpp"

namespace bevlogen {

// As far as Boost's table of directions goes.
inline constexpr std::size_t kMostSobolDimensions = 3667;
static_assert(kMostSobolDimensions == boost::random::default_sobol_table::max_dimension);

// Points that fill the unit cube evenly: of the first 2^m there is one in each 2^m-th part of every coordinate.
class SobolSequence {
  public:
    // `dimensions` from 1 to kMostSobolDimensions.
    explicit SobolSequence(std::size_t dimensions) : dimensions_(dimensions), engine_(checked(dimensions)) {}

    // Writes the coordinates of the next point, in [0, 1), as many as there are dimensions.
    void next(std::span<double> point) {
        expect(point.size() == dimensions_, "a point has a coordinate a dimension");
        for (double& coordinate : point) coordinate = is_at_origin_ ? 0.0 : static_cast<double>(engine_() >> 11) * 0x1p-53;
        is_at_origin_ = false;
    }

  private:
    static std::size_t checked(std::size_t dimensions) {
        expect(dimensions >= 1 && dimensions <= kMostSobolDimensions, "a sequence of Sobol' has from 1 to 3667 dimensions");
        return dimensions;
    }

    std::size_t dimensions_;
    boost::random::sobol engine_;
    bool is_at_origin_ = true;  // Boost leaves the origin out, without which the first 2^m points are not even
};

}  // namespace bevlogen
