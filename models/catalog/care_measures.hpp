// Measures what follows for patients and rosters: incidents, time of care, vacant posts, duties that nobody covers.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/catalog/outcome_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "models/workforce/of_phase.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/population/block.hpp"

namespace bevlogen {

// Places among the outcomes of care.
enum CareOutcome : std::size_t { kIncidentIndex, kPatientDissatisfaction, kCarePerPatient, kVacantPosts, kDutiesUncovered, kCareOutcomes };

std::vector<OutcomeDecl> care_outcomes();

class CareMeasures {
  public:
    // `fields` must outlive it.
    CareMeasures(const workforce::WorkforceFields& fields, const workforce::WorkParameters& work, const OutcomeParameters& outcomes);

    // `burnt_out`: 1 or 0 of each post, by a reading without response shift; `z_engagement`: the score.
    void measure(const Block& block, const std::uint8_t* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                 std::size_t first) const;

  private:
    void measure_teams(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    void measure_risks(const Block& block, const std::uint8_t* burnt_out, const float* z_engagement, OutcomeColumns& columns,
                       std::size_t first) const;

    const workforce::WorkforceFields& fields_;
    OutcomeParameters p_;
    std::array<float, workforce::kPhases> care_per_hour_{};  // of an hour worked, today
    workforce::PhaseTable duties_of_kind_;                   // of a post of each kind, per 4 weeks, today
};

}  // namespace bevlogen
