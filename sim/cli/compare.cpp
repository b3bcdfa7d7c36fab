// `bevlogen compare`: a base and alternatives under the same chance, one table and one results file.
#include <fmt/format.h>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/cost_table.hpp"
#include "sim/cli/levels_table.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/outcome_choice.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/twin_table.hpp"
#include "sim/record/results_reader.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {
namespace {

struct CompareCommand {
    std::vector<std::string> files;
    std::string from;
    std::optional<std::int64_t> year;
    std::vector<std::string> outcomes;
    bool all = false;
    bool detail = false;
    RunOptions options;

    int run(const Context& context) const {
        if (files.empty() == from.empty())
            throw InputError({"bevlogen compare", 0, 0}, "name a comparison file, a base and alternatives, or a results file with --from");
        Experiment experiment = from.empty() ? read(context) : repeated(context);
        const Scenario& base = experiment.scenarios.front();
        const Model& model = context.model_of(base);
        experiment.record.twin_weeks = twin_weeks(experiment.scenarios, model.vocabulary());
        if (base.years == 0) throw InputError({base.name, 0, 0}, "time.years = 0: there is no year to compare");
        const int shown_year = static_cast<int>(bounded_option("--year", year, 1, base.years, base.years));
        const ComparisonView view{chosen_outcomes(model, outcomes, all || (options.json && outcomes.empty())), shown_year};
        const std::string name = files.size() == 1 ? std::filesystem::path(files.front()).stem().string()
                                 : from.empty()    ? experiment.scenarios[1].name
                                                   : std::filesystem::path(from).stem().string() + ".again";
        const CarriedOut done = carry_out(context, options, experiment, "results/" + name + ".h5");
        if (!done.result.finished) return done.exit_code;
        if (options.json) {
            fmt::print("{}", levels_json(model, experiment, done.result, view));
        } else {
            const auto table = detail || experiment.scenarios.size() == 2 ? detailed_table : comparison_table;
            fmt::print("{}\n", table(model, experiment, done.result, view));
            const std::string twins = twin_table(twin_rows(model, experiment, done.result));
            if (!twins.empty()) fmt::print("{}\n", twins);
            const std::string costs = cost_table(cost_summary(model, experiment, done.result), detail);
            if (!costs.empty()) fmt::print("{}\n", costs);
            fmt::print("results: {} ({:.1f} s)\n", shown_path(done.out).string(), done.seconds);
        }
        return done.exit_code;
    }

  private:
    Experiment repeated(const Context& context) const {
        const ResultsSummary summary = summarise_results(from);
        if (summary.scenarios.size() < 2) throw InputError({from, 0, 0}, "holds one scenario; bevlogen run --from repeats it");
        const StoredResults results(from);
        const StoredValues texts = results.read(*results.find("scenario_text"));
        Experiment experiment = empty_comparison();
        for (std::size_t s = 0; s < summary.scenarios.size(); ++s) {
            Scenario again =
                read_scenario_text(summary.resolved_scenarios[s], from, context.vocabularies(), options.overrides(), context.library);
            again.name = summary.scenarios[s];
            if (options.overrides().empty()) again.text = texts.texts[s];
            experiment.scenarios.push_back(std::move(again));
        }
        for (const ResultsAttribute& attribute : summary.attributes) {
            if (attribute.name == "title") experiment.title = attribute.value;
            if (attribute.name == "question") experiment.question = attribute.value;
        }
        return experiment;
    }

    static Experiment empty_comparison() { return {"comparison", "", "", {}, {.panel_persons = 200, .panel_every = 4, .joined = true}}; }

    Experiment read(const Context& context) const {
        Experiment experiment = empty_comparison();
        std::vector<std::filesystem::path> scenarios(files.begin(), files.end());
        if (files.size() == 1) {
            const Comparison comparison = read_comparison(files.front(), context.library);
            experiment.title = comparison.title;
            experiment.question = comparison.question;
            scenarios = {comparison.base};
            scenarios.insert(scenarios.end(), comparison.alternatives.begin(), comparison.alternatives.end());
        }
        const std::vector<Override> overrides = options.overrides();
        std::vector<SharedScenario> shared;
        Diagnostics diagnostics;
        for (const auto& file : scenarios) {
            try {
                shared.push_back(read_shared_scenario(file, context.vocabularies(), overrides, context.library));
            } catch (const InputError& error) {
                for (const Diagnostic& d : error.diagnostics().sorted()) diagnostics.error(d.place, d.message);
            }
        }
        if (diagnostics.empty()) check_overrides_taken(overrides, shared, diagnostics);
        if (!diagnostics.empty()) throw InputError(diagnostics);
        for (SharedScenario& one : shared) experiment.scenarios.push_back(std::move(one.scenario));
        if (experiment.title.empty()) experiment.title = experiment.scenarios[1].title + " against " + experiment.scenarios[0].title;
        if (experiment.question.empty()) experiment.question = experiment.scenarios[1].question;
        return experiment;
    }
};

}  // namespace

void add_compare(CLI::App& program, const Context& context, int& exit_code) {
    auto command = std::make_shared<CompareCommand>();
    CLI::App* app = program.add_subcommand("compare", "Compare scenarios under the same chance: levels, paired differences, intervals");
    app->add_option("files", command->files, "One comparison file, or a base scenario and one or more alternatives");
    app->add_option("--from", command->from, "Repeat the comparison that a results file holds");
    app->add_option("--year", command->year, "Year that the table shows (default: the last)");
    app->add_option("--outcome", command->outcomes,
                    "Show this outcome, of any that the model declares (repeatable; default: the headline ones)")
        ->take_all()
        ->allow_extra_args(false);
    app->add_flag("--all", command->all, "Show every outcome that the model declares");
    app->add_flag("--detail", command->detail,
                  "Policy by policy: both levels, difference, interval, effect in SD (always with one alternative)");
    command->options.add_to(*app);
    app->footer(
        "Examples:\n  bevlogen compare scenarios/comparisons/less-administration.toml\n"
        "  bevlogen compare scenarios/baseline.toml scenarios/less-administration.toml --replicates 20 --year 5 --outcome exhaustion "
        "--detail");
    app->callback([command, &context, &exit_code] { exit_code = command->run(context); });
}

}  // namespace bevlogen
