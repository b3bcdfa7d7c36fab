// One replicate of an experiment: a burn-in that scenarios share, then one run a scenario, stopped and resumed where asked.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "sim/experiment/single_run.hpp"

namespace bevlogen {

struct ReplicateInput {
    const Model& model;
    const Experiment& experiment;
    const Execution& execution;
    const RecordPlan& plan;
    std::size_t replicate = 0;                                  // from 0
    std::vector<bool> is_done;                                  // per scenario: finished in the journal
    std::map<std::size_t, std::vector<std::byte>> checkpoints;  // per scenario: to go on from
};

// Runs the scenarios of one replicate in order; `on_end` gets each as it ends, `on_epochs` the number of epochs stepped.
void run_replicate(const ReplicateInput& input, Parallel& parallel, const std::function<void(std::size_t scenario, RunEnd&&)>& on_end,
                   const std::function<void(int epochs)>& on_epochs);

}  // namespace bevlogen
