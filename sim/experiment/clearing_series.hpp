// Some outcomes clearing by clearing in all runs of an experiment: how differences come and go.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/observation_unit.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

class ClearingSeries {
  public:
    // `outcomes` are indices into Model::outcomes(); `k` below counts them.
    ClearingSeries(const RecordPlan& plan, std::vector<std::size_t> outcomes, std::size_t scenarios, std::size_t replicates);

    void take_from(const RecordPlan& plan, std::size_t scenario, std::size_t replicate, const RunRecord& record);

    const std::vector<std::size_t>& outcomes() const { return outcomes_; }
    std::size_t clearings() const { return clearings_; }
    // Clearings count from 0; one estimate a clearing. Differences are from the first scenario, paired by replicate.
    std::vector<Estimate> levels(std::size_t scenario, std::size_t k, std::size_t phase) const;
    std::vector<Estimate> differences(std::size_t scenario, std::size_t k, std::size_t phase) const;

  private:
    // One value a unit of observation.
    std::vector<double> values(std::size_t scenario, std::size_t k, std::size_t phase, std::size_t clearing) const;
    std::size_t at(std::size_t scenario, std::size_t k, std::size_t phase, std::size_t clearing) const;

    std::vector<std::size_t> outcomes_;
    std::size_t phases_, clearings_, replicates_;
    ObservationUnit unit_;
    std::vector<double> values_;  // [scenario][k][phase][clearing][replicate]
};

// When a difference is there and when it has gone, in recorded weeks. Both look at pointwise 95 % intervals that hold on for a year (13
// clearings) or to the end of the run, which must then be at least half a year away.
struct EffectTimes {
    std::optional<int> first_week;  // from which the interval excludes zero, always on the same side
    std::optional<int> faded_week;  // from which it contains zero, after `end_week` if there is one; only where there was an effect before
};
EffectTimes effect_times(std::span<const Estimate> differences, std::optional<int> end_week);

}  // namespace bevlogen
