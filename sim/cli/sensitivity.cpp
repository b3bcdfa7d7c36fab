// `bevlogen sensitivity`: what the outcomes of a sweep depend on.
#include "sim/sweep/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/library.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/sensitivity_table.hpp"
#include "sim/core/nearest_name.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kRowsShown = 15;

std::size_t index_of(const std::string& name, const std::vector<std::string>& valid, const char* option) {
    const auto found = std::find(valid.begin(), valid.end(), name);
    if (found == valid.end())
        throw InputError({fmt::format("{} {}", option, name), 0, 0}, fmt::format("is not in the file{}", suggestion(name, valid)));
    return static_cast<std::size_t>(found - valid.begin());
}

struct SensitivityCommand {
    std::string file, out;
    std::vector<std::string> outcomes, phases;
    std::optional<std::int64_t> year;
    bool all = false;
    bool json = false;

    int run(const Context& context) const {
        const SweepTable sweep{file};
        std::vector<Sensitivity> found;
        for (const SensitivityQuestion& question : questions(sweep)) found.push_back(analyse_sweep(sweep, question));
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

  private:
    std::vector<SensitivityQuestion> questions(const SweepTable& sweep) const {
        std::vector<std::size_t> chosen(sweep.outcomes().size()), of_phases;
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
        if (!outcomes.empty()) chosen.clear();
        for (const std::string& name : outcomes) chosen.push_back(index_of(name, sweep.outcomes(), "--outcome"));
        for (const std::string& name : phases) of_phases.push_back(index_of(name, sweep.phases(), "--phase"));
        if (of_phases.empty()) of_phases.push_back(0);
        const auto years = static_cast<std::int64_t>(sweep.years());
        const auto in_year = static_cast<std::size_t>(bounded_option("--year", year, 1, years, years));
        std::vector<SensitivityQuestion> questions;
        for (const std::size_t outcome : chosen) questions.push_back({outcome, of_phases, in_year});
        return questions;
    }
};

}  // namespace

void add_sensitivity(CLI::App& program, const Context& context, int& exit_code) {
    auto command = std::make_shared<SensitivityCommand>();
    CLI::App* app = program.add_subcommand("sensitivity", "Show what the outcomes of a sweep depend on, by the analysis of its design");
    app->add_option("file", command->file, "Results file of a sweep")->required();
    app->add_option("--outcome", command->outcomes, "Outcomes, by name (default: all that the sweep kept)")->delimiter(',');
    app->add_option("--phase", command->phases, "Phases taken together, e.g. anios,aios (default: everybody)")->delimiter(',');
    app->add_option("--year", command->year, "Year (default: the last)");
    app->add_flag("--all", command->all, "Show all parameters, not the strongest alone");
    app->add_option("--out,-o", command->out, "HDF5 file to write, for Python and R");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen sensitivity results/burnout-of-residents.sweep.h5 --outcome burnt_out --phase anios,aios");
    app->callback([command, &context, &exit_code] { exit_code = command->run(context); });
}

}  // namespace bevlogen
