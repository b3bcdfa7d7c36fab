// One week of a block under one latent well-being, inlined into the kernel of each theory that has one.
#pragma once

#include <algorithm>

#include "models/wellbeing/factor_step.hpp"
#include "models/wellbeing/latent.hpp"
#include "models/wellbeing/latent_equations.hpp"
#include "sim/engine/occupied.hpp"

namespace bevlogen::wellbeing {

struct LatentStep {
    FactorStep factors;
    const LatentConstants& c;
    std::array<float, kOutcomes> on_demands;  // loading of each outcome on the weighted demands
    std::size_t padded_posts;
};

// An outcome follows its loading on well-being with the time constant of well-being, and has noise of its own. As all move alike, this is
// one latent state with that time constant, and five noises on top of it.
BEVLOGEN_INLINE void step_loaded_outcomes(const LatentStep& in, Strip& s, const float* wellbeing, std::size_t of_epoch, std::size_t at,
                                          std::size_t n) {
    const float gain = in.c.gain;
    for (std::size_t o = 0; o < kOutcomes; ++o) {
        // The last outcome's noise is drawn once an epoch.
        const float* __restrict noise =
            o + 1 < kOutcomes ? s.noise[kDrawOutcome + o] : in.factors.scratch.column(workforce::columns::kEpochNoise + of_epoch) + at;
        const float* __restrict y = wellbeing;
        const float* __restrict D = s.D;
        float* __restrict outcome = in.factors.columns.outcome[o] + at;
        const float loading = in.c.loading[o], on_demands = in.on_demands[o], sd = in.c.noise_sd[o];
        for (std::size_t i = 0; i < n; ++i) {
            outcome[i] = ou_step(outcome[i], loaded_outcome(loading, on_demands, y[i], D[i]), gain, sd, noise[i]);
        }
    }
}

// `target(s, at, n, wellbeing)` writes what well-being tends to, from factors and personal resources of this week.
template <class Target>
BEVLOGEN_INLINE void step_latent_block(const LatentStep& in, const Now& now, const Target& target) {
    const FactorStep& f = in.factors;
    const auto of_epoch = static_cast<std::size_t>(now.week.value % kWeeksPerEpoch);
    Strip s;
    alignas(64) float wellbeing[kStrip];
    std::size_t shift = 0;
    for (auto run = next_occupied(f.columns.filled, in.padded_posts, 0, kStrip); run.count > 0;
         run = next_occupied(f.columns.filled, in.padded_posts, run.at + run.count, kStrip)) {
        const std::size_t at = run.at, n = run.count;
        draw_week(f, now, s, at, n);
        add_feedbacks(f, s, at, n);
        shift = add_programme_shifts(f, s, at, n, shift);
        step_demands(f, s, at, n);
        step_resources(f, s, at, n, 0.0f, 1.0f);  // in these theories a missing resource counts as any other
        step_personal_resources(f, s, at, n);
        target(s, at, n, wellbeing);
        step_loaded_outcomes(in, s, wellbeing, of_epoch, at, n);
        if (of_epoch + 1 == kWeeksPerEpoch) {  // for who looks on at the clearing
            for (std::size_t k = 0; k < kNeeds; ++k) std::copy_n(s.need[k], n, f.columns.need[k] + at);
        }
    }
}

}  // namespace bevlogen::wellbeing
