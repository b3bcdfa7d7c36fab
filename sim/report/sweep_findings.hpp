// What a report tells of a sweep: its plan, and for each question what was found.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/experiment/stored_experiment.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/point_effects.hpp"
#include "sim/sweep/sensitivity.hpp"

namespace bevlogen {

struct SweepFinding {
    OutcomeDecl outcome;
    Label who;                         // "anios and aios"
    Sensitivity ranking;               // of the axes
    std::vector<PointEffect> effects;  // where the design is read point by point, else empty
};

class SweepFindings {
  public:
    // Reads the runs of `sweep`, which must outlive this, once a question. Throws InputError where the file holds outcomes that its model
    // does not have, or where no part of the design is complete enough.
    SweepFindings(const SweepTable& sweep, const Readers& readers, const std::vector<SensitivityQuestion>& questions);

    const SweepTable& sweep() const { return sweep_; }
    const SweepPlan& plan() const { return plan_; }
    const Model& model() const { return *model_; }
    const std::vector<SweepFinding>& all() const { return findings_; }
    bool is_point_by_point() const { return !findings_.front().effects.empty(); }

  private:
    const SweepTable& sweep_;
    SweepPlan plan_;
    const Model* model_;
    std::vector<SweepFinding> findings_;
};

// What effects of an axis are multiplied by to be shown: shares and logarithms are told in hundredths.
double strength_scale(const OutcomeDecl& outcome);
// How strong an axis is, as people see it: in the unit of strength_unit.
Estimate shown_strength(const SweepFinding& finding, const AxisStrength& axis);
// "percentage points", "% of the variance", "SD".
Label strength_unit(const SweepFinding& finding);

}  // namespace bevlogen
