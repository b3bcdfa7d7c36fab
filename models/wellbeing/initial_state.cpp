// Draws the state in which people begin, as many at a time as the generator serves together.
#include "models/wellbeing/initial_state.hpp"

#include <algorithm>

#include "models/workforce/purposes.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

void InitialState::populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const {
    for (std::size_t first = 0; first < seats.size(); first += kBulkLanes) {
        populate_few(blocks, chance, seats.subspan(first, std::min(kBulkLanes, seats.size() - first)));
    }
}

// At most as many as the generator serves together.
void InitialState::populate_few(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const {
    const workforce::WorkforceFields& fields = scores_.fields();
    std::array<std::uint32_t, kBulkLanes> id_low{}, id_high{};
    for (std::size_t k = 0; k < seats.size(); ++k) {
        id_low[k] = blocks[seats[k].block].person(fields.engine.id_low)[seats[k].post];
        id_high[k] = blocks[seats[k].block].person(fields.engine.id_high)[seats[k].post];
    }
    alignas(64) float z[kDraws][kBulkLanes];
    fill_normals(chance, {id_low.data(), id_high.data(), kBulkLanes}, {Week{0}, workforce::kInitialState, 0, kDraws / 4}, z[0], kBulkLanes);
    for (std::size_t k = 0; k < seats.size(); ++k) {
        std::array<float, kDraws> drawn{};
        for (std::size_t d = 0; d < kDraws; ++d) drawn[d] = z[d][k];
        populate_one(blocks[seats[k].block], seats[k].post, drawn);
    }
}

void InitialState::populate_one(Block& block, std::size_t post, const std::array<float, kDraws>& drawn) const {
    const workforce::WorkforceFields& fields = scores_.fields();
    const FactorParameters& f = targets_.parameters();
    const auto begins = block.team_begin();
    const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), post) - begins.begin()) - 1;
    const std::uint8_t phase = block.person(fields.phase)[post];
    auto z = drawn.begin();
    for (std::size_t j = 0; j < kFactors; ++j) {
        block.person(fields.factor[j])[post] = targets_.offset(j, phase) + block.team(fields.team_effect[j])[team] + f.spread * *z++;
    }
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        const float base = f.personal_spread * *z++;
        block.person(fields.personal_base[k])[post] = base;
        block.person(fields.personal_slow[k])[post] = base + f.personal_slow_spread * *z++;
    }
    const std::array<Field<float>, kOutcomes> outcomes = {fields.exhaustion, fields.distance, fields.vigour, fields.dedication,
                                                          fields.absorption};
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const float trait =
            spread_[o].on_strain * block.person(fields.t_strain)[post] + spread_[o].on_zest * block.person(fields.t_zest)[post];
        block.person(outcomes[o])[post] = scores_.parameters().outcome[o].mean + trait + spread_[o].sd * *z++;
    }
}

}  // namespace bevlogen::wellbeing
