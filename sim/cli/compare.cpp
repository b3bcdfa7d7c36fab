// `bevlogen compare`: a base and alternatives under the same chance, one table and one results file.
#include <fmt/format.h>

#include <algorithm>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/compare_over.hpp"
#include "sim/cli/comparison_files.hpp"
#include "sim/cli/cost_table.hpp"
#include "sim/cli/levels_table.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/outcome_choice.hpp"
#include "sim/cli/output_file.hpp"
#include "sim/cli/precision_words.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/stored_files.hpp"
#include "sim/cli/streams.hpp"
#include "sim/cli/twin_table.hpp"

namespace bevlogen {
namespace {

struct CompareCommand {
    std::vector<std::string> files;
    std::string from;
    std::string over;
    std::optional<std::int64_t> year;
    std::vector<std::string> outcomes;
    bool all = false;
    bool detail = false;
    bool wants_report = false;
    std::optional<double> until_ci;
    std::optional<std::int64_t> max_replicates;
    ReportOptions report;
    RunOptions options;

    int run(const Context& context) const {
        if (files.empty() == from.empty())
            throw InputError({"bevlogen compare", 0, 0},
                             "name a comparison file, a base and alternatives, results files, or a results file to repeat with --from");
        const auto stored = static_cast<std::size_t>(std::count_if(files.begin(), files.end(), is_results_name));
        if (stored == 0) return run_scenarios(context);
        if (stored < files.size()) throw InputError({"bevlogen compare", 0, 0}, "name scenario files or results files, not both");
        return tell_stored(context);
    }

  private:
    int run_scenarios(const Context& context) const {
        if (report.force) throw InputError({"--force", 0, 0}, "is for results files: scenarios that are run together are made alike");
        if (!over.empty()) return run_over(context);
        Experiment experiment = read_experiment(context, {});
        const Model& model = context.model_of(experiment.scenarios.front());
        if (until_ci && experiment.draws)
            throw InputError({"--until-ci", 0, 0},
                             "adds replicates of chance; under draws of parameters give more --replicates or more draws");
        const ComparisonView view = view_of(model, experiment.scenarios.front());
        const std::optional<Precision> precision = precision_of(experiment, model, view);
        const std::filesystem::path out = out_of(experiment);
        if (wants_report && std::filesystem::exists(report_place({out}))) require_output_place(report_place({out}), {out}, "a.h5");
        const CarriedOut done = carry_out(context, options, experiment, out, precision);
        if (!done.result.finished) return done.exit_code;
        // All files come before what is printed: who reads that may go away.
        const std::string report_line =
            wants_report ? write_report_of(context, ReportedFiles({done.out}, readers_of(context, {}), reported_as()), {done.out}) : "";
        tell(model, done.experiment, done.result, view);
        if (precision) tell_beside(answer_for(), "{}\n", precision_words(model, done, *precision));
        if (!options.json) fmt::print("results: {} ({:.1f} s)\n", shown_path(done.out).string(), done.seconds);
        if (wants_report) tell_beside(answer_for(), "{}\n", report_line);
        return done.exit_code;
    }

    Experiment read_experiment(const Context& context, const std::vector<Override>& more) const {
        std::vector<Override> overrides = options.overrides();
        overrides.insert(overrides.end(), more.begin(), more.end());
        Experiment experiment =
            from.empty() ? read_comparison_files(context, files, overrides) : repeated_comparison(context, from, overrides);
        const Vocabulary& vocabulary = context.model_of(experiment.scenarios.front()).vocabulary();
        experiment = under_parameters(options, from, std::move(experiment), vocabulary);
        experiment.record.twin_weeks = twin_weeks(experiment.scenarios, vocabulary);
        return experiment;
    }

    std::filesystem::path out_of(const Experiment& experiment) const {
        const std::string name = files.size() == 1 ? std::filesystem::path(files.front()).stem().string()
                                 : from.empty()    ? experiment.scenarios[1].name
                                                   : std::filesystem::path(from).stem().string() + ".again";
        return options.out.empty() ? "results/" + name + ".h5" : options.out;
    }

