// Measures what costs money: hours and sessions per person and week, in the order of amount_outcomes().
#pragma once

#include <vector>

#include "models/interventions/membership.hpp"
#include "models/interventions/service.hpp"
#include "models/interventions/trajectory.hpp"
#include "models/workforce/work_parameters.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/population/block.hpp"

namespace bevlogen {

// Places among the amounts.
enum Amount : std::size_t {
    kPaidAbsence,
    kHiredHours,
    kSessionsExternal,
    kSessionsInternal,
    kSessionsEmployed,
    kOwnContribution,
    kReleasedHours,
    kAddedHours,
    kPeerGroupSessions,
    kFacilitatorSessions,
    kServicePlaces,
    kReplacements,
    kCareNotDelivered,
    kAmounts
};

// Their outcomes, with Role::cost.
std::vector<OutcomeDecl> amount_outcomes();

// Columns of the outcomes of these names; `resignations` are flags, null where nobody resigns.
struct MeasuredBefore {
    const float* sick_leave;
    const std::uint8_t* resignations;
};

class WorkforceAmounts {
  public:
    // `fields` must outlive it.
    WorkforceAmounts(const workforce::WorkforceFields& fields, Ledger<interventions::Trajectory> trajectories,
                     Ledger<interventions::Membership> memberships, Ledger<interventions::ServiceStay> services,
                     const workforce::WorkParameters& work)
        : fields_(fields), trajectories_(trajectories), memberships_(memberships), services_(services), work_(work) {}

    // After the last week of an epoch and before its clearing; `week`: weeks that have passed. Hours are those of the last week; sessions
    // and contributions are of all four, counted one by one, and so are who leaves.
    void measure(const Block& block, Week week, const MeasuredBefore& before, OutcomeColumns& columns, std::size_t first) const;

  private:
    void measure_hours(const Block& block, const float* sick_leave, OutcomeColumns& columns, std::size_t first) const;
    void measure_coaching(const Block& block, Week week, OutcomeColumns& columns, std::size_t first) const;
    void measure_peer_groups(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    void measure_released_hours(const Block& block, OutcomeColumns& columns, std::size_t first) const;
    void measure_services(const Block& block, Week week, OutcomeColumns& columns, std::size_t first) const;
    void measure_replacements(const Block& block, const std::uint8_t* resignations, OutcomeColumns& columns, std::size_t first) const;
    void measure_care_not_delivered(const Block& block, OutcomeColumns& columns, std::size_t first) const;

    const workforce::WorkforceFields& fields_;
    Ledger<interventions::Trajectory> trajectories_;
    Ledger<interventions::Membership> memberships_;
    Ledger<interventions::ServiceStay> services_;
    workforce::WorkParameters work_;
};

}  // namespace bevlogen
