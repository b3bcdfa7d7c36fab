// Works out gains, noises and the shifts by which kicks fade.
#include "models/wellbeing/factor_constants.hpp"

#include <cmath>

#include "models/workforce/absence_equations.hpp"

namespace bevlogen::wellbeing {

using workforce::Demand;
using workforce::factor_of;
using workforce::fading_shift;
using workforce::Resource;

float gain_of(double tau) { return static_cast<float>(-std::expm1(-1.0 / tau)); }
float noise_of(double spread, double tau) { return static_cast<float>(spread * std::sqrt(-std::expm1(-2.0 / tau))); }

FactorConstants::FactorConstants(const FactorParameters& f, const Fading& fading, float overtime_per_load) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        gain[j] = gain_of(static_cast<double>(f.relaxation[j]));
        noise_sd[j] = noise_of(static_cast<double>(f.spread), static_cast<double>(f.relaxation[j]));
    }
    noise_common = std::sqrt(f.shared_noise);
    noise_own = std::sqrt(1.0f - f.shared_noise);
    personal_gain = gain_of(static_cast<double>(f.personal_relaxation));
    personal_noise_sd = noise_of(static_cast<double>(f.personal_slow_spread), static_cast<double>(f.personal_relaxation));
    const auto shift = [&](float kick, float fade, auto factor) { return fading_shift(kick, fade, gain[factor_of(factor)]); };
    evaluation_shift = shift(1.0f, fading.events, Demand::evaluation_pressure);
    conflict_shift = shift(-1.0f, fading.events, Resource::colleague_support);
    unclarity_shift = shift(fading.newcomer_on_unclarity, fading.newcomer, Demand::role_unclarity);
    colleagues_shift = shift(-fading.newcomer_on_colleagues, fading.newcomer, Resource::colleague_support);
    supervisor_shift = shift(-fading.newcomer_on_supervisor, fading.newcomer, Resource::supervisor_support);
    newcomer_fade = fading.newcomer;
    overtime = overtime_per_load;
}

}  // namespace bevlogen::wellbeing
