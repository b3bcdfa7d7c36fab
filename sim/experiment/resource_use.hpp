// What runs used of what costs money, and how many were in the state that is to be averted: amounts by year, before any price.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/observation_unit.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Rows of a grouping in which everybody of its first row is counted once: those behind the first that do not overlap, in their order, if
// together they are everybody; else the first alone.
std::vector<std::size_t> partition_of(const Grouping& grouping);

class ResourceUse {
  public:
    ResourceUse(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates);

    // Runs in any order; scenario 0 is the base.
    void take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record);

    std::size_t scenarios() const { return scenarios_; }
    std::size_t replicates() const { return replicates_; }
    const ObservationUnit& unit() const { return unit_; }
    int weeks() const { return weeks_; }
    // Years with a clearing, the last perhaps in part: of it counts what was recorded.
    int years() const { return years_; }
    // Rows of Model::phases() by which amounts are kept.
    const std::vector<std::size_t>& rows() const { return rows_; }
    // Outcomes of cost lines, in the order of the lines, each once: indices into Model::outcomes().
    const std::vector<std::size_t>& outcomes() const { return outcomes_; }
    bool has_run(std::size_t scenario, std::size_t replicate) const { return has_run_[run(scenario, replicate)]; }
    bool has_averted() const { return averted_ < kNone; }
    std::size_t averted_outcome() const { return averted_; }

    // In the outcome's unit: the sum over the year's clearings of mean x persons x four weeks. `k` counts outcomes(), `row` rows(), years
    // count from 1. NaN where the run is missing.
    double amount(std::size_t scenario, std::size_t replicate, std::size_t k, std::size_t row, int year) const;
    // Person-years in the averted state that the base has more than the scenario, both for the persons of the base: the sum over the year's
    // clearings of (share in the base - share in the scenario) x persons in the base x 4/52. NaN where one of the runs is missing.
    double averted_years(std::size_t scenario, std::size_t replicate, int year) const;

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::size_t run(std::size_t scenario, std::size_t replicate) const { return scenario * replicates_ + replicate; }
    std::size_t amount_at(std::size_t scenario, std::size_t replicate, std::size_t k, std::size_t row, int year) const;

    std::size_t scenarios_, replicates_;
    ObservationUnit unit_;
    int weeks_, clearings_, years_;
    std::vector<std::size_t> rows_, outcomes_;
    std::size_t averted_ = kNone;
    std::vector<bool> has_run_;    // [scenario][replicate]
    std::vector<double> amounts_;  // [scenario][replicate][outcome][row][year]
    std::vector<double> shares_;   // [scenario][replicate][clearing]: in the averted state
    std::vector<double> persons_;  // [scenario][replicate][clearing]
};

}  // namespace bevlogen
