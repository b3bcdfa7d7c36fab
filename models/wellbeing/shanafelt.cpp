// The week of a block under eight drivers.
#include "models/wellbeing/shanafelt.hpp"

#include "models/wellbeing/latent_step.hpp"
#include "sim/core/instruction_set.hpp"

namespace bevlogen::wellbeing {
namespace {

struct ShanafeltStep {
    LatentStep latent;
    const ShanafeltParameters& p;
};

BEVLOGEN_INLINE void step_block(const ShanafeltStep& in, const Now& now) {
    const BlockColumns& columns = in.latent.factors.columns;
    const auto target = [&](const Strip&, std::size_t at, std::size_t n, float* wellbeing) __attribute__((always_inline)) {
        std::fill_n(wellbeing, n, 0.0f);
        for (std::size_t k = 0; k < kDrivers; ++k) {
            const auto& factor = driver_parts()[k].factor;
            const float* __restrict a = columns.factor[factor[0]] + at;
            const float* __restrict b = columns.factor[factor[1]] + at;
            float* __restrict y = wellbeing;
            const float on_a = in.p.part[k][0], on_b = in.p.part[k][1], weight = in.p.scale * in.p.weight[k];
            for (std::size_t i = 0; i < n; ++i) y[i] += weight * driver(on_a, a[i], on_b, b[i]);
        }
        const float* __restrict t_zest = columns.t_zest + at;
        const float* __restrict t_strain = columns.t_strain + at;
        float* __restrict y = wellbeing;
        for (std::size_t i = 0; i < n; ++i) y[i] += wellbeing_trait(t_zest[i], t_strain[i]);
    };
    step_latent_block(in.latent, now, target);
}

void step_narrow(const ShanafeltStep& in, const Now& now) { step_block(in, now); }
BEVLOGEN_WIDE_COPY void step_wide(const ShanafeltStep& in, const Now& now) { step_block(in, now); }

}  // namespace

Shanafelt::Shanafelt(const FactorTargets& targets, const ShanafeltParameters& parameters, const PhaseWeights& weights,
                     const workforce::WorkforceFields& fields)
    : Theory(targets, parameters.scores, spread_of(parameters.latent), weights, fields), p_(parameters), c_(parameters.latent) {}

void Shanafelt::step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept {
    const BlockColumns columns = columns_of(block, fields_);
    const ShanafeltStep in{{{targets_.parameters(), factor_constants_, columns, scratch, shifts}, c_, {}, block.padded_posts()}, p_};
    vector_width() == VectorWidth::wide ? step_wide(in, now) : step_narrow(in, now);
}

}  // namespace bevlogen::wellbeing
