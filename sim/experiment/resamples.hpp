// Resamples of replicates with replacement (Efron, 1979), the same for everything that is compared.
#pragma once

#include <cstddef>
#include <vector>

namespace bevlogen {

// Draws of `replicates` indices below `replicates`. Chance is counter-based under a fixed key, so the same numbers give the same resamples.
class Resamples {
  public:
    static constexpr std::size_t kDraws = 2000;

    explicit Resamples(std::size_t replicates);

    std::size_t size() const { return kDraws; }
    // How often each replicate is in the draw.
    const std::vector<double>& weights(std::size_t draw) const { return weights_[draw]; }

  private:
    std::vector<std::vector<double>> weights_;
};

}  // namespace bevlogen
