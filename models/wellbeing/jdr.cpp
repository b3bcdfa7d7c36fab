// Constants, starting values and targets of the Job Demands-Resources theory; the weekly kernel is in jdr_step.cpp.
#include "models/wellbeing/jdr.hpp"

#include <algorithm>

#include "models/wellbeing/equations.hpp"
#include "models/wellbeing/factor_step.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;

namespace {

JdrConstants work_out(const JdrParameters& p) {
    JdrConstants c;
    c.exhaustion_gain_up = gain_of(static_cast<double>(p.exhaustion_up));
    c.exhaustion_gain_down = gain_of(static_cast<double>(p.exhaustion_down));
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        c.outcome_gain[o] = gain_of(static_cast<double>(p.relaxation[o]));
        c.outcome_noise_sd[o] = noise_of(static_cast<double>(p.spread[o]), static_cast<double>(p.relaxation[o]));
    }
    c.inverse_sd = {1.0f / p.exhaustion_reference.sd, 1.0f / p.distance_reference.sd, 1.0f / p.vigour_reference.sd,
                    1.0f / p.dedication_reference.sd, 1.0f / p.absorption_reference.sd};
    c.burnout_inverse_sd = 1.0f / p.burnout_reference.sd;
    c.engagement_inverse_sd = 1.0f / p.engagement_reference.sd;
    return c;
}

}  // namespace

Jdr::Jdr(const FactorTargets& targets, const JdrParameters& jdr, const workforce::WorkforceFields& fields)
    : targets_(targets),
      p_(jdr),
      c_(work_out(jdr)),
      factor_constants_(targets.parameters(), targets.fading(), targets.overtime()),
      fields_(fields) {}

void Jdr::populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const {
    for (std::size_t first = 0; first < seats.size(); first += kBulkLanes) {
        populate_few(blocks, chance, seats.subspan(first, std::min(kBulkLanes, seats.size() - first)));
    }
}

// At most as many as the generator serves together.
void Jdr::populate_few(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const {
    std::array<std::uint32_t, kBulkLanes> id_low{}, id_high{};
    for (std::size_t k = 0; k < seats.size(); ++k) {
        id_low[k] = blocks[seats[k].block].person(fields_.engine.id_low)[seats[k].post];
        id_high[k] = blocks[seats[k].block].person(fields_.engine.id_high)[seats[k].post];
    }
    alignas(64) float z[kInitialDraws][kBulkLanes];
    fill_normals(chance, {id_low.data(), id_high.data(), kBulkLanes}, {Week{0}, workforce::kInitialState, 0, kInitialDraws / 4}, z[0],
                 kBulkLanes);
    for (std::size_t k = 0; k < seats.size(); ++k) {
        std::array<float, kInitialDraws> drawn{};
        for (std::size_t d = 0; d < kInitialDraws; ++d) drawn[d] = z[d][k];
        populate_one(blocks[seats[k].block], seats[k].post, drawn);
    }
}

void Jdr::populate_one(Block& block, std::size_t post, const std::array<float, kInitialDraws>& drawn) const {
    const FactorParameters& f = targets_.parameters();
    const auto begins = block.team_begin();
    const auto team = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), post) - begins.begin()) - 1;
    const std::uint8_t phase = block.person(fields_.phase)[post];
    auto z = drawn.begin();
    for (std::size_t j = 0; j < kFactors; ++j) {
        block.person(fields_.factor[j])[post] = targets_.offset(j, phase) + block.team(fields_.team_effect[j])[team] + f.spread * *z++;
    }
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        const float base = f.personal_spread * *z++;
        block.person(fields_.personal_base[k])[post] = base;
        block.person(fields_.personal_slow[k])[post] = base + f.personal_slow_spread * *z++;
    }
    const std::array<Field<float>, kOutcomes> outcomes = {fields_.exhaustion, fields_.distance, fields_.vigour, fields_.dedication,
                                                          fields_.absorption};
    const std::array<float, kOutcomes> means = {p_.exhaustion_reference.mean, p_.distance_reference.mean, p_.vigour_reference.mean,
                                                p_.dedication_reference.mean, p_.absorption_reference.mean};
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const float trait = block.person(o < 2 ? fields_.t_strain : fields_.t_zest)[post];
        block.person(outcomes[o])[post] = means[o] + trait + p_.spread[o] * *z++;
    }
}

void Jdr::set_weights(const Block& block, const Now& now, Scratch& scratch) const {
    using workforce::spread_by_phase;
    const std::uint8_t* phase = block.person(fields_.phase).data();
    const std::size_t n = block.padded_posts();
    spread_by_phase(p_.capital_on_strain, phase, scratch.column(kCapitalOnStrain), n);
    spread_by_phase(p_.flexibility_on_strain, phase, scratch.column(kFlexibilityOnStrain), n);
    spread_by_phase(p_.colleagues_need, phase, scratch.column(kColleaguesNeed), n);
    spread_by_phase(p_.autonomy_need, phase, scratch.column(kAutonomyNeed), n);
    spread_by_phase(p_.content_need, phase, scratch.column(kContentNeed), n);
    const int of_epoch = now.week.value % kWeeksPerEpoch;
    if (of_epoch == 0) return;  // the step of that week draws the noise of its epoch
    fill_normals(now.chance, {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), n},
                 {now.week - Week{of_epoch}, workforce::kWeeklyNoise, kCallOfEpoch, 1}, scratch.column(kEpochNoise), scratch.stride());
}

void Jdr::burnout_z(const Block& block, float* z, std::size_t n) const {
    const float* __restrict exhaustion = block.person(fields_.exhaustion).data();
    const float* __restrict distance = block.person(fields_.distance).data();
    const float weight = p_.distance_in_burnout;
    const float mean = p_.burnout_reference.mean;
    const float inverse_sd = c_.burnout_inverse_sd;
    float* __restrict to = z;
    for (std::size_t i = 0; i < n; ++i) to[i] = z_score(exhaustion[i] + weight * distance[i], mean, inverse_sd);
}

void Jdr::engagement_z(const Block& block, float* z, std::size_t n) const {
    const float* __restrict vigour = block.person(fields_.vigour).data();
    const float* __restrict dedication = block.person(fields_.dedication).data();
    const float* __restrict absorption = block.person(fields_.absorption).data();
    const float mean = p_.engagement_reference.mean;
    const float inverse_sd = c_.engagement_inverse_sd;
    float* __restrict to = z;
    for (std::size_t i = 0; i < n; ++i) {
        to[i] = z_score((vigour[i] + dedication[i] + absorption[i]) * (1.0f / 3.0f), mean, inverse_sd);
    }
}

float Jdr::burnout_z_of(const Block& block, std::size_t post) const {
    const float score = block.person(fields_.exhaustion)[post] + p_.distance_in_burnout * block.person(fields_.distance)[post];
    return z_score(score, p_.burnout_reference.mean, c_.burnout_inverse_sd);
}

float Jdr::engagement_z_of(const Block& block, std::size_t post) const {
    const float sum = block.person(fields_.vigour)[post] + block.person(fields_.dedication)[post] + block.person(fields_.absorption)[post];
    return z_score(sum * (1.0f / 3.0f), p_.engagement_reference.mean, c_.engagement_inverse_sd);
}

}  // namespace bevlogen::wellbeing
