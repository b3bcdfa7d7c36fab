// `bevlogen report`: one HTML file to mail, of one or more results files.
#include <fmt/format.h>

#include "sim/cli/output_file.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/stored_files.hpp"
#include "sim/cli/sweep_choice.hpp"
#include "sim/record/calibration_file.hpp"
#include "sim/record/stored_results.hpp"
#include "sim/report/calibration_report.hpp"
#include "sim/report/sweep_report.hpp"

namespace bevlogen {
namespace {

struct ReportCommand {
    std::vector<std::string> files;
    std::vector<std::string> sets;
    std::string out;
    bool json = false;
    ReportOptions options;
    SweepChoice sweep;

    void run(const Context& context) const {
        const std::vector<std::filesystem::path> paths(files.begin(), files.end());
        std::vector<Override> overrides;
        for (const std::string& set : sets) overrides.push_back(parse_override(set));
        const std::filesystem::path place = out.empty() ? report_place(paths) : std::filesystem::path(out);
        for (const auto& file : paths) {
            if (file.extension() == ".html")
                throw InputError({file.string(), 0, 0}, "is a report; name the results file (.h5) of which it was made");
            if (file.extension() == ".toml")
                throw InputError({file.string(), 0, 0},
                                 "has not been run: bevlogen compare BASE.toml POLICY.toml --report runs and reports");
        }
        require_output_place(place, paths, "results/report.html");
        require_ending(place, {".html", ".htm"}, "a report");
        if (StoredResults(paths.front()).attribute("kind") == kCalibrationKind) return report_calibration(context, place);
        if (holds_sweep(paths.front())) return report_sweep(context, place);
        if (sweep.is_given()) throw InputError({"--outcome and --phase", 0, 0}, "choose in a sweep; a comparison's report has them all");
        const ReportedFiles reported(paths, readers_of(context, overrides), options);
        if (options.year) bounded_option("--year", options.year, 1, reported.stored().experiment().scenarios.front().years, 1);
        if (json) {
            fmt::print("{}\n", reported.json(context.command_words()));
            return;
        }
        fmt::print("{}\n", reported.write(place, context.command_words()));
    }

  private:
    void report_calibration(const Context& context, const std::filesystem::path& place) const {
        if (files.size() > 1) throw InputError({files[1], 0, 0}, "the report of a calibration is of one file");
        if (!sets.empty() || !options.over.empty() || options.force || sweep.is_given() || options.year)
            throw InputError({files.front(), 0, 0}, "is a calibration: of the options, --lang, --out and --json have a meaning there");
        const ReportChoice asked = options.choice(context.command_words());
        if (json) {
            fmt::print("{}\n", calibration_report_json(files.front(), context.shelf, asked));
        } else {
            fmt::print("{}\n", write_page(calibration_report_page(files.front(), context.shelf, asked), place));
        }
    }

    void report_sweep(const Context& context, const std::filesystem::path& place) const {
        if (files.size() > 1) throw InputError({files[1], 0, 0}, "the report of a sweep is of one file");
        if (!sets.empty()) throw InputError({"--set", 0, 0}, "does not act on a sweep, whose costs are added up already");
        if (!options.over.empty()) throw InputError({"--over", 0, 0}, "is for comparisons, and this is a sweep");
        if (options.force) throw InputError({"--force", 0, 0}, "compares files; the report of a sweep is of one");
        const SweepTable table(files.front());
        SweepChoice choice = sweep;
        choice.year = options.year;
        const SweepFindings findings(table, readers_of(context, {}), choice.questions(table));
        const ReportChoice asked = options.choice(context.command_words());
        if (json) {
            fmt::print("{}\n", sweep_report_json(findings, asked));
        } else {
            fmt::print("{}\n", write_page(sweep_report_page(findings, asked), place));
        }
    }
};

}  // namespace

void add_report(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<ReportCommand>();
    CLI::App* app =
        program.add_subcommand("report", "Write one HTML file with the answer, figures, assumptions and limits of results files");
    app->add_option("files", command->files,
                    "Results files; the first scenario of the first is the base. Or one file of a sweep or a calibration")
        ->required();
    app->add_option("--out,-o", command->out, "File to write (default: beside the first results file, .html)");
    command->options.add_language_to(*app);
    app->add_option("--year", command->options.year, "Year of which effects are told (default: the last)");
    command->sweep.add_to(*app);
    app->add_option("--set", command->sets, "Other prices, e.g. --set costs.session_external=300 (costs.* only; repeatable)")
        ->take_all()
        ->allow_extra_args(false);
    app->add_flag("--force", command->options.force, "Compare files of other worlds or versions all the same; the report says so");
    app->add_option("--over", command->options.over,
                    "The same comparison under another word of a choice, such as another theory (repeatable): what holds under all")
        ->take_all()
        ->allow_extra_args(false);
    app->add_flag("--json", command->json, "Print the report's data as JSON instead");
    app->footer(
        "Examples:\n  bevlogen report results/five-policies.h5 --lang nl\n  bevlogen report results/baseline.run.h5\n"
        "  bevlogen report results/five-policies.jdr.h5 --over results/five-policies.wellmd.h5\n"
        "  bevlogen report results/coaches.sweep.h5 --phase anios,aios");
    on_command(*app, chosen, [command, &context] { command->run(context); });
}

}  // namespace bevlogen
