// Adds replicates until a difference is known well enough.
#pragma once

#include <cstddef>
#include <functional>

#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// Replicates that are added at a time. A fixed number, so that where it ends does not depend on the machine.
inline constexpr int kReplicatesABatch = 4;
// Not judged with fewer: stopping on an interval that few replicates give would stop where it happens to be narrow, too often.
inline constexpr int kFewestReplicates = 8;

struct Precision {
    double half_width = 0.0;  // of the 95 % interval, in the outcome's own unit: .005 of a share is half a percentage point
    std::size_t outcome = 0;  // index into Model::outcomes(); of everybody
    int year = 1;             // the difference in its mean of this year
    int max_replicates = 2;
    // After each batch: how many replicates there are, and the widest half of an interval among the alternatives.
    std::function<void(int replicates, double half_width)> on_batch{};
};

struct PreciseResult {
    Experiment experiment;    // with as many replicates as were run
    ExperimentResult result;  // not finished where it was stopped
    double half_width = 0.0;  // the widest
    bool is_reached = false;
};

// Runs the experiment's own number of replicates (at least kFewestReplicates, at most the maximum), then batch after batch until the
// interval of every alternative is narrow enough or there are as many as may be. The results file is the one that the same number of
// replicates would have given, to the bit. What was run is in the journal, so that it goes on where it was stopped. Throws as
// run_experiment does.
PreciseResult run_until_precise(const Model& model, const Experiment& experiment, const Execution& execution, const Precision& precision);

}  // namespace bevlogen
