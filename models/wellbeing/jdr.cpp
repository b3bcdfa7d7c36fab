// Constants of the Job Demands-Resources theory; the weekly kernel is in jdr_step.cpp.
#include "models/wellbeing/jdr.hpp"

namespace bevlogen::wellbeing {
namespace {

JdrConstants work_out(const JdrParameters& p) {
    JdrConstants c;
    c.exhaustion_gain_up = gain_of(static_cast<double>(p.exhaustion_up));
    c.exhaustion_gain_down = gain_of(static_cast<double>(p.exhaustion_down));
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        c.outcome_gain[o] = gain_of(static_cast<double>(p.relaxation[o]));
        c.outcome_noise_sd[o] = noise_of(static_cast<double>(p.spread[o]), static_cast<double>(p.relaxation[o]));
    }
    return c;
}

JdrParameters with_scaled_needs(JdrParameters p) {
    for (auto* on_need : {&p.vigour_on_need, &p.dedication_on_need, &p.absorption_on_need}) {
        for (float& one : *on_need) one *= p.needs_scale;
    }
    return p;
}

// One trait is of strain, the other of engagement.
std::array<OutcomeSpread, kOutcomes> spread_of(const JdrParameters& p) {
    std::array<OutcomeSpread, kOutcomes> spread;
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        const bool is_strain = o <= static_cast<std::size_t>(Outcome::distance);
        spread[o] = {is_strain ? 1.0f : 0.0f, is_strain ? 0.0f : 1.0f, p.spread[o]};
    }
    return spread;
}

}  // namespace

Jdr::Jdr(const FactorTargets& targets, const JdrParameters& jdr, const workforce::WorkforceFields& fields)
    : Theory(targets, jdr.scores, spread_of(jdr), jdr.weights, fields), p_(with_scaled_needs(jdr)), c_(work_out(jdr)) {}

}  // namespace bevlogen::wellbeing
