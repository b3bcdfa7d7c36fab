// Measures careers: who considers to leave, who leaves, changes employer or enters a phase, contracts, people without a post.
#pragma once

#include <vector>

#include "models/careers/market_parameters.hpp"
#include "models/instruments/yes_no_items.hpp"
#include "models/workforce/fields.hpp"
#include "sim/engine/outcome.hpp"
#include "sim/engine/outcome_columns.hpp"
#include "sim/population/block.hpp"
#include "sim/random/chance.hpp"

namespace bevlogen {

// Places among the outcomes of careers.
enum CareerOutcome : std::size_t {
    kConsidersQuitting,
    kWantsToWorkLess,
    kEverBurnoutLeave,
    kTemporaryContract,
    kWithoutPost,
    kSideRolesTaken,
    kFewerHours,
    kResignations,
    kLeavesHospitals,
    kStopsTraining,
    kChangesEmployer,
    kEntersPhase,
    kCareerOutcomes
};

std::vector<OutcomeDecl> career_outcomes();

class CareerMeasures {
  public:
    // `fields` must outlive it.
    CareerMeasures(const workforce::WorkforceFields& fields, const careers::MarketParameters& market,
                   const instruments::YesNoParameters& items)
        : fields_(fields), market_(market), items_(items) {}

    // After the last week of an epoch and before its clearing. Who came to a post at the clearing before is known by having no week in it.
    void measure(const Block& block, Week week, const Chance& chance, OutcomeColumns& columns, std::size_t first) const;

  private:
    const workforce::WorkforceFields& fields_;
    careers::MarketParameters market_;
    instruments::YesNoParameters items_;
};

}  // namespace bevlogen
