// Sums what feeds and frustrates each need.
#include "models/wellbeing/needs.hpp"

#include <algorithm>

namespace bevlogen::wellbeing {

using workforce::factor_of;
using workforce::kDemands;
using workforce::Resource;

namespace {

// Posts at a time: long enough that a column streams in from memory, short enough that the needs stay in cache.
constexpr std::size_t kStrip = 1024;

}  // namespace

void measure_needs(const Jdr& theory, const Block& block, float* out, std::size_t stride) {
    const auto& f = theory.factors();
    const auto& p = theory.parameters();
    for (std::size_t need = 0; need < kNeeds; ++need) std::fill_n(out + need * stride, block.posts(), 0.0f);
    for (std::size_t begin = 0; begin < block.posts(); begin += kStrip) {
        const std::size_t n = std::min(kStrip, block.posts() - begin);
        const std::uint8_t* phase = block.person(theory.fields().phase).data() + begin;
        for (std::size_t j = 0; j < kFactors; ++j) {
            const float* __restrict x = block.person(theory.fields().factor[j]).data() + begin;
            const std::array<float, kPhases>* phase_weight = j == factor_of(Resource::autonomy)            ? &p.autonomy_need
                                                             : j == factor_of(Resource::colleague_support) ? &p.colleagues_need
                                                             : j == factor_of(Resource::work_content)      ? &p.content_need
                                                                                                           : nullptr;
            std::array<float, kStrip> weighted;
            if (phase_weight) {
                for (std::size_t i = 0; i < n; ++i) weighted[i] = (*phase_weight)[phase[i]] * x[i];
                x = weighted.data();
            }
            for (std::size_t need = 0; need < kNeeds; ++need) {
                const float weight = j < kDemands ? -f.need[j][need] : f.need[j][need];
                float* __restrict to = out + need * stride + begin;
                for (std::size_t i = 0; i < n; ++i) to[i] += weight * x[i];
            }
        }
    }
}

}  // namespace bevlogen::wellbeing
