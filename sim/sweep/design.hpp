// Points of the unit cube, a coordinate an axis, from which the runs of a sweep follow.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/random/chance.hpp"

namespace bevlogen {

// A coordinate an axis, in [0, 1]: where the point stands between the least and the greatest of that axis.
using UnitPoint = std::vector<double>;

// As far as the chance of one axis goes: 65,536 calls of four words, two words a point.
inline constexpr std::size_t kMostLatinPoints = 131'072;

// One point in each of `points` equal slices of every axis, anywhere in its slice (McKay, Beckman and Conover, 1979). Coordinates are in
// (0, 1), so that a quantile of any distribution can be taken of them. `points` from 1 to kMostLatinPoints. Another number of points gives
// other points.
std::vector<UnitPoint> latin_hypercube(std::size_t points, std::size_t axes, const Chance& chance);

// For each of `rows` rows the points A, B and, for each axis j, A with coordinate j of B (Saltelli et al., 2010): rows x (axes + 2) points,
// row by row. A and B are the halves of one sequence of Sobol', moved round by chance (Cranley and Patterson, 1976); coordinates are in
// (0, 1). More rows keep the first ones; a power of two is the most even. 2 x axes is at most kMostSobolDimensions.
std::vector<UnitPoint> sobol_rows(std::size_t rows, std::size_t axes, const Chance& chance);

// What changes from a point of a trajectory to the next.
struct MorrisStep {
    std::size_t axis = 0;
    double change = 0.0;  // of the coordinate, up or down
};

struct MorrisDesign {
    std::vector<UnitPoint> points;  // trajectories x (axes + 1), trajectory by trajectory
    std::vector<MorrisStep> steps;  // trajectories x axes: from points[t (axes + 1) + i] to the next is steps[t axes + i]
};

// Trajectories from a point of chance that change each axis once, in an order of chance, up or down (Morris, 1991). `levels` is the number
// of equally spaced values that a coordinate can take, 0 and 1 included: 4 gives 0, 1/3, 2/3 and 1. It is even, so that steps of half the
// levels, levels / (2 (levels - 1)), visit every level equally often. More trajectories keep the first ones.
MorrisDesign morris_trajectories(std::size_t trajectories, std::size_t axes, std::size_t levels, const Chance& chance);

}  // namespace bevlogen
