// The lever `coaching`: enrolment, window, kick-off, queue, match, rematch, sessions, gain, decay, release, frustration.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/coaching_parameters.hpp"
#include "models/interventions/coaching_settings.hpp"
#include "models/interventions/services.hpp"
#include "models/interventions/trajectory.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "models/workforce/strain_now.hpp"
#include "models/workforce/target_shift.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// What coaching is told about the world it works in.
struct CoachingContext {
    const workforce::WorkforceFields* fields = nullptr;
    Ledger<Trajectory> ledger;
    std::size_t lever = 0;                                     // number of `coaching` in the vocabulary
    std::array<float, workforce::kPhases> autonomy_offset{};   // centred phase offset of autonomy
    double population_scale = 1.0;                             // coaches and budgets are of the whole country
    double session_external = 150.0, session_internal = 90.0;  // EUR, by which a budget is spent
};

// A person has at most one trajectory under way, in whatever programme. Rows go with the person; whoever removes a person from a post
// removes the rows. Nothing here depends on blocks, threads or the order of posts.
class Coaching {
  public:
    Coaching(const CoachingParameters& parameters, const CoachingContext& context) : p_(parameters), c_(context) {}

    // Before the week's load: hours that released sessions take from care this week (kReleasedHours, from 0), for who has sessions and is
    // at work; those of a trajectory are spread evenly over its weeks. Hours that hired hours replace take nothing.
    void release_hours(const Block& block, Scratch& scratch) const noexcept;

    // What this week's trajectories add to the targets of factors, in ascending order of post: autonomy, recovery, work-home interference,
    // friction with management, and workload where the time is not released. Appends to `shifts`, which keeps its capacity.
    void add_target_shifts(const Block& block, Week week, std::vector<workforce::TargetShift>& shifts) const;

    // One week, after the theory's step: who is asked and enrols, sessions, gains and their decay. Keeps programme_gain, coaching_stage and
    // the ledger. Scores are of the start of the week. Reads kVisibility and kStigmaShift.
    void step(Block& block, const Now& now, const workforce::StrainNow& strain, const Scratch& scratch) const;

    // Whom the last four weeks sent on to a service: at the intake, or, where treatment is called for, after the last session. In ascending
    // order of post; appends.
    void add_referrals(const Block& block, const Now& now, std::vector<ServiceStay>& referred) const;

    // The clearing: intakes and coaches are given out, first come first served, ties by a draw; teams where people began lose stigma.
    void clear_nation(std::span<Block> blocks, const Now& now) const;

  private:
    void advance_rows(Block& block, const Now& now, const workforce::StrainNow& strain, std::vector<Trajectory>& asked) const;
    void give_out_intakes(std::span<Block> blocks, const Now& now) const;
    void give_out_coaches(std::span<Block> blocks, const Now& now) const;
    void lower_stigma(Block& block, Week week) const;

    CoachingParameters p_;
    CoachingContext c_;
};

}  // namespace bevlogen::interventions
