// Spreads weights by phase.
#include "models/wellbeing/phase_weights.hpp"

#include "models/workforce/of_phase.hpp"
#include "models/workforce/scratch_layout.hpp"

namespace bevlogen::wellbeing {

void spread_weights(const PhaseWeights& weights, const workforce::WorkforceFields& fields, const Block& block, Scratch& scratch) {
    using namespace workforce::columns;
    using workforce::spread_by_phase;
    const std::uint8_t* phase = block.person(fields.phase).data();
    const std::size_t n = block.padded_posts();
    spread_by_phase(weights.capital_on_strain, phase, scratch.column(kCapitalOnStrain), n);
    spread_by_phase(weights.flexibility_on_strain, phase, scratch.column(kFlexibilityOnStrain), n);
    spread_by_phase(weights.colleagues_need, phase, scratch.column(kColleaguesNeed), n);
    spread_by_phase(weights.autonomy_need, phase, scratch.column(kAutonomyNeed), n);
    spread_by_phase(weights.content_need, phase, scratch.column(kContentNeed), n);
}

}  // namespace bevlogen::wellbeing
