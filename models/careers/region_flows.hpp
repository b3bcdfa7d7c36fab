// What flows into a country a year, and how it is shared out over its regions.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "models/workforce/fields.hpp"
#include "models/workforce/world.hpp"
#include "sim/population/block.hpp"

namespace bevlogen::careers {

// The pool of a region: where it lies, and what is kept with it.
struct RegionPool {
    std::uint32_t block = 0;
    std::size_t team = 0;
    std::uint32_t region = 0;
};
std::vector<RegionPool> find_pools(const workforce::World& world, std::span<const Block> blocks);

// Regions share a flow in proportion to their posts of a kind; a population of another scale gets as much less.
class RegionFlows {
  public:
    // Posts that were added and filled at once, a what if, bring their flow along; others that were added do not.
    RegionFlows(const workforce::World& world, const workforce::WorkforceFields& fields, std::span<const Block> blocks);

    // Of a yearly flow of the whole country at scale 1, what comes to a region in an epoch.
    double in_epoch(double a_year, workforce::PostKind kind, std::uint32_t region) const;

  private:
    // [kind][region]
    std::array<std::vector<double>, workforce::kPostKinds> posts_;
    std::array<double, workforce::kPostKinds> usual_{};
};

}  // namespace bevlogen::careers
