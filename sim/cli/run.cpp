// `bevlogen run`: one scenario, some replicates, one results file.
#include <fmt/format.h>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/levels_table.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/outcome_choice.hpp"
#include "sim/cli/pattern_table.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/stored_files.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

struct RunCommand {
    std::string scenario;
    std::string from;
    std::optional<std::int64_t> year;
    bool shows_patterns = false;
    RunOptions options;

    int run(const Context& context) const {
        if (scenario.empty() == from.empty())
            throw InputError({"bevlogen run", 0, 0}, "name one scenario file, or a results file with --from");
        const Scenario read =
            from.empty() ? read_scenario(scenario, context.vocabularies(), options.overrides(), context.library) : repeated(context);
        const Model& model = context.model_of(read);
        Experiment experiment{"run", read.title, read.question, {read}, {}};
        if (!from.empty()) experiment = with_stored_draws(std::move(experiment), StoredResults(from), model.vocabulary());
        experiment = under_parameters(options, from, std::move(experiment), model.vocabulary());
        const int shown_year = static_cast<int>(bounded_option("--year", year, 1, read.years, read.years));
        const CarriedOut done = carry_out(context, options, experiment, "results/" + as_file_name(read.name) + ".run.h5");
        if (!done.result.finished) return done.exit_code;
        const bool has_year = read.years > 0;
        const std::vector<PatternValue> patterns =
            shows_patterns && has_year ? patterns_in(done.out, context) : std::vector<PatternValue>{};
        if (options.json) {
            const std::string answer =
                has_year ? levels_json(model, experiment, done.result, {chosen_outcomes(model, {}, true), shown_year}) : "{}\n";
            fmt::print("{}", shows_patterns ? with_patterns(answer, patterns) : answer);
        } else {
            if (has_year) fmt::print("{}\n", levels_table(model, experiment, done.result, shown_year));
            if (shows_patterns && has_year) fmt::print("{}\n", pattern_table(patterns));
            fmt::print("results: {} ({:.1f} s)\n", shown_path(done.out).string(), done.seconds);
        }
        return done.exit_code;
    }

  private:
    Scenario repeated(const Context& context) const {
        if (holds_sweep(from)) throw InputError({from, 0, 0}, "holds a sweep; bevlogen sweep --from repeats it");
        const ResultsSummary summary = summarise_results(from);
        if (summary.resolved_scenarios.size() != 1) {
            throw InputError({from, 0, 0}, fmt::format("holds {} scenarios; bevlogen compare --from repeats a comparison",
                                                       summary.resolved_scenarios.size()));
        }
        Scenario again =
            read_scenario_text(summary.resolved_scenarios.front(), from, context.vocabularies(), options.overrides(), context.library);
        again.name = summary.scenarios.front();
        if (options.overrides().empty()) again.text = text_as_read();
        return again;
    }

    // The scenario file as it was once read, which the repeated run carries on.
    std::string text_as_read() const {
        const StoredResults results(from);
        const StoredVariable* variable = results.find("scenario_text");
        return variable ? results.read(*variable).texts.front() : std::string();
    }
};

}  // namespace

void add_run(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<RunCommand>();
    CLI::App* app = program.add_subcommand("run", "Run one scenario and write a results file");
    app->add_option("scenario", command->scenario, "Scenario file (TOML)");
    app->add_option("--from", command->from, "Repeat the run that a results file holds");
    app->add_option("--year", command->year, "Year that the table shows (default: the last)");
    app->add_flag("--summary", command->shows_patterns, "Print also what the model is held to, and whether this run meets it");
    command->options.add_to(*app);
    app->footer("Example:\n  bevlogen run scenarios/baseline.toml --replicates 4 --out results/baseline.h5");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
