// Resamples for the chance of being best, the same for everything that is compared.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/paired.hpp"

namespace bevlogen {

// Of means over replicates: some samples (kNumber where nothing is said) of as many replicates with replacement (Efron, 1979), under a
// fixed key, so that the same numbers give the same resamples. Of draws of parameters: each draw once, as they are plausible themselves.
class Resamples {
  public:
    static constexpr std::size_t kNumber = 2000;

    explicit Resamples(std::size_t observations, IntervalOf of = IntervalOf::mean, std::size_t number = kNumber);

    std::size_t size() const { return weights_.size(); }
    // How often each observation is in the resample.
    const std::vector<double>& weights(std::size_t resample) const { return weights_[resample]; }

  private:
    std::vector<std::vector<double>> weights_;
};

}  // namespace bevlogen
