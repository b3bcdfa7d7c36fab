// Where the clock, the host and the command line enter: in provenance, nowhere else.
#include "sim/cli/carry_out.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <ctime>

#include "sim/cli/library.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/instruction_set.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/random/bulk.hpp"
#include "sim/record/posterior_draws.hpp"

namespace bevlogen {

std::string host_name() {
    char host[256] = "unknown";
    gethostname(host, sizeof host - 1);
    return host;
}

Provenance provenance_of(const Context& context, unsigned threads, std::size_t block_posts) {
    const std::time_t now = std::time(nullptr);
    return {{"time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))},
            {"host", host_name()},
            {"command_line", context.command_words()},
            {"threads", std::to_string(threads)},
            {"block_posts", std::to_string(block_posts)},
            {"compiler", std::string(build_info().compiler)},
            {"build", std::string(build_info().preset)},
            {"vectors", vector_width() == VectorWidth::wide ? "AVX-512" : "AVX2"},
            {"bulk_random", std::string(bulk_instruction_set())}};
}

void require_results_place(const std::filesystem::path& out) {
    require_ending(out, {".h5", ".hdf5", ".nc"}, "a results file");
    require_no_link(out);
    std::error_code none;
    const auto status = std::filesystem::status(out, none);
    if (std::filesystem::is_directory(status))
        throw InputError({"--out " + out.string(), 0, 0}, "is a folder; name a file, e.g. results/my-run.h5");
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        throw InputError({"--out " + out.string(), 0, 0},
                         "is not an ordinary file and is not replaced; name a file, e.g. results/my-run.h5");
    }
}

CarriedOut carry_out(const Context& context, const RunOptions& options, const Experiment& experiment,
                     const std::filesystem::path& default_out, const std::optional<Precision>& precision) {
    if (options.stop_after_week && (*options.stop_after_week < 0 || *options.stop_after_week % kWeeksPerEpoch != 0)) {
        throw InputError({"--stop-after-week", 0, 0},
                         fmt::format("{} is not a clearing: a multiple of {} weeks", *options.stop_after_week, kWeeksPerEpoch));
    }
    Execution execution;
    execution.threads = static_cast<unsigned>(bounded_option("--threads", options.threads, 1, 4096, available_threads()));
    execution.block_posts = static_cast<std::size_t>(bounded_option("--block-posts", options.block_posts, 1, 1000000, kDefaultBlockPosts));
    execution.out = options.out.empty() ? default_out : std::filesystem::path(options.out);
    require_results_place(execution.out);
    if (options.stop_after_week) execution.stop_after = Week{*options.stop_after_week};
    execution.provenance = provenance_of(context, execution.threads, execution.block_posts);

    const StopSignal signals;
    execution.should_stop = [] { return StopSignal::is_asked(); };
    ProgressBar progress(experiment.scenarios.size() > 1 ? "comparing" : "running", options.quiet);
    execution.on_progress = [&](double share) { progress.update(share); };
    const Model& model = context.model_of(experiment.scenarios.front());
    const auto start = std::chrono::steady_clock::now();
    CarriedOut done = [&]() -> CarriedOut {
        if (!precision) return {experiment, run_experiment(model, experiment, execution), 0.0, kExitDone, execution.out, 0.0};
        PreciseResult precise = run_until_precise(model, experiment, execution, *precision);
        return {std::move(precise.experiment), std::move(precise.result), precise.half_width, kExitDone, execution.out, 0.0};
    }();
    done.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    progress.finish();

    if (done.result.taken_up > 0 && !options.quiet) {
        complain("{} finished runs were taken up from {}.journal\n", done.result.taken_up, shown_path(execution.out).string());
    }
    if (!done.result.finished) {
        complain("stopped; what was done is kept in {}.journal: the same command goes on from there\n", shown_path(execution.out).string());
        done.exit_code = StopSignal::is_interrupt() ? kExitInterrupted : kExitStopped;
    } else if (!done.result.failures.empty()) {
        complain("{} runs failed:\n", done.result.failures.size());
        for (const FailedRun& failed : done.result.failures)
            complain("  {}, replicate {}: {}\n", failed.scenario, failed.replicate, failed.message);
        done.exit_code = kExitSomeRunsFailed;
    }
    return done;
}

Experiment under_parameters(const RunOptions& options, const std::string& from, Experiment experiment, const Vocabulary& vocabulary) {
    if (options.parameters.empty()) return experiment;
    if (experiment.draws)
        throw InputError({"--parameters", 0, 0}, from + " repeats under the draws that it carries; leave one of them out");
    const auto count = static_cast<std::size_t>(bounded_option("--draws", options.draws, 2, 100000, kDrawsOfPosterior));
    return with_draws(std::move(experiment), read_draws_or_posterior(options.parameters, count, vocabulary), vocabulary);
}

}  // namespace bevlogen
