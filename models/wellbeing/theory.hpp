// The seam for theories of well-being: what the rest of the model asks of one, chosen once a run.
#pragma once

#include <span>

#include "models/workforce/seat.hpp"
#include "models/workforce/strain_now.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::wellbeing {

// A theory takes what the factors tend to and advances factors and the five outcomes by one week. Targets, load, absence, programmes and
// instruments are the same for all; they know a theory by the z scores of exhaustion, burnout and engagement.
class Theory {
  public:
    virtual ~Theory() = default;

    // Factors, personal resources and outcomes of who sits on these seats, from their stationary distribution without feedbacks, drawn as
    // of the start of the burn-in.
    virtual void populate(std::span<Block> blocks, const Chance& chance, std::span<const workforce::Seat> seats) const = 0;
    // What the theory itself wants to know in the epoch of this week, such as weights of the phase and chance that it draws once an epoch.
    virtual void set_weights(const Block& block, const Now& now, Scratch& scratch) const = 0;
    // Scores at the start of the week; valid until the next call.
    virtual workforce::StrainNow score(const Block& block, Scratch& scratch) const noexcept = 0;
    // One week, in place, from targets, load and scores in `scratch` and the shifts that programmes ask for (ascending by post). Draws the
    // uniforms of the week's absence too, into kAbsenceUniform: one pass of the generator costs less than two. What stands where nobody is
    // has no meaning.
    virtual void step(Block& block, const Now& now, Scratch& scratch, std::span<const workforce::TargetShift> shifts) const noexcept = 0;

    // Scores of the posts [0, n) of a block.
    virtual void burnout_z(const Block& block, float* z, std::size_t n) const = 0;
    virtual void engagement_z(const Block& block, float* z, std::size_t n) const = 0;
};

}  // namespace bevlogen::wellbeing
