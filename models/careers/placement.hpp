// What coming to another post does to a person: contract, phase, time with the employer, being new, moving house.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/careers/market_parameters.hpp"
#include "models/careers/market_view.hpp"
#include "models/careers/progress.hpp"
#include "models/workforce/rotation.hpp"

namespace bevlogen::careers {

// A person on the way: from a seat to another.
struct Move {
    Seat from, to;
    workforce::Arrival arrival{};
    workforce::Phase phase{};  // from now on
    bool is_new_team = false, is_new_employer = false, is_new_region = false, is_to_pool = false;
};

class Placement {
  public:
    Placement(const MarketParameters& market, const workforce::World& world, const workforce::Rotation& rotation, const Progress& progress,
              const workforce::WorkforceFields& fields)
        : market_(market), world_(world), rotation_(rotation), progress_(progress), fields_(fields) {}

    // Carries all moves out at once; no two have the same seat to come from or to go to. Seats that somebody goes to are vacant or left.
    // `training_length`: of trainings that begin now, over the usual.
    void carry_out(std::span<Block> blocks, const Now& now, std::span<const Move> moves, float training_length = 1.0f) const;

  private:
    void arrive(Block& block, const Now& now, const Move& move, float training_length) const;
    void change_phase(Block& block, const Now& now, std::size_t post, workforce::Phase phase, float training_length) const;

    const MarketParameters& market_;
    const workforce::World& world_;
    const workforce::Rotation& rotation_;
    const Progress& progress_;
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::careers
