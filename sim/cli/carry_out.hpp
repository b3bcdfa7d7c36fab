// Carries out an experiment for `run` and `compare`: progress, signals, provenance, exit code.
#pragma once

#include <optional>

#include "sim/cli/context.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

// The result, and the exit code so far (stopped, interrupted, some runs failed, done). `default_out` where --out is not given.
struct CarriedOut {
    ExperimentResult result;
    int exit_code = 0;
    std::filesystem::path out;
    double seconds = 0.0;
};
CarriedOut carry_out(const Context& context, const RunOptions& options, const Experiment& experiment,
                     const std::filesystem::path& default_out);

}  // namespace bevlogen