    int run_over(const Context& context) const {
        if (until_ci || max_replicates)
            throw InputError({"--over", 0, 0}, "runs every word with the same replicates; leave --until-ci and --max-replicates out");
        if (detail) throw InputError({"--over", 0, 0}, "has a table of its own; leave --detail out");
        const auto read = [&](const std::vector<Override>& more) { return read_experiment(context, more); };
        OverComparison asked{over,    read, [this](const Model& model, const Scenario& base) { return view_of(model, base); },
                             options, {},   {}};
        asked.out = out_of(read({}));
        if (wants_report) asked.report = reported_as();
        return compare_over(context, asked);
    }

    int tell_stored(const Context& context) const {
        refuse_run_options();
        const std::vector<std::filesystem::path> paths(files.begin(), files.end());
        const ReportedFiles reported(paths, readers_of(context, options.overrides()), reported_as());
        const StoredExperiment& stored = reported.stored();
        if (stored.scenarios() < 2)
            throw InputError({files.front(), 0, 0}, "holds one scenario: name a second results file to compare with");
        for (const std::string& unlike : stored.unlike()) complain("bevlogen: warning: compared all the same: {}\n", unlike);
        const ExperimentResult result = stored.result();
        const std::string report_line = wants_report ? write_report_of(context, reported, paths) : "";
        tell(stored.model(), stored.experiment(), result, view_of(stored.model(), stored.experiment().scenarios.front()));
        if (wants_report) tell_beside(answer_for(), "{}\n", report_line);
        const std::size_t missing = missing_runs(result);
        if (missing == 0) return kExitDone;
        complain("bevlogen: warning: {} of {} runs failed and are left out; bevlogen show says which\n", missing,
                 stored.scenarios() * stored.replicates());
        return kExitSomeRunsFailed;
    }

    static std::size_t missing_runs(const ExperimentResult& result) {
        std::size_t missing = 0;
        for (std::size_t s = 0; s < result.resources.scenarios(); ++s) {
            for (std::size_t r = 0; r < result.resources.replicates(); ++r) missing += result.resources.has_run(s, r) ? 0 : 1;
        }
        return missing;
    }

    // What has been run stays as it was run.
    void refuse_run_options() const {
        Diagnostics diagnostics;
        const auto refuse = [&](const char* option, bool is_given) {
            if (is_given) diagnostics.error({option, 0, 0}, "is for what is to be run, and these have been run; repeat with --from");
        };
        refuse("--until-ci", until_ci.has_value());
        refuse("--max-replicates", max_replicates.has_value());
        refuse("--over", !over.empty());
        refuse("--parameters", !options.parameters.empty());
        refuse("--threads", options.threads.has_value());
        refuse("--block-posts", options.block_posts.has_value());
        refuse("--stop-after-week", options.stop_after_week.has_value());
        refuse("--out", !options.out.empty());
        if (!diagnostics.empty()) throw InputError(diagnostics);
    }

    ComparisonView view_of(const Model& model, const Scenario& base) const {
        if (base.years == 0) throw InputError({base.name, 0, 0}, "time.years = 0: there is no year to compare");
        const int shown_year = static_cast<int>(bounded_option("--year", year, 1, base.years, base.years));
        return {chosen_outcomes(model, outcomes, all || (options.json && outcomes.empty())), shown_year};
    }

