// Who gives notice, changes hours or withdraws: decided at the end of each epoch's last week, carried out at the clearing that follows.
#pragma once

#include "models/careers/departure_parameters.hpp"
#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/stationary.hpp"
#include "models/workforce/strain_now.hpp"
#include "sim/engine/model.hpp"

namespace bevlogen::careers {

class Departure {
  public:
    // `applies_a_year`: rate at which anios apply for training. Rates of leaving and ages of retirement are those of `careers`.
    Departure(const DepartureParameters& departure, const workforce::CareerParameters& careers, float applies_a_year,
              float longest_leave_weeks, const workforce::WorkforceFields& fields);

    // Nobody has given notice; some work fewer hours already, and some were on burnout leave before, as where these rates always held.
    // After populate_posts.
    void populate(Block& block, const Chance& chance, std::size_t begin, std::size_t end) const;

    // After the absence of an epoch's last week, from the scores at its start. Writes intention, notice, hours_change; changes fte, who has
    // side roles and what these do to zest. Draws one call a person under kDeparture. At vacant posts nothing but that notices are none.
    // `seeks_times`: of each post, the rate of looking for another employer over the usual.
    void step(Block& block, const Now& now, const workforce::StrainNow& strain, const float* seeks_times) const noexcept;

    const DepartureParameters& parameters() const { return p_; }

  private:
    DepartureParameters p_;
    workforce::CareerParameters careers_;
    float applies_a_year_;
    float longest_leave_weeks_;
    const workforce::WorkforceFields& fields_;
};

}  // namespace bevlogen::careers
