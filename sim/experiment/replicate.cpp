// Branches scenarios from one burn-in.
#include "sim/experiment/replicate.hpp"

namespace bevlogen {
namespace {

// As it runs in that replicate: under its draw of parameters, where there are draws.
Scenario drawn_scenario(const Experiment& experiment, std::size_t s, std::size_t replicate) {
    const Scenario& scenario = experiment.scenarios[s];
    return experiment.draws ? experiment.draws->applied(scenario, replicate / experiment.record.replicates_a_draw.value()) : scenario;
}

}  // namespace

void run_replicate(const ReplicateInput& input, Parallel& parallel, const std::function<void(std::size_t, RunEnd&&)>& on_end,
                   const std::function<void(int)>& on_epochs) {
    BurnIns burn_ins(input.experiment.scenarios.size());
    for (std::size_t s = 0; s < input.experiment.scenarios.size(); ++s) {
        if (input.is_done[s]) continue;
        const Scenario scenario = drawn_scenario(input.experiment, s, input.replicate);
        SingleRun run{input.model,
                      scenario,
                      {scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate) + static_cast<std::uint32_t>(input.replicate)},
                      input.plan,
                      input.execution.block_posts};
        run.keeps_panel = input.replicate == 0;
        run.stop_after = input.execution.stop_after;
        run.should_stop = input.execution.should_stop;
        if (const auto found = input.checkpoints.find(s); found != input.checkpoints.end()) run.checkpoint = found->second;
        on_end(s, run_single(run, parallel, burn_ins, on_epochs));
    }
}

}  // namespace bevlogen
