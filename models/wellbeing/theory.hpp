// The seam for theories of well-being: what the rest of the model asks of one, chosen once a run.
#pragma once

#include <array>
#include <span>

#include "models/wellbeing/factor_constants.hpp"
#include "models/wellbeing/factor_targets.hpp"
#include "models/wellbeing/initial_state.hpp"
#include "models/wellbeing/phase_weights.hpp"
#include "models/wellbeing/scores.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::wellbeing {

// A theory takes what the factors tend to and advances factors and the five outcomes by one week. Targets, load, absence, programmes and
// instruments are the same for all; they know a theory by its scores.
class Theory {
  public:
    virtual ~Theory() = default;
    Theory(const Theory&) = delete;
    Theory& operator=(const Theory&) = delete;

    const Scores& scores() const { return scores_; }
    // Factors, personal resources and outcomes of who sits on these seats, as they begin.
    void populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const {
        initial_.populate(blocks, chance, seats);
    }
    // What the theory wants to know in the epoch of this week: weights of the phase, and the chance that it draws once an epoch.
    void set_weights(const Block& block, const Now& now, Scratch& scratch) const;
    // One week, in place, from targets, load and scores in `scratch` and the shifts that programmes ask for (ascending by post). Draws the
    // uniforms of the week's absence too, into kAbsenceUniform: one pass of the generator costs less than two. What stands where nobody is
    // has no meaning.
    virtual void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept = 0;

  protected:
    // `targets` and `fields` must outlive it.
    Theory(const FactorTargets& targets, const ScoreParameters& scores, const std::array<OutcomeSpread, kOutcomes>& spread,
           const PhaseWeights& weights, const workforce::WorkforceFields& fields);

    const FactorTargets& targets_;
    const workforce::WorkforceFields& fields_;
    PhaseWeights weights_;
    Scores scores_;
    FactorConstants factor_constants_;

  private:
    InitialState initial_;
};

}  // namespace bevlogen::wellbeing
