// `bevlogen sweep`: many points of a space of parameters and interventions, on the cores of this machine or a share of them elsewhere.
#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/clock.hpp"
#include "sim/cli/launcher.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/slurm.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/sweep_words.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/record/posterior_draws.hpp"
#include "sim/sweep/merge.hpp"
#include "sim/sweep/runner.hpp"

namespace bevlogen {
namespace {

struct SweepCommand {
    std::string file, from, parameters;
    std::optional<std::int64_t> draws;
    std::string shard;
    bool retry_failed = false;
    bool dry_run = false;
    RunOptions options;
    SlurmCommand slurm;

    int run(const Context& context) const {
        if (!context.peers) go_on_under_launcher(context);
        const StopSignal signals;  // from here on: a task may be told to stop as soon as it has started
        const SweepPlan plan = read_plan(context);
        SweepExecution execution;
        execution.threads =
            static_cast<unsigned>(bounded_option("--threads", options.threads, 1, 4096, context.peers ? 1 : available_threads()));
        execution.block_posts =
            static_cast<std::size_t>(bounded_option("--block-posts", options.block_posts, 1, 1000000, kDefaultBlockPosts));
        execution.out =
            options.out.empty() ? std::filesystem::path("results/" + plan.name + ".sweep.h5") : std::filesystem::path(options.out);
        require_results_place(execution.out);
        execution.share = share();
        if (slurm.is_asked()) {
            if (!execution.share.is_whole() || dry_run) throw InputError({"--slurm", 0, 0}, "goes without --shard and --dry-run");
            return slurm.run(plan, context, execution.out, options.json);
        }
        execution.now = seconds_since_1970;
        Alone alone;
        Peers& peers = context.peers ? *context.peers : static_cast<Peers&>(alone);
        const bool is_first = peers.rank() == 0;
        if (dry_run) return is_first ? tell(plan, context, execution.threads) : kExitDone;

        execution.failed_before = retry_failed ? FailedBefore::are_retried : FailedBefore::stay_failed;
        execution.host = host_name();
        execution.provenance = provenance_of(context, execution.threads, execution.block_posts);
        execution.should_stop = [] { return StopSignal::is_asked(); };
        ProgressBar progress("sweeping", options.quiet || !is_first);
        execution.on_progress = [&](const SweepProgress& so_far) {
            progress.update(static_cast<double>(so_far.now) / static_cast<double>(std::max<std::size_t>(so_far.runs - so_far.before, 1)));
        };
        const double start = execution.now();
        const SweepEnd end = run_sweep(plan, context.shelf, execution, peers);
        progress.finish();
        if (!is_first) return end.is_finished ? kExitDone : kExitStopped;
        return report(plan, end, execution, execution.now() - start);
    }

  private:
    SweepPlan read_plan(const Context& context) const {
        if (file.empty() == from.empty()) throw InputError({"bevlogen sweep", 0, 0}, "name one plan, or a file of a sweep with --from");
        if (from.empty()) {
            SweepPlan plan = read_sweep_plan(file, context.shelf, options.overrides(), context.library);
            if (parameters.empty()) return plan;
            const Model& model = context.model_of(plan.base);
            const auto count = static_cast<std::size_t>(bounded_option("--draws", draws, 2, 100000, kDrawsOfPosterior));
            return under_draws(std::move(plan), read_draws_or_posterior(parameters, count, model.vocabulary()), model);
        }
        if (!parameters.empty())
            throw InputError({"--parameters", 0, 0}, "goes without --from: the sweep of that file has its own parameters");
        if (options.out.empty()) {
            throw InputError({"--from", 0, 0},
                             "needs --out: a new name to repeat the sweep, the same name to go on with it, say with more --replicates");
        }
        if (!std::filesystem::exists(from)) throw InputError({"--from " + from, 0, 0}, "there is no such file");
        return plan_of_place({from, SweepFileKind::results, from.ends_with(".journal"), {}, {}}, context.shelf, options.overrides());
    }

    Share share() const {
        if (shard.empty()) return {};
        const auto share = parse_share(shard);
        if (!share) throw InputError({"--shard " + shard, 0, 0}, "is not written k/n with k from 1 to n, e.g. --shard 3/64");
        return *share;
    }

    int tell(const SweepPlan& plan, const Context& context, unsigned threads) const {
        check_sweep(plan, context.shelf);
        const SweepEstimate estimate = estimate_sweep(plan, context.shelf, seconds_since_1970);
        if (options.json) {
            fmt::print("{}", plan_json(plan, estimate, threads));
            return kExitDone;
        }
        fmt::print("{}\n{}\n\n{}\n{}", bold(plan.title.en), plan_words(plan), axes_table(plan), estimate_words(plan, estimate, threads));
        return kExitDone;
    }

    int report(const SweepPlan& plan, const SweepEnd& end, const SweepExecution& execution, double seconds) const {
        if (options.json) fmt::print("{}", end_json(plan, end, seconds));
        if (end.before > 0 && !options.quiet) complain("{} of {} runs were done before\n", end.before, end.runs);
        if (!end.is_finished) {
            const std::filesystem::path beside = execution.share.is_whole() ? execution.out : shard_of(execution.out, execution.share);
            complain("stopped; {} runs were done, and all is kept in {}: the same command goes on from there\n", end.now,
                     shown_path(journal_beside(beside)).string());
            return kExitStopped;
        }
        if (!options.json) {
            fmt::print("{}\n", plan_words(plan));
            if (!execution.share.is_whole()) fmt::print("shard {}/{}: {} runs\n", execution.share.k, execution.share.n, end.runs);
            fmt::print("results: {} ({:.1f} s)\n", shown_path(end.file).string(), seconds);
        }
        if (end.failed.empty()) return kExitDone;
        complain("{} of {} runs failed:\n{}", end.failed.size(), end.runs, failures_words(plan, end.failed));
        return kExitSomeRunsFailed;
    }
};

}  // namespace

void add_sweep(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<SweepCommand>();
    CLI::App* app = program.add_subcommand("sweep", "Run many points of a space of parameters and interventions, and write one file");
    app->add_option("plan", command->file, "Plan of the sweep (TOML)");
    app->add_option("--from", command->from, "Repeat the sweep that a results file, shard or journal holds");
    app->add_option(
        "--parameters", command->parameters,
        "Draws of parameters, one for each replicate: a file of them (TOML tables [[draw]]), or the results file of a calibration");
    app->add_option("--draws", command->draws, "How many draws are taken of a calibration's posterior (default: 20)");
    app->add_flag("--dry-run", command->dry_run, "Run nothing: print the number of runs, and time, memory and size from a timed sample");
    app->add_option("--shard", command->shard, "Run only the k-th of n shares, k/n; bevlogen merge makes one file of them");
    app->add_flag("--retry-failed", command->retry_failed, "Run again what failed before");
    command->options.add_common_to(*app);
    command->slurm.add_array_to(*app);
    app->footer(
        "A sweep that was stopped or killed goes on where it was: give the same command again.\nExample:\n  bevlogen sweep "
        "scenarios/sweeps/coaches.toml --dry-run");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
