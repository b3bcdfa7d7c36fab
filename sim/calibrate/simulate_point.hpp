// Simulates all conditions of a calibration at one point, from populations that have been burnt in once.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/calibrate/calibration_plan.hpp"
#include "sim/calibrate/condition_answers.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/population/population.hpp"

namespace bevlogen {

struct PointValues {
    std::vector<double> set;     // of CalibrationPlan::parameters(): the free ones and the references that follow
    std::vector<double> values;  // of all parts; empty where the simulation failed or was stopped
    std::string failure;

    bool is_stopped() const { return values.empty() && failure.empty(); }
};

// What all simulations share: populations after the burn-in of the base under its own parameters, one a start.
class BurntIn {
  public:
    // Carries the burn-ins out.
    BurntIn(const Model& model, const CalibrationPlan& plan, unsigned threads, std::size_t block_posts);

    // The parameters have the values of the set from the end of the burn-in on; chance is that of start number `start` modulo all starts.
    // Conditions share population and chance, so that a person has a twin in each. Where the set has the free parameters alone, references
    // are measured in a first pass.
    PointValues simulate(std::span<const double> set, std::size_t start, const std::function<bool()>& should_stop,
                         Parallel& parallel) const;

  private:
    Chance chance_of(std::size_t start) const;
    // Mean and SD of each reference in the last quarter of settling.
    std::vector<double> references_under(std::span<const double> free, std::size_t start, Parallel& parallel) const;
    std::vector<SurveyWave> ask(const Scenario& scenario, std::size_t start, SurveyPlan asked, Parallel& parallel) const;

    const Model& model_;
    const CalibrationPlan& plan_;
    std::size_t block_posts_;
    std::vector<std::vector<std::byte>> start_;  // a checkpoint each
};

}  // namespace bevlogen
