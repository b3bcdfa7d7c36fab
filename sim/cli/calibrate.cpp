// `bevlogen calibrate`: parameters that bring simulated persons near to what was published, and what remains unsure.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "sim/calibrate/calibration_run.hpp"
#include "sim/cli/calibration_table.hpp"
#include "sim/cli/carry_out.hpp"
#include "sim/cli/launcher.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/slurm.hpp"
#include "sim/cli/stop_signal.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/record/final_name.hpp"
#include "sim/record/posterior_draws.hpp"
#include "sim/sweep/places.hpp"

namespace bevlogen {
namespace {

struct CalibrateCommand {
    std::string file, out, write, write_draws, parameters;
    std::vector<std::string> sets;
    std::optional<std::int64_t> threads, block_posts, draws;
    bool check = false, json = false, quiet = false;
    SlurmCommand slurm;

    int run(const Context& context) const {
        if (!context.peers) go_on_under_launcher(context);
        const StopSignal signals;
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        const CalibrationPlan plan = read_calibration(file, context.shelf, overrides, context.library);
        const Model& model = context.model_of(plan.base());
        CalibrationExecution execution;
        execution.threads = static_cast<unsigned>(bounded_option("--threads", threads, 1, 4096, context.peers ? 1 : available_threads()));
        execution.block_posts = static_cast<std::size_t>(bounded_option("--block-posts", block_posts, 1, 1000000, kDefaultBlockPosts));
        execution.should_stop = [] { return StopSignal::is_asked(); };
        Alone alone;
        Peers& peers = context.peers ? *context.peers : static_cast<Peers&>(alone);
        const bool is_first = peers.rank() == 0;
        ProgressBar progress(check ? "measuring" : "calibrating", quiet || !is_first);
        execution.on_progress = [&](const CalibrationProgress& now) { progress.update(share_of(plan, now)); };
        require_places();
        if (check && slurm.is_asked()) throw InputError({"--slurm", 0, 0}, "goes without --check, which takes seconds");
        if (check) return is_first ? tell_check(plan, model, execution, progress) : kExitDone;
        if (!parameters.empty()) throw InputError({"--parameters", 0, 0}, "are measured with --check, not fitted");

        execution.out = out.empty() ? std::filesystem::path("results/" + plan.name + ".calibration.h5") : std::filesystem::path(out);
        require_results_place(execution.out);
        if (slurm.is_asked()) return slurm.run_job(plan.name, job_words(), execution.out, json);
        execution.provenance = provenance_of(context, execution.threads, execution.block_posts);
        const CalibrationEnd end = run_calibration(model, plan, execution, peers);
        progress.finish();
        if (!end.is_finished) {
            if (is_first)
                complain("stopped; {} simulations are kept beside {}: the same command goes on from there\n", end.found + end.now,
                         shown_path(execution.out).string());
            return kExitStopped;
        }
        if (!is_first) return kExitDone;
        if (!write.empty()) write_whole(write, calibrated_parameters(end.record, model.vocabulary(), shown_path(file).string()));
        if (!write_draws.empty()) write_whole(write_draws, posterior_draws_text(end.record, draw_count()));
        fmt::print("{}", json ? calibration_json(end.record) : calibration_table(end.record));
        if (!json) fmt::print("\nresults: {}\n", shown_path(execution.out).string());
        return kExitDone;
    }

  private:
    // What a batch job is to do; its files are found from anywhere.
    std::vector<std::string> job_words() const {
        const auto absolute = [](const std::string& path) { return std::filesystem::absolute(path).lexically_normal().string(); };
        std::vector<std::string> words = {"calibrate", absolute(file)};
        for (const std::string& set : sets) words.insert(words.end(), {"--set", set});
        if (!write.empty()) words.insert(words.end(), {"--write", absolute(write)});
        if (!write_draws.empty()) words.insert(words.end(), {"--write-draws", absolute(write_draws)});
        if (draws) words.insert(words.end(), {"--draws", std::to_string(*draws)});
        return words;
    }

    void require_places() const {
        for (const auto& [place, what, example] :
             {std::tuple{&write, "a parameter file", "calibrated.toml"}, std::tuple{&write_draws, "a file of draws", "draws.toml"}}) {
            if (place->empty()) continue;
            if (check) throw InputError({*place, 0, 0}, "cannot be written: --check fits nothing");
            require_ending(*place, {".toml"}, what);
            require_output_place(*place, {file}, example);
        }
    }

