// Counts posts by region.
#include "models/careers/region_flows.hpp"

#include <algorithm>

#include "sim/core/week.hpp"

namespace bevlogen::careers {

using workforce::index_of;
using workforce::is_pool;
using workforce::kPostKinds;

namespace {

std::uint32_t region_number(const workforce::World& world, TeamId team) {
    return static_cast<std::uint32_t>(workforce::region_of(world, team));
}

}  // namespace

std::vector<RegionPool> find_pools(const workforce::World& world, std::span<const Block> blocks) {
    std::vector<RegionPool> pools;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        for (std::size_t t = 0; t < blocks[b].teams(); ++t) {
            if (is_pool(blocks[b].team_sites()[t])) pools.push_back({b, t, region_number(world, blocks[b].team_ids()[t])});
        }
    }
    return pools;
}

RegionFlows::RegionFlows(const workforce::World& world, const workforce::WorkforceFields& fields, std::span<const Block> blocks) {
    for (std::size_t k = 0; k < kPostKinds; ++k) {
        posts_[k].assign(static_cast<std::size_t>(world.regions), 0.0);
        usual_[k] = workforce::usual_posts(world, static_cast<workforce::PostKind>(k));
    }
    for (const Block& block : blocks) {
        const auto is_open = block.person(fields.is_open);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            if (is_pool(block.team_sites()[t])) continue;
            const std::uint32_t region = region_number(world, block.team_ids()[t]);
            // Posts of a kind stand together: a run of them is counted at once.
            const std::uint8_t* kinds = block.post_kinds().data();
            const std::size_t end = block.team_begin()[t + 1];
            for (std::size_t i = block.team_begin()[t]; i < end;) {
                const std::uint8_t raw = kinds[i];
                const std::size_t begin = i;
                while (i < end && kinds[i] == raw) ++i;
                const auto counts = workforce::is_added(raw)
                                        ? std::count(is_open.begin() + static_cast<std::ptrdiff_t>(begin),
                                                     is_open.begin() + static_cast<std::ptrdiff_t>(i), workforce::kFilledAtOnce)
                                        : static_cast<std::ptrdiff_t>(i - begin);
                posts_[index_of(workforce::post_kind_of(raw))][region] += static_cast<double>(counts);
            }
        }
    }
}

double RegionFlows::in_epoch(double a_year, workforce::PostKind kind, std::uint32_t region) const {
    const double usual = usual_[index_of(kind)];
    return usual > 0.0 ? a_year * posts_[index_of(kind)][region] / usual * kWeeksPerEpoch / kWeeksPerYear : 0.0;
}

}  // namespace bevlogen::careers
