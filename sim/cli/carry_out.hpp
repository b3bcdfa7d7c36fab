// Carries out an experiment for `run` and `compare`: progress, signals, provenance, exit code.
#pragma once

#include <optional>

#include "sim/cli/context.hpp"
#include "sim/experiment/until_precise.hpp"

namespace bevlogen {

// What a file says about how it came to be: time, host, command line, threads, compiler.
Provenance provenance_of(const Context& context, unsigned threads, std::size_t block_posts);
std::string host_name();

// A results file may replace an older one, and nothing else: throws InputError where `out` is anything else.
void require_results_place(const std::filesystem::path& out);

// The result, and the exit code so far (stopped, interrupted, some runs failed, done). `default_out` where --out is not given.
struct CarriedOut {
    Experiment experiment;  // as it was carried out: with a precision perhaps with more replicates
    ExperimentResult result;
    double half_width = 0.0;  // of the widest interval that a precision looked at
    int exit_code = 0;
    std::filesystem::path out;
    double seconds = 0.0;
};
CarriedOut carry_out(const Context& context, const RunOptions& options, const Experiment& experiment,
                     const std::filesystem::path& default_out, const std::optional<Precision>& precision = {});

// How many draws of a calibration's posterior are taken where --draws does not say.
inline constexpr std::int64_t kDrawsOfPosterior = 20;

// The experiment under the draws of --parameters; itself where that is not given. Throws InputError where `from`, the file that it repeats,
// has draws of its own.
Experiment under_parameters(const RunOptions& options, const std::string& from, Experiment experiment, const Vocabulary& vocabulary);

}  // namespace bevlogen
