// `bevlogen trial`: what a trial would publish if it were held in this world, again and again.
#include <fmt/format.h>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/trial_table.hpp"
#include "sim/engine/parallel.hpp"
#include "sim/record/posterior_draws.hpp"

namespace bevlogen {
namespace {

struct TrialCommand {
    std::string file, parameters;
    std::vector<std::string> sets;
    std::optional<std::int64_t> worlds, threads, seed, draws;
    bool json = false;
    bool quiet = false;

    void run(const Context& context) const {
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        if (seed) overrides.push_back({"run.seed", std::to_string(*seed)});
        const TrialPlan plan = read_trial(file, context.shelf, overrides, context.library);
        TrialExecution execution;
        execution.threads = static_cast<unsigned>(bounded_option("--threads", threads, 1, 4096, available_threads()));
        execution.worlds = static_cast<std::size_t>(bounded_option("--worlds", worlds, 1, 100000, 4));
        const Model& model = context.model_of(plan.with);
        if (!parameters.empty()) {
            execution.draws = drawn(plan, model.vocabulary());
            if (!worlds) execution.worlds = execution.draws->size();
        }
        ProgressBar progress("holding trials", quiet);
        execution.on_progress = [&](double share) { progress.update(share); };
        const TrialFindings findings = run_trial(model, plan, execution);
        progress.finish();
        fmt::print("{}", json ? trial_json(model, plan, findings, execution.worlds) : trial_table(model, plan, findings, execution.worlds));
    }

  private:
    ParameterDraws drawn(const TrialPlan& plan, const Vocabulary& vocabulary) const {
        const auto count = static_cast<std::size_t>(bounded_option("--draws", draws, 2, 100000, kDrawsOfPosterior));
        ParameterDraws all = read_draws_or_posterior(parameters, count, vocabulary);
        Diagnostics diagnostics;
        check_drawable(all, vocabulary, diagnostics);
        check_draws_hide_nothing(all, {plan.without, plan.with}, vocabulary, diagnostics);
        if (!diagnostics.empty()) throw InputError(diagnostics);
        return all;
    }
};

}  // namespace

void add_trial(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<TrialCommand>();
    CLI::App* app =
        program.add_subcommand("trial", "Hold a trial many times: what it would publish, how often, and what the programme really did");
    app->add_option("file", command->file, "A trial (TOML)")->required();
    app->add_option("--worlds", command->worlds, "Worlds in which it is held, each with other chance (default: 4)");
    app->add_option("--set", command->sets, "Set any path of the scenario: --set population.scale=0.5 (repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    app->add_option("--parameters", command->parameters,
                    "Draws of parameters, a world each: a file of them (TOML tables [[draw]]), or the results file of a calibration");
    app->add_option("--draws", command->draws, "How many draws are taken of a calibration's posterior (default: 20)");
    app->add_option("--seed", command->seed, "The number that all chance follows from");
    app->add_option("--threads", command->threads, "Threads (default: all cores); changes no number");
    app->add_flag("--quiet,-q", command->quiet, "No progress");
    app->add_flag("--json", command->json, "Print the answer as JSON, with every replication");
    app->footer(
        "Examples:\n  bevlogen trial scenarios/trials/dyrbye-2019.toml\n  bevlogen trial scenarios/trials/solms-2021.toml --worlds 20 "
        "--json");
    on_command(*app, chosen, [command, &context] { command->run(context); });
}

}  // namespace bevlogen
