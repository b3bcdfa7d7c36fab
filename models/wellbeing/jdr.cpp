// Constants, starting values and targets of the Job Demands-Resources theory; the weekly kernel is in jdr_step.cpp.
#include "models/wellbeing/jdr.hpp"

#include <cmath>

#include "models/wellbeing/equations.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

using namespace workforce::columns;

namespace {

// 1 - e^(-1/tau) and s sqrt(1 - e^(-2/tau)), rounded to float from double precision.
float gain_of(double tau) { return static_cast<float>(-std::expm1(-1.0 / tau)); }
float noise_of(double spread, double tau) { return static_cast<float>(spread * std::sqrt(-std::expm1(-2.0 / tau))); }

JdrConstants work_out(const FactorParameters& f, const JdrParameters& p) {
    JdrConstants c;
    for (std::size_t j = 0; j < kFactors; ++j) {
        c.gain[j] = gain_of(f.relaxation[j]);
        c.noise_sd[j] = noise_of(f.spread, f.relaxation[j]);
    }
    c.noise_common = std::sqrt(f.shared_noise);
    c.noise_own = std::sqrt(1.0f - f.shared_noise);
    c.personal_gain = gain_of(f.personal_relaxation);
    c.personal_noise_sd = noise_of(f.personal_slow_spread, f.personal_relaxation);
    c.exhaustion_gain_up = gain_of(p.exhaustion_up);
    c.exhaustion_gain_down = gain_of(p.exhaustion_down);
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        c.outcome_gain[o] = gain_of(p.relaxation[o]);
        c.outcome_noise_sd[o] = noise_of(p.spread[o], p.relaxation[o]);
    }
    c.inverse_sd = {1.0f / p.exhaustion_reference.sd, 1.0f / p.distance_reference.sd, 1.0f / p.vigour_reference.sd,
                    1.0f / p.dedication_reference.sd, 1.0f / p.absorption_reference.sd};
    c.burnout_inverse_sd = 1.0f / p.burnout_reference.sd;
    c.engagement_inverse_sd = 1.0f / p.engagement_reference.sd;
    return c;
}

}  // namespace

Jdr::Jdr(const FactorParameters& factors, const JdrParameters& jdr, const workforce::WorkforceFields& fields)
    : f_(factors), p_(jdr), c_(work_out(factors, jdr)), fields_(fields) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        for (std::size_t k = 0; k < kPhases; ++k) offset_[j][k] = centred_offset(factors, j, k);
    }
}

void Jdr::populate(Block& block, const Chance& chance) const {
    constexpr std::size_t kDraws = 28;
    Scratch draws;
    draws.prepare(block, kDraws, 0);
    fill_normals(chance, {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), block.padded_posts()},
                 {Week{0}, workforce::kInitialState, 0, kDraws / 4}, draws.column(0), draws.stride());
    const auto phase = block.person(fields_.phase);
    std::size_t draw = 0;
    for (std::size_t j = 0; j < kFactors; ++j) {
        const float* z = draws.column(draw++);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            const float effect = block.team(fields_.team_effect[j])[t];
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) {
                block.person(fields_.factor[j])[i] = offset_[j][phase[i]] + effect + f_.spread * z[i];
            }
        }
    }
    for (std::size_t k = 0; k < kPersonalResources; ++k) {
        const float* between = draws.column(draw++);
        const float* within = draws.column(draw++);
        for (std::size_t i = 0; i < block.posts(); ++i) {
            block.person(fields_.personal_base[k])[i] = f_.personal_spread * between[i];
            block.person(fields_.personal_slow[k])[i] = f_.personal_spread * between[i] + f_.personal_slow_spread * within[i];
        }
    }
    const std::array<Field<float>, kOutcomes> outcomes = {fields_.exhaustion, fields_.distance, fields_.vigour, fields_.dedication,
                                                          fields_.absorption};
    const std::array<float, kOutcomes> means = {p_.exhaustion_reference.mean, p_.distance_reference.mean, p_.vigour_reference.mean,
                                                p_.dedication_reference.mean, p_.absorption_reference.mean};
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const float* z = draws.column(draw++);
        const auto trait = block.person(o < 2 ? fields_.t_strain : fields_.t_zest);
        for (std::size_t i = 0; i < block.posts(); ++i) block.person(outcomes[o])[i] = means[o] + trait[i] + p_.spread[o] * z[i];
    }
}

void Jdr::set_targets(const Block& block, Scratch& scratch) const {
    const auto phase = block.person(fields_.phase);
    const std::size_t n = block.posts();
    for (std::size_t j = 0; j < kFactors; ++j) {
        float* target = scratch.column(kBaseTarget + j);
        const float* offset = offset_[j].data();
        const auto effect = block.team(fields_.team_effect[j]);
        for (std::size_t t = 0; t < block.teams(); ++t) {
            for (std::uint32_t i = block.team_begin()[t]; i < block.team_begin()[t + 1]; ++i) target[i] = offset[phase[i]] + effect[t];
        }
    }
    const auto spread_weight = [&](std::size_t column, const std::array<float, kPhases>& weight) {
        float* out = scratch.column(column);
        for (std::size_t i = 0; i < n; ++i) out[i] = weight[phase[i]];
    };
    spread_weight(kCapitalOnStrain, p_.capital_on_strain);
    spread_weight(kFlexibilityOnStrain, p_.flexibility_on_strain);
    spread_weight(kColleaguesNeed, p_.colleagues_need);
    spread_weight(kAutonomyNeed, p_.autonomy_need);
    spread_weight(kContentNeed, p_.content_need);
    const auto weeks_in_post = block.person(fields_.weeks_in_post);
    float* content = scratch.column(kBaseTarget + factor_of(workforce::Resource::work_content));
    for (std::size_t i = 0; i < n; ++i) {
        const float years = static_cast<float>(weeks_in_post[i]) * (1.0f / kWeeksPerYear);
        content[i] += work_content_feedback(f_.care_on_content, 0.0f, 0.0f, f_.wear_of_content, f_.wear_grace, years);
    }
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
