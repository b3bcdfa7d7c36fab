// `bevlogen compare --over`: one comparison under each word of a parameter that is a choice, a results file each.
#pragma once

#include <functional>

#include "sim/cli/carry_out.hpp"
#include "sim/cli/comparison_table.hpp"
#include "sim/cli/stored_files.hpp"

namespace bevlogen {

struct OverComparison {
    std::string path;                                                   // of the choice: "theory"
    std::function<Experiment(const std::vector<Override>& more)> read;  // the comparison, under more overrides than were given
    std::function<ComparisonView(const Model&, const Scenario&)> view;  // what of it is shown
    const RunOptions& options;
    std::filesystem::path out;            // of results files, before the word: "results/a.h5" becomes "results/a.jdr.h5", ...
    std::optional<ReportOptions> report;  // of one report of all
};

// Runs them one after another, the word of the scenario itself first, and prints what holds under all. Returns the exit code. Throws
// InputError, before anything runs, for a path that is no choice of the model.
int compare_over(const Context& context, const OverComparison& asked);

}  // namespace bevlogen
