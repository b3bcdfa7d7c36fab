// The lever `monitoring`: waves of a questionnaire, referral of who scores high, and teams that redesign their work.
#pragma once

#include <span>
#include <vector>

#include "models/interventions/monitoring_reading.hpp"
#include "models/interventions/service.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/scratch_layout.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::interventions {

// Data alone do nothing: without referral and trigger a wave leaves no trace (Linzer 2015).
LeverDecl monitoring_lever();

struct MonitoringSettings {
    MonitoringInstrument instrument = MonitoringInstrument::bat;
    int interval = 26;         // weeks
    double cut_off = kNotSet;  // points; unwritten: the instrument's
    float referral = 0.0f;     // share of those at or above it
    Service service = Service::occupational_physician;
    double trigger = kNotSet;  // share of a team's readings; unwritten: no redesign
    float redesign_workload = 0.0f, redesign_autonomy = 0.0f, redesign_recovery = 0.0f;  // SD
    int redesign_weeks = 104;
};

// What was written under `monitoring`.
MonitoringSettings monitoring_settings(std::span<const double> values);

// Draws of an intervention for a person in a week; the numbers of coaching and of the engine are others.
enum MonitoringDraw : std::uint32_t { kDrawReading = 96, kDrawMonitored };

class Monitoring {
  public:
    // `fields` must outlive it; `lever` is the number of `monitoring` in the vocabulary.
    Monitoring(const MonitoringReading& reading, const workforce::WorkforceFields& fields, std::size_t lever)
        : reading_(reading), fields_(fields), lever_(lever) {}

    // Scores of the posts of a block.
    struct Scores {
        const float* z_exhaustion = nullptr;
        const float* z_burnout = nullptr;
    };

    // Adds to the base targets of who is in reach and in a team that redesigned its work what that changes.
    void add_redesign(std::span<const InterventionNow> interventions, const Block& block, Scratch& scratch) const;

    // Whether any intervention reads at this clearing.
    bool has_wave(const Now& now) const;

    // The clearing of a block. Redesigns count down; then everybody in reach and at work reads where a wave is due, of a dose below 1 that
    // share of persons. Who is at or above the cut-off is referred with the share `referral`; appends to `referred`. A team with more of
    // them than the trigger redesigns its work; one that another intervention redesigns waits for that to end.
    void clear_block(Block& block, const Now& now, const Scores& scores, std::vector<ServiceStay>& referred) const;

  private:
    struct TeamReadings {
        int readings = 0, above = 0;
    };

    TeamReadings read_team(const Block& block, std::size_t team, const Now& now, const InterventionNow& intervention,
                           const MonitoringSettings& settings, const Scores& scores, std::vector<ServiceStay>& referred) const;

    MonitoringReading reading_;
    const workforce::WorkforceFields& fields_;
    std::size_t lever_;
};

}  // namespace bevlogen::interventions
