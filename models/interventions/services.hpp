// Services of a hospital with a capacity of their own: who is referred waits for a place, is in the service for some weeks, and is done.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/services_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Rows of the ledger go with the person; whoever removes a person from a post removes the rows. Nothing depends on blocks, threads or the
// order of posts. Does next to nothing where nobody was referred.
class Services {
  public:
    // `fields` must outlive it.
    Services(const ServiceParameters& parameters, const workforce::WorkforceFields& fields, Ledger<ServiceStay> ledger)
        : p_(parameters), fields_(fields), ledger_(ledger) {}

    // Adds to the base targets of who is in a service what that does.
    void add_shifts(const Block& block, Scratch& scratch) const;

    // Whom others refer, of a block, at a clearing. Who waits for a service or is in one stays there; of two referrals the first counts.
    void refer(Block& block, std::vector<ServiceStay> referred) const;

    // The last part of a clearing, when everybody is on the post of the weeks to come: stays end, and each hospital gives its places to
    // those who waited longest, ties by a draw. A leader's quality now rises while they are in the leadership centre.
    void clear_nation(std::span<Block> blocks, const Now& now) const;

  private:
    bool leads(const Block& block, std::size_t team, std::size_t post) const;
    void end_stays(Block& block) const;
    void give_out_places(std::span<Block> blocks, const Now& now) const;
    void lift_leaders(Block& block) const;

    ServiceParameters p_;
    const workforce::WorkforceFields& fields_;
    Ledger<ServiceStay> ledger_;
};

}  // namespace bevlogen::interventions
