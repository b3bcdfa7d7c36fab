// The clearing of careers: who leaves, who gets which post, who enters. Persons in plus entered minus left are persons out; so with posts.
#pragma once

#include <functional>
#include <span>

#include "models/careers/market_parameters.hpp"
#include "models/careers/market_view.hpp"
#include "models/careers/placement.hpp"
#include "models/workforce/career_terms.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::careers {

// Who enters, and where.
struct Entry {
    Seat seat;
    workforce::Newcomer newcomer;
};

// What the market asks of the other parts of the model.
struct MarketPeers {
    // Everything of new persons on their seats that follows from the other parts.
    std::function<void(std::span<Block>, std::span<const Entry>, const Now&)> enter;
    // Standard scores of somebody now.
    std::function<float(const Block&, std::size_t post)> burnout, engagement;
};

class JobMarket {
  public:
    JobMarket(const MarketParameters& market, const workforce::World& world, const Placement& placement,
              const workforce::WorkforceFields& fields);

    // Competition as usual, no places carried over.
    void populate(Block& block) const;

    // After Progress::age and rotations, for all blocks. Everything is decided by identities and chance, never by order. `terms`: what
    // interventions change for the whole country.
    void clear(std::span<Block> blocks, const Now& now, const MarketPeers& peers, const workforce::NationalTerms& terms = {}) const;

  private:
    MarketParameters market_;
    workforce::World world_;
    const Placement& placement_;
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::careers
