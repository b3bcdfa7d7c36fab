// What a results file has of one scenario's outcomes and followed persons, as numbers.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/engine/outcome.hpp"
#include "sim/experiment/panel_statistics.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

using ByClearing = std::vector<double>;  // NaN where nobody was in the row

class StoredOutcomes {
  public:
    // Of the file's first scenario; `results` must outlive this. `model` is named in errors.
    StoredOutcomes(const StoredResults& results, std::string model) : results_(results), model_(std::move(model)) {}

    // One series a replicate of a measure ("mean", "sd") in one row of the dataset (an outcome, or an outcome and "_by_stratum"). Throws
    // InputError where the file has no such dataset, row or measure.
    std::vector<ByClearing> series(const std::string& dataset, std::size_t row, std::string_view measure) const;
    // Persons in one row of phases, one series a replicate.
    std::vector<ByClearing> persons(std::size_t row) const;
    // The trace that the file has of its panel; without persons where it has none.
    PanelTrace panel(const std::string& trace) const;

  private:
    [[noreturn]] void refuse(const std::string& what) const;

    const StoredResults& results_;
    std::string model_;
};

// Mean of the numbers that are there.
double mean_of_present(std::span<const double> values);

}  // namespace bevlogen
