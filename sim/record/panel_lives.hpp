// Lives of the panel as a results file keeps them, in the order of the traces that a model declares.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/engine/model.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

class PanelLives {
  public:
    // `results` and `model` must outlive it. Where the file follows nobody there is nobody. Throws InputError where a trace has another
    // shape than the panel.
    PanelLives(const StoredResults& results, const Model& model);

    const std::vector<PersonId>& persons() const { return persons_; }
    // Of the looks, ascending, since the end of the burn-in: 1, 2, ... or 4, 8, ...
    const std::vector<int>& weeks() const { return weeks_; }
    // What `person` (its place in persons()) went through in a scenario of the file, [look][trace]; not a number where the person was
    // nowhere, and in traces that the file lacks.
    std::vector<float> life(std::size_t scenario, std::size_t person) const;

  private:
    const StoredResults& results_;
    std::vector<PersonId> persons_;
    std::vector<int> weeks_;
    std::vector<const StoredVariable*> traces_;  // null of a trace that the file lacks
};

}  // namespace bevlogen
