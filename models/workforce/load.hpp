// Capacity of a team, care demand, load, hours and backlog, week by week.
#pragma once

#include "models/workforce/conditions.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

// Worked out once from the parameters.
struct LoadConstants {
    float log_growth_a_week = 0.0f, shock_innovation = 0.0f, trend_gain = 0.0f;
    std::array<float, kPhases> supervision_hours{};  // of care, per present person of the phase
};

class Load {
  public:
    // `mean_fte`: contract size by phase in the world's posts; growth counts from the end of the burn-in.
    Load(const WorkParameters& work, const std::array<float, kPhases>& mean_fte, const WorkforceFields& fields, Week burn_in);

    // Reference capacity K0 (hours of care a week) and formation of each team from its posts of the base world, filled or not (added posts
    // count nowhere); trend 1, no backlog, and the shock of care demand from its stationary distribution. After populate_posts, whose
    // phases stand for who typically sits on each post.
    void populate(Block& block, const Chance& chance) const;

    // After the levers have set the conditions: what the hours and the care of each post follow from until the next call.
    void set_hours(const Block& block, Scratch& scratch) const;

    // One week: from who is present and how they are at the start of the week to the load L of each team. Writes the team's log_load,
    // trend, shock, backlog and care not delivered, the hours of each person, and L spread over posts (kLogLoad). Reads kReleasedHours.
    void step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept;

    const WorkParameters& parameters() const { return work_; }
    // Hours a week of a phase at its mean FTE at a load of 0: what hours worked compare with (C17).
    float reference_hours(Phase phase) const { return work_.reference_hours[index_of(phase)] * mean_fte_[index_of(phase)]; }

  private:
    WorkParameters work_;
    std::array<float, kPhases> mean_fte_;
    const WorkforceFields& fields_;
    Week burn_in_;
    LoadConstants c_;
};

}  // namespace bevlogen::workforce
