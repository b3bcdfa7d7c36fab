// Approximate Bayesian computation by a population of points that moves to where simulated and published values are near.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/random/chance.hpp"
#include "sim/sweep/design.hpp"

namespace bevlogen {

// Adaptive population Monte Carlo (Lenormand, Jabot and Deffuant, 2013): from a space-filling start the nearest `keep` points remain; each
// generation draws `generation` new ones around them and again keeps the nearest. The tolerance is the distance of the farthest that is
// kept, so it falls by itself. Points lie in the unit cube, where the prior is even. Whoever is kept is one of all points ever drawn, so it
// is weighed by the density of all generations together (Cornuet, Marin, Mira and Robert, 2012): no survivor of the start outweighs the
// rest.
struct AbcSettings {
    std::size_t start = 400;       // points of the first generation
    std::size_t keep = 100;        // points of the posterior
    std::size_t generation = 100;  // new points of each later generation
    std::size_t most_generations = 20;
    double least_accepted = 0.05;  // ends when fewer of the new points than this share are nearer than the tolerance
};

struct AbcPoint {
    UnitPoint at;
    double distance = 0.0;                  // infinite where the simulation failed
    double weight = 1.0;                    // not normalised
    std::size_t generation = 0, index = 0;  // of its simulation
};

struct AbcGeneration {
    std::size_t points = 0;
    double tolerance = 0.0;         // after it
    double accepted = 1.0;          // share of the new points that were nearer than the tolerance before
    double effective_points = 0.0;  // of those kept: sum of weights, squared, over sum of squares
};

class SequentialAbc {
  public:
    // All draws are of `chance`: the same settings and distances give the same points.
    SequentialAbc(const AbcSettings& settings, std::size_t axes, const Chance& chance);

    bool is_finished() const { return is_finished_; }
    // Of the generation to come, to be simulated in any order.
    const std::vector<UnitPoint>& points() const { return points_; }
    std::size_t generation() const { return history_.size(); }
    // Distances of points(), in their order; makes the next generation, or finishes.
    void take(const std::vector<double>& distances);

    const std::vector<AbcPoint>& kept() const { return kept_; }
    const std::vector<AbcGeneration>& history() const { return history_; }
    // An upper bound of the simulations that it can ask for.
    std::size_t most_points() const { return settings_.start + (settings_.most_generations - 1) * settings_.generation; }

  private:
    // What a generation was drawn from: normal kernels round points, cut off at the cube. None: even.
    struct Proposal {
        std::size_t points = 0;  // that were drawn
        std::vector<UnitPoint> from;
        std::vector<double> height;  // weight over the kernel's volume inside the cube
        std::vector<double> sd;      // of each axis

        double density(const UnitPoint& at) const;
    };
    Proposal proposal_now() const;
    void draw_points();
    void weigh();

    AbcSettings settings_;
    std::size_t axes_;
    Chance chance_;
    bool is_finished_ = false;
    std::vector<UnitPoint> points_;
    std::vector<AbcPoint> kept_;
    std::vector<Proposal> proposals_;  // of each generation; the last one that of points()
    std::vector<AbcGeneration> history_;
};

}  // namespace bevlogen
