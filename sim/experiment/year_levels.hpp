// The yearly means of every outcome and phase of all runs of an experiment, and the base's SDs: what tables are made of.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/observation_unit.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

class YearLevels {
  public:
    YearLevels(const RecordPlan& plan, std::size_t scenarios, std::size_t replicates);

    void take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record);
    // One value a unit of observation; NaN where a run is missing. Years count from 1.
    std::vector<double> values(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const {
        return unit_.values(by_replicate(scenario, outcome, phase, year));
    }
    Estimate level(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const {
        return estimate_mean(values(scenario, outcome, phase, year), unit_.interval());
    }
    // From the first scenario, paired.
    Estimate difference(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const {
        return paired_difference(values(0, outcome, phase, year), values(scenario, outcome, phase, year), unit_.interval());
    }
    // One value a replicate in any case.
    std::vector<double> by_replicate(std::size_t scenario, std::size_t outcome, std::size_t phase, int year) const;
    // SD between persons in the base (the first scenario), its mean over replicates; NaN where no run of the base has one.
    double base_sd(std::size_t outcome, std::size_t phase, int year) const;
    // Persons in the first row of phases, the mean over the year's clearings and over the replicates that are there.
    double persons(std::size_t scenario, int year) const;
    int years() const { return years_; }
    const ObservationUnit& unit() const { return unit_; }

  private:
    std::size_t at(std::size_t scenario, std::size_t replicate, std::size_t outcome, std::size_t phase, int year) const;

    ObservationUnit unit_;
    std::size_t replicates_, outcomes_, phases_;
    int years_;
    std::vector<double> levels_;
    std::vector<double> persons_;   // [scenario][replicate][year]
    std::vector<double> base_sds_;  // [replicate][outcome][phase][year]
};

}  // namespace bevlogen