    // Of the first outcome that is named, else of the first headline one.
    std::optional<Precision> precision_of(const Experiment& experiment, const Model& model, const ComparisonView& view) const {
        if (!until_ci) {
            if (max_replicates)
                throw InputError({"--max-replicates", 0, 0}, "bounds --until-ci, which is not given; --replicates says how many");
            return {};
        }
        if (!(*until_ci > 0.0)) throw InputError({"--until-ci", 0, 0}, fmt::format("{} is not above 0", *until_ci));
        Precision precision;
        precision.half_width = *until_ci;
        precision.outcome = outcomes.empty() ? chosen_outcomes(model, {}, false).front() : view.outcomes.front();
        precision.year = view.year;
        precision.max_replicates = static_cast<int>(
            bounded_option("--max-replicates", max_replicates, 2, 100000, std::max(64, experiment.scenarios.front().replicates)));
        const OutcomeDecl& outcome = model.outcomes()[precision.outcome];
        const bool quiet = options.quiet;
        const double asked = *until_ci;
        precision.on_batch = [&outcome, quiet, asked](int replicates, double half) {
            if (!quiet) complain("{} replicates: {} ± {:.3g} (asked: {:g})\n", replicates, outcome.label.en, half, asked);
        };
        return precision;
    }

    void tell(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view) const {
        if (options.json) {
            fmt::print("{}", levels_json(model, experiment, result, view));
            return;
        }
        const auto table = detail || experiment.scenarios.size() == 2 ? detailed_table : comparison_table;
        fmt::print("{}\n", table(model, experiment, result, view));
        const std::string twins = twin_table(twin_rows(model, experiment, result));
        if (!twins.empty()) fmt::print("{}\n", twins);
        const std::string costs = cost_table(cost_summary(model, experiment, result), detail);
        if (!costs.empty()) fmt::print("{}\n", costs);
    }

    ReportOptions reported_as() const {
        ReportOptions as_shown = report;
        as_shown.year = year;
        return as_shown;
    }

    AnswerFor answer_for() const { return options.json ? AnswerFor::programs : AnswerFor::people; }

    std::string write_report_of(const Context& context, const ReportedFiles& reported,
                                const std::vector<std::filesystem::path>& paths) const {
        return reported.write(report_place(paths), context.command_words());
    }
};

}  // namespace

void add_compare(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<CompareCommand>();
    CLI::App* app = program.add_subcommand("compare", "Compare scenarios under the same chance: levels, paired differences, intervals");
    app->add_option(
        "files", command->files,
        "One comparison file, or a base scenario and one or more alternatives; or results files, whose runs are compared as they are");
    app->add_option("--from", command->from, "Repeat the comparison that a results file holds");
    app->add_option("--year", command->year, "Year that the table shows (default: the last)");
    app->add_option("--outcome", command->outcomes,
                    "Show this outcome, of any that the model declares (repeatable; default: the headline ones)")
        ->take_all()
        ->allow_extra_args(false);
    app->add_flag("--all", command->all, "Show every outcome that the model declares");
    app->add_flag("--detail", command->detail,
                  "Policy by policy: both levels, difference, interval, effect in SD (always with one alternative)");
    app->add_option(
        "--over", command->over,
        "Compare under each word of this parameter, such as theory, a results file each: which signs and places hold under all");
    app->add_option("--until-ci", command->until_ci,
                    "Add replicates until half of the 95 % interval of every difference in the first --outcome is at most this (of a share "
                    "0.005 is half a percentage point); not judged by fewer than 8");
    app->add_option("--max-replicates", command->max_replicates, "The most replicates that --until-ci may reach (default: 64)");
    app->add_flag("--report", command->wants_report, "Write also the report, beside the results file: NAME.html");
    command->report.add_language_to(*app)->needs("--report");
    app->add_flag("--force", command->report.force, "Compare results files of other worlds or versions all the same, and say so");
    command->options.add_to(*app);
    app->footer(
        "Examples:\n  bevlogen compare scenarios/comparisons/less-administration.toml\n"
        "  bevlogen compare scenarios/baseline.toml scenarios/less-administration.toml --replicates 20 --year 5 --outcome exhaustion "
        "--detail\n"
        "  bevlogen compare scenarios/baseline.toml scenarios/less-administration.toml --until-ci 0.005 --report --lang nl\n"
        "  bevlogen compare scenarios/comparisons/five-policies.toml --over theory --report\n"
        "  bevlogen compare results/baseline.run.h5 results/less-administration.run.h5");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
