// Branches scenarios from one burn-in.
#include "sim/experiment/replicate.hpp"

#include <fmt/format.h>

#include "sim/core/bytes.hpp"
#include "sim/record/recorder.hpp"

namespace bevlogen {
namespace {

std::vector<std::byte> both(const std::vector<std::byte>& simulation, const std::vector<std::byte>& recorder) {
    ByteWriter out;
    out.array(simulation);
    out.array(recorder);
    return out.take();
}

constexpr Week kNotResumed{-1};  // before every stop

// Whether a run stops at `week`. A run that was resumed at or beyond the stop week has stopped there before, and goes on.
bool is_stopped(const Execution& execution, const Scenario& scenario, Week resumed_at, Week week) {
    if (execution.should_stop && execution.should_stop()) return true;
    if (!execution.stop_after) return false;
    const Week stop = scenario.burn_in_weeks() + *execution.stop_after;
    return week >= stop && resumed_at < stop;
}

// As it runs in that replicate: under its draw of parameters, where there are draws.
Scenario drawn_scenario(const Experiment& experiment, std::size_t s, std::size_t replicate) {
    const Scenario& scenario = experiment.scenarios[s];
    return experiment.draws ? experiment.draws->applied(scenario, replicate / experiment.record.replicates_a_draw.value()) : scenario;
}

RunEnd run_scenario(const ReplicateInput& input, std::size_t s, Parallel& parallel, std::map<std::string, std::vector<std::byte>>& burn_ins,
                    const std::function<void(int)>& on_epochs) {
    const Scenario drawn = drawn_scenario(input.experiment, s, input.replicate);
    const Scenario& scenario = drawn;
    if (input.execution.should_stop && input.execution.should_stop()) return {};
    const Chance chance{scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate) + static_cast<std::uint32_t>(input.replicate)};
    Simulation simulation(input.model, scenario, chance, parallel, input.execution.block_posts);
    Recorder recorder(input.plan, simulation.population(), chance, parallel.threads(), input.replicate == 0);

    const std::string key = burn_in_key(scenario);
    if (const auto found = input.checkpoints.find(s); found != input.checkpoints.end()) {
        ByteReader in(found->second);
        simulation.restore(in.array<std::byte>());
        recorder.restore(in.array<std::byte>());
    } else if (const auto shared = burn_ins.find(key); shared != burn_ins.end()) {
        simulation.restore(shared->second);
    } else {
        while (simulation.week() < scenario.burn_in_weeks() && !is_stopped(input.execution, scenario, kNotResumed, simulation.week())) {
            simulation.advance(simulation.week() + Week{kWeeksPerEpoch});
            on_epochs(1);
        }
        if (simulation.week() == scenario.burn_in_weeks()) burn_ins.emplace(key, simulation.checkpoint());
    }
    const Week resumed_at = input.checkpoints.contains(s) ? simulation.week() : kNotResumed;
    while (!simulation.is_finished()) {
        if (is_stopped(input.execution, scenario, resumed_at, simulation.week()))
            return {{}, {}, both(simulation.checkpoint(), recorder.to_bytes())};
        if (simulation.week() == scenario.burn_in_weeks()) recorder.draw_panel(simulation.population(), chance);
        simulation.advance(simulation.week() + Week{kWeeksPerEpoch}, &recorder);
        on_epochs(1);
    }
    return {recorder.take(), {}, {}};
}

}  // namespace

std::string burn_in_key(const Scenario& scenario) {
    std::string key = fmt::format("{} {} {} {}", scenario.model, scenario.seed, scenario.burn_in, scenario.population_scale);
    for (const double value : scenario.parameters.values) key += fmt::format(" {}", value);
    for (const std::vector<NamedRow>& table : scenario.rows) {
        key += fmt::format(" rows {}", table.size());
        for (const NamedRow& row : table) {
            key += fmt::format(" {} {}", row.name.size(), row.name);
            for (const double value : row.values) key += fmt::format(" {}", value);
        }
    }
    return key;
}

void run_replicate(const ReplicateInput& input, Parallel& parallel, const std::function<void(std::size_t, RunEnd&&)>& on_end,
                   const std::function<void(int)>& on_epochs) {
    std::map<std::string, std::vector<std::byte>> burn_ins;
    for (std::size_t s = 0; s < input.experiment.scenarios.size(); ++s) {
        if (input.is_done[s]) continue;
        try {
            on_end(s, run_scenario(input, s, parallel, burn_ins, on_epochs));
        } catch (const NonFiniteState& failure) {
            on_end(s, {{}, failure.what(), {}});
        }
    }
}

}  // namespace bevlogen
