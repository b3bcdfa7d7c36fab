// What all theories of well-being have in common.
#include "models/wellbeing/theory.hpp"

#include "models/wellbeing/factor_step.hpp"
#include "models/workforce/purposes.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/random/bulk.hpp"

namespace bevlogen::wellbeing {

Theory::Theory(const FactorTargets& targets, const ScoreParameters& scores, const std::array<OutcomeSpread, kOutcomes>& spread,
               const PhaseWeights& weights, const workforce::WorkforceFields& fields)
    : targets_(targets),
      fields_(fields),
      weights_(weights),
      scores_(scores, fields),
      factor_constants_(targets.parameters(), targets.fading(), targets.overtime()),
      initial_(targets, scores_, spread) {}

void Theory::set_weights(const Block& block, const Now& now, Scratch& scratch) const {
    spread_weights(weights_, fields_, block, scratch);
    const int of_epoch = now.week.value % kWeeksPerEpoch;
    if (of_epoch == 0) return;  // the step of that week draws the noise of its epoch
    fill_normals(now.chance,
                 {block.person(fields_.engine.id_low).data(), block.person(fields_.engine.id_high).data(), block.padded_posts()},
                 {now.week - Week{of_epoch}, workforce::kWeeklyNoise, kCallOfEpoch, 1}, scratch.column(workforce::columns::kEpochNoise),
                 scratch.stride());
}

}  // namespace bevlogen::wellbeing
