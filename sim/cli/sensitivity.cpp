// `bevlogen sensitivity`: what the outcomes of a sweep depend on.
#include "sim/sweep/sensitivity.hpp"

#include <fmt/format.h>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/sensitivity_table.hpp"
#include "sim/cli/sweep_choice.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kRowsShown = 15;

struct SensitivityCommand {
    std::string file, out;
    SweepChoice choice;
    bool all = false;
    bool json = false;

    int run(const Context& context) const {
        const SweepTable sweep{file};
        std::vector<Sensitivity> found;
        for (const SensitivityQuestion& question : choice.questions(sweep)) found.push_back(analyse_sweep(sweep, question));
        if (!out.empty()) {
            require_results_place(out);
            std::error_code none;
            if (std::filesystem::equivalent(out, file, none)) throw InputError({"--out " + out, 0, 0}, "is the file of the sweep itself");
            write_table_file(out, sensitivity_file(sweep, found), provenance_of(context, 1, kDefaultBlockPosts));
        }
        if (json) {
            fmt::print("{}", sensitivity_json(sweep, found));
            return kExitDone;
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            const std::string points = points_table(sweep, found[i].question);
            // One axis point by point says more than one coefficient.
            const std::string ranked =
                !points.empty() && sweep.axes() == 1 ? "" : sensitivity_table(sweep, found[i], all ? sweep.axes() : kRowsShown);
            fmt::print("{}{}{}{}", i == 0 ? "" : "\n", points, points.empty() || ranked.empty() ? "" : "\n", ranked);
        }
        if (!out.empty()) fmt::print("\nfile: {}\n", shown_path(out).string());
        return kExitDone;
    }
};

}  // namespace

void add_sensitivity(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<SensitivityCommand>();
    CLI::App* app = program.add_subcommand("sensitivity", "Show what the outcomes of a sweep depend on, by the analysis of its design");
    app->add_option("file", command->file, "Results file of a sweep")->required();
    command->choice.add_to(*app);
    app->add_option("--year", command->choice.year, "Year (default: the last)");
    app->add_flag("--all", command->all, "Show all parameters, not the strongest alone");
    app->add_option("--out,-o", command->out, "HDF5 file to write, for Python and R");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen sensitivity results/burnout-of-residents.sweep.h5 --outcome burnt_out --phase anios,aios");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
