// Measures how far persons are in programmes: what follows a trajectory of coaching, and services.
#pragma once

#include <vector>

#include "models/interventions/service.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/population/block.hpp"

namespace bevlogen {

// Coaching finished, stopped, referred, refused, evaluated; waiting for a service, in one: shares.
inline constexpr std::size_t kProgrammeOutcomes = 7;
std::vector<OutcomeDecl> programme_outcomes();

class ProgrammeMeasures {
  public:
    // `fields` must outlive it.
    ProgrammeMeasures(const workforce::WorkforceFields& fields, Ledger<interventions::ServiceStay> services)
        : fields_(fields), services_(services) {}

    // 0 or 1 each, from column `first` on, in the order of programme_outcomes().
    void measure(const Block& block, OutcomeColumns& columns, std::size_t first) const;

  private:
    const workforce::WorkforceFields& fields_;
    Ledger<interventions::ServiceStay> services_;
};

}  // namespace bevlogen
