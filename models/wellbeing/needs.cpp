// Sums what feeds and frustrates each need.
#include "models/wellbeing/needs.hpp"

#include <algorithm>

namespace bevlogen::wellbeing {

using workforce::factor_of;
using workforce::kDemands;
using workforce::Resource;

void measure_needs(const Jdr& theory, const Block& block, float* out, std::size_t stride) {
    const auto& f = theory.factors();
    const auto& p = theory.parameters();
    const auto phase = block.person(theory.fields().phase);
    for (std::size_t n = 0; n < kNeeds; ++n) {
        float* need = out + n * stride;
        std::fill_n(need, block.posts(), 0.0f);
        for (std::size_t j = 0; j < kFactors; ++j) {
            const auto x = block.person(theory.fields().factor[j]);
            const float weight = j < kDemands ? -f.need[j][n] : f.need[j][n];
            const std::array<float, kPhases>* phase_weight = j == factor_of(Resource::autonomy)            ? &p.autonomy_need
                                                             : j == factor_of(Resource::colleague_support) ? &p.colleagues_need
                                                             : j == factor_of(Resource::work_content)      ? &p.content_need
                                                                                                           : nullptr;
            for (std::size_t i = 0; i < block.posts(); ++i) need[i] += weight * (phase_weight ? (*phase_weight)[phase[i]] * x[i] : x[i]);
        }
    }
}

}  // namespace bevlogen::wellbeing
