// Works out once what the base targets are summed from; blocks are filled in factor_targets_fill.cpp.
#include "models/wellbeing/factor_targets.hpp"

#include "models/workforce/capacity_equations.hpp"

namespace bevlogen::wellbeing {

using workforce::Demand;
using workforce::factor_of;
using workforce::Resource;

FactorTargets::FactorTargets(const FactorParameters& factors, const TargetReferences& references, const workforce::WorkforceFields& fields)
    : f_(factors), r_(references), fields_(fields) {
    for (std::size_t j = 0; j < kFactors; ++j) {
        for (std::size_t k = 0; k < kPhases; ++k) level_[j][k] = offset_[j][k] = centred_offset(factors, j, k);
    }
    for (std::size_t k = 0; k < kPhases; ++k) {
        level_[factor_of(Demand::emotional_load)][k] -= r_.events.emotional_load;
        level_[factor_of(Demand::evaluation_pressure)][k] -= r_.events.evaluation;
        level_[factor_of(Resource::colleague_support)][k] -= r_.events.colleagues - r_.fading.newcomer_on_colleagues * r_.newcomer[k];
        level_[factor_of(Resource::supervisor_support)][k] += r_.fading.newcomer_on_supervisor * r_.newcomer[k];
        level_[factor_of(Demand::role_unclarity)][k] -= r_.fading.newcomer_on_unclarity * r_.newcomer[k];
        reference_care_[k] = workforce::care_share(r_.work.administration_share[k], r_.work.side_task_share, r_.work.loss_share[k]);
    }
}

}  // namespace bevlogen::wellbeing
