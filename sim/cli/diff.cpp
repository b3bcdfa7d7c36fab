// `bevlogen diff`: whether two results files are the same to the bit, and where they first differ.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/cli/context.hpp"
#include "sim/cli/program.hpp"
#include "sim/record/results_reader.hpp"

namespace bevlogen {
namespace {

struct DiffCommand {
    std::string a, b;
    DiffOptions options;
    bool json = false;

    int run() const {
        const ResultsDifference difference = diff_results(a, b, options);
        if (json) {
            const nlohmann::ordered_json answer = {{"identical", difference.identical},
                                                   {"compared", difference.compared},
                                                   {"different", difference.different},
                                                   {"first", difference.first}};
            fmt::print("{}\n", answer.dump(1));
        } else if (difference.identical) {
            fmt::print("identical: {} values compared{}\n", difference.compared, options.common ? " (of what both have)" : "");
        } else {
            fmt::print("different: {}\n", difference.first);
        }
        return difference.identical ? kExitDone : kExitDifferent;
    }
};

}  // namespace

void add_diff(CLI::App& program, const Context&, Action& chosen) {
    auto command = std::make_shared<DiffCommand>();
    CLI::App* app =
        program.add_subcommand("diff", "Compare two results files to the bit (outside /provenance); exit code 1 if they differ");
    app->add_option("a", command->a, "Results file")->required();
    app->add_option("b", command->b, "Results file")->required();
    app->add_flag("--common", command->options.common, "Compare only the scenarios, replicates, weeks and persons that both have");
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen diff results/a.h5 results/b.h5");
    on_command(*app, chosen, [command] { return command->run(); });
}

}  // namespace bevlogen
