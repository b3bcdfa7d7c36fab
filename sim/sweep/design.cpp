// Draws designs by the chance of a plan's seed, so that every process makes the same points.
#include "sim/sweep/design.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include "sim/core/contract.hpp"
#include "sim/random/distributions.hpp"
#include "sim/random/quasi_random.hpp"

namespace bevlogen {
namespace {

constexpr Purpose kDesign = Purpose::design;

// Of an axis or of a trajectory: these share no draws.
Stream stream_of(std::uint64_t which, const Chance& chance) { return {chance, which, Week{0}, kDesign}; }

// A whole number below `n`; favours some by n / 2^32 at most.
std::size_t draw_below(std::size_t n, Stream& stream) { return static_cast<std::size_t>((std::uint64_t{stream()} * n) >> 32); }

// A number in (0, 1): the middles of the 2^24 steps of draw_uniform, so odd multiples of 2^-25.
double draw_inside(Stream& stream) { return draw_uniform(stream) + 0x1p-25; }

// 0 ... n - 1 in an order of chance (Fisher and Yates).
std::vector<std::size_t> draw_order(std::size_t n, Stream& stream) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = n; left > 0; --left) std::swap(order[left - 1], order[draw_below(left, stream)]);
    return order;
}

// Moved along a circle of length 1. Never 0: the first 2^24 points of a sequence are multiples of 2^-24 and a shift is not.
double moved_round(double coordinate, double shift) {
    const double moved = coordinate + shift;
    return moved < 1.0 ? moved : moved - 1.0;
}

struct Shift {
    double of_a, of_b;
};

std::vector<Shift> draw_shifts(std::size_t axes, const Chance& chance) {
    std::vector<Shift> shifts(axes);
    for (std::size_t axis = 0; axis < axes; ++axis) {
        Stream stream = stream_of(axis, chance);
        shifts[axis].of_a = draw_inside(stream);
        shifts[axis].of_b = draw_inside(stream);
    }
    return shifts;
}

// One coordinate of a trajectory, before and after its step. In whole levels, so that none is beyond 1 by rounding.
struct LevelStep {
    std::size_t from, to;
};

LevelStep draw_step(std::size_t levels, Stream& stream) {
    const std::size_t low = draw_below(levels / 2, stream);
    const LevelStep up = {low, low + levels / 2};
    const bool is_mirrored = draw_below(2, stream) == 1;
    return is_mirrored ? LevelStep{levels - 1 - up.from, levels - 1 - up.to} : up;
}

}  // namespace

std::vector<UnitPoint> latin_hypercube(std::size_t points, std::size_t axes, const Chance& chance) {
    expect(points >= 1 && points <= kMostLatinPoints, "a Latin hypercube has from 1 to 131,072 points");
    std::vector<UnitPoint> cube(points, UnitPoint(axes));
    for (std::size_t axis = 0; axis < axes; ++axis) {
        Stream stream = stream_of(axis, chance);
        const std::vector<std::size_t> slice = draw_order(points, stream);
        for (std::size_t p = 0; p < points; ++p)
            cube[p][axis] = (static_cast<double>(slice[p]) + draw_inside(stream)) / static_cast<double>(points);
    }
    return cube;
}

std::vector<UnitPoint> sobol_rows(std::size_t rows, std::size_t axes, const Chance& chance) {
    expect(axes >= 1 && 2 * axes <= kMostSobolDimensions, "A and B are of one sequence of Sobol'");
    const std::vector<Shift> shifts = draw_shifts(axes, chance);
    SobolSequence sequence(2 * axes);
    UnitPoint both(2 * axes), a(axes), b(axes);
    std::vector<UnitPoint> points;
    points.reserve(rows * (axes + 2));
    for (std::size_t row = 0; row < rows; ++row) {
        sequence.next(both);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            a[axis] = moved_round(both[axis], shifts[axis].of_a);
            b[axis] = moved_round(both[axes + axis], shifts[axis].of_b);
        }
        points.push_back(a);
        points.push_back(b);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            points.push_back(a);
            points.back()[axis] = b[axis];
        }
    }
    return points;
}

MorrisDesign morris_trajectories(std::size_t trajectories, std::size_t axes, std::size_t levels, const Chance& chance) {
    expect(levels >= 2 && levels % 2 == 0, "the grid of Morris has an even number of levels");
    const auto whole_range = static_cast<double>(levels - 1);
    const auto coordinate = [whole_range](std::size_t level) { return static_cast<double>(level) / whole_range; };
    MorrisDesign design;
    design.points.reserve(trajectories * (axes + 1));
    design.steps.reserve(trajectories * axes);
    std::vector<LevelStep> level_steps(axes);
    UnitPoint at(axes);
    for (std::size_t trajectory = 0; trajectory < trajectories; ++trajectory) {
        Stream stream = stream_of(trajectory, chance);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            level_steps[axis] = draw_step(levels, stream);
            at[axis] = coordinate(level_steps[axis].from);
        }
        design.points.push_back(at);
        for (const std::size_t axis : draw_order(axes, stream)) {
            const auto [from, to] = level_steps[axis];
            at[axis] = coordinate(to);
            design.points.push_back(at);
            const double size = coordinate(levels / 2);
            design.steps.push_back({axis, to > from ? size : -size});
        }
    }
    return design;
}

}  // namespace bevlogen
