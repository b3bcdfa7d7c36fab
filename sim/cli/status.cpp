// `bevlogen status`: how far a sweep is.
#include "sim/sweep/status.hpp"

#include <fmt/format.h>

#include "sim/cli/clock.hpp"
#include "sim/cli/context.hpp"
#include "sim/cli/program.hpp"
#include "sim/cli/sweep_words.hpp"

namespace bevlogen {
namespace {

struct StatusCommand {
    std::string out;
    bool json = false;

    int run(const Context& context) const {
        const SweepStatus status = status_of_sweep(out, context.shelf);
        fmt::print("{}", json ? status_json(status) : status_text(status, seconds_since_1970()));
        return kExitDone;
    }
};

}  // namespace

void add_status(CLI::App& program, const Context& context, Action& chosen) {
    auto command = std::make_shared<StatusCommand>();
    CLI::App* app = program.add_subcommand("status", "Show how far a sweep is, from its journals alone");
    app->add_option("out", command->out, "Results file of the sweep, there or to come")->required();
    app->add_flag("--json", command->json, "Print the answer as JSON");
    app->footer("Example:\n  bevlogen status results/coaches.sweep.h5");
    on_command(*app, chosen, [command, &context] { return command->run(context); });
}

}  // namespace bevlogen
