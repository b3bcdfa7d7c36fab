// The lever `coaching`: enrolment, window, kick-off, queue, match, rematch, sessions, gain, decay, release, frustration.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/trajectory.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/strain_now.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

LeverDecl coaching_lever();

// What coaching is told about the world it works in.
struct CoachingContext {
    const workforce::WorkforceFields* fields = nullptr;
    Ledger<Trajectory> ledger;
    std::size_t lever = 0;                                    // number of `coaching` in the vocabulary
    std::array<float, workforce::kPhases> autonomy_offset{};  // centred phase offset of autonomy
};

class Coaching {
  public:
    Coaching(const CoachingParameters& parameters, const CoachingContext& context) : p_(parameters), c_(context) {}

    // Before the week's load: hours that released sessions take from care this week (kReleasedHours, from 0), for who has sessions.
    void release_hours(const Block& block, Scratch& scratch) const noexcept;

    // What this week's trajectories add to the targets of factors, in ascending order of post: autonomy, recovery, work-home interference,
    // friction with management, and workload where the time is not released. Appends to `shifts`, which keeps its capacity.
    void add_target_shifts(const Block& block, Scratch& scratch, std::vector<workforce::TargetShift>& shifts) const;

    // One week, after the theory's step: who is asked and enrols, sessions, gains and their decay. Keeps programme_gain, coaching_stage and
    // the ledger. Scores are of the start of the week.
    void step(Block& block, const Now& now, const workforce::StrainNow& strain, Scratch& scratch) const;

    // The clearing: coaches are given out, first come first served, ties by a draw; teams where people took part lose stigma.
    void clear_nation(std::span<Block> blocks, const Now& now) const;

  private:
    CoachingParameters p_;
    CoachingContext c_;
};

}  // namespace bevlogen::interventions
