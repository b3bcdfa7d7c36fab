// The scenario of each point: the base under the values of the axes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/read.hpp"
#include "sim/sweep/plan.hpp"

namespace bevlogen {

// One for each worker: it remembers what it read last.
class PointScenarios {
  public:
    // The plan and the shelf must outlive it.
    PointScenarios(const SweepPlan& plan, const ModelShelf& shelf) : plan_(&plan), shelf_(&shelf) {}

    // Parameters are set; a scenario is read anew only where a key of an intervention or of the population has another value than before.
    // Throws InputError where the values do not go together. Valid until the next call.
    const Scenario& at(std::size_t point);

    // Whether all points have one burn-in under each replicate: only interventions differ, which start after it.
    static bool share_burn_in(const SweepPlan& plan);

  private:
    const SweepPlan* plan_;
    const ModelShelf* shelf_;
    bool is_read_ = false;
    std::vector<double> read_values_;  // of the axes that are no parameters
    Scenario scenario_;
};

// What one writes to run a point alone: path=value, in the order of the axes.
std::vector<std::string> settings_of(const SweepPlan& plan, std::size_t point);

}  // namespace bevlogen
