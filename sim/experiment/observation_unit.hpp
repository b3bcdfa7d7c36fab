// The unit of observation of an experiment: a replicate, or all replicates under one draw of parameters.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/paired.hpp"

namespace bevlogen {

class ObservationUnit {
  public:
    // Neighbouring replicates that share a draw of parameters; none where there are no draws.
    explicit ObservationUnit(std::optional<std::size_t> replicates_a_draw);

    bool is_draw() const { return replicates_a_draw_.has_value(); }
    std::size_t replicates() const { return replicates_a_draw_.value_or(1); }
    std::size_t count(std::size_t replicates) const { return replicates / this->replicates(); }
    IntervalOf interval() const { return is_draw() ? IntervalOf::draw : IntervalOf::mean; }
    // One value a unit, from one a replicate: the mean of a draw's replicates, not a number where one of them is none.
    std::vector<double> values(std::span<const double> by_replicate) const;
    Estimate estimate(std::span<const double> by_replicate) const { return estimate_mean(values(by_replicate), interval()); }

  private:
    std::optional<std::size_t> replicates_a_draw_;
};

}  // namespace bevlogen