    std::size_t draw_count() const { return static_cast<std::size_t>(bounded_option("--draws", draws, 2, 100000, kDrawsOfPosterior)); }

    double share_of(const CalibrationPlan& plan, const CalibrationProgress& now) const {
        const double of_generation = static_cast<double>(now.done) / static_cast<double>(now.points);
        if (check) return of_generation;
        const auto& search = plan.search;
        const double before = now.generation == 1 ? 0.0 : static_cast<double>(search.start + (now.generation - 2) * search.generation);
        const double all = static_cast<double>(search.start + (search.most_generations - 1) * search.generation);
        return (before + static_cast<double>(now.done)) / all;
    }

    int tell_check(const CalibrationPlan& plan, const Model& model, const CalibrationExecution& execution, ProgressBar& progress) const {
        std::vector<std::vector<double>> values;
        std::string under;
        if (parameters.empty()) {
            values.assign(plan.starts, plan.own_values());
            under = fmt::format("{} runs under the scenario's own values", plan.starts);
        } else {
            values = drawn(plan, model.vocabulary());
            under = fmt::format("{} draws of {}, a run each", values.size(), shown_path(parameters).string());
        }
        const auto found = measure_at(model, plan, values, execution);
        progress.finish();
        if (StopSignal::is_asked()) return kExitStopped;
        const CalibrationDescription about = describe_calibration(plan, model);
        fmt::print("{}", json ? check_json(about, found) : check_table(about, found, under));
        return kExitDone;
    }

    // Draws give values to free parameters; those that they leave out have the scenario's own.
    std::vector<std::vector<double>> drawn(const CalibrationPlan& plan, const Vocabulary& vocabulary) const {
        const ParameterDraws all = read_draws_or_posterior(parameters, draw_count(), vocabulary);
        std::vector<std::vector<double>> points(all.size(), plan.own_values());
        const std::vector<std::size_t> known = plan.parameters();
        for (std::size_t i = 0; i < all.parameters.size(); ++i) {
            const auto at = std::ranges::find(known, all.parameters[i]);
            if (at == known.end())
                throw InputError({parameters, 0, 0}, fmt::format("draws {}, which is not free in {}",
                                                                 vocabulary.parameters.decls()[all.parameters[i]].path, file));
            for (std::size_t d = 0; d < points.size(); ++d) points[d][static_cast<std::size_t>(at - known.begin())] = all.values[d][i];
        }
        return points;
    }
};

}  // namespace

void add_calibrate(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<CalibrateCommand>();
    CLI::App* app = program.add_subcommand("calibrate", "Fit parameters to published values, and say which are met, set and missed");
    app->add_option("file", command->file, "A calibration (TOML)")->required();
    app->add_flag("--check", command->check, "Fit nothing: measure the targets under the scenario's own values, or under --parameters");
    app->add_option("--parameters", command->parameters, "With --check: draws (TOML), or the results file of a calibration");
    app->add_option("--draws", command->draws, "How many draws are taken of a calibration's posterior (default: 20)");
    app->add_option("--set", command->sets, "Set any path of the scenarios: --set population.scale=0.1 (repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    app->add_option("--threads", command->threads, "Threads (default: all cores); changes no number");
    app->add_option("--block-posts", command->block_posts, "Posts in a block of the population; changes no number");
    app->add_option("--out,-o", command->out, "Results file (default: results/NAME.calibration.h5)");
    app->add_option("--write", command->write, "Also write the chosen values as a parameter file (TOML)");
    app->add_option("--write-draws", command->write_draws, "Also write draws of the posterior, as many as --draws says (TOML)");
    command->slurm.add_job_to(*app);
    app->add_flag("--quiet,-q", command->quiet, "No progress");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer(
        "A calibration that was stopped or killed goes on where it was: give the same command again. Under a launcher (mpirun, srun) its "
        "processes "
        "share the work.\nExamples:\n  bevlogen calibrate scenarios/calibrations/netherlands.toml --check\n  bevlogen calibrate "
        "scenarios/calibrations/example.toml");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
