// Capacity of a team, care demand, load, hours and backlog, week by week.
#pragma once

#include "models/workforce/conditions.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::workforce {

class Load {
  public:
    Load(const WorkParameters& work, const WorkforceFields& fields, Week burn_in) : work_(work), fields_(fields), burn_in_(burn_in) {}

    // Reference capacity K0 and formation of each team from its posts of the base world, filled or not (added posts count nowhere); trend
    // 1, no backlog, and the shock of care demand from its stationary distribution.
    void populate(Block& block, const Chance& chance) const;

    // After the levers have set the conditions: hours of care and of the roster of each post (kCareHours, kRosterHours).
    void set_hours(const Block& block, Scratch& scratch) const;

    // One week: from who is present and how they are at the start of the week to the load L of each team. Writes the team's log_load,
    // trend, shock and backlog, the hours of each person, and L spread over posts (kLogLoad). Reads kReleasedHours.
    void step(Block& block, const Now& now, const StrainNow& strain, Scratch& scratch) const noexcept;

    const WorkParameters& parameters() const { return work_; }

  private:
    WorkParameters work_;
    const WorkforceFields& fields_;
    Week burn_in_;  // growth counts from its end
};

}  // namespace bevlogen::workforce
