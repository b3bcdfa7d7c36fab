// Steps from clearing to clearing, asking at each whether to stop.
#include "sim/experiment/single_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/bytes.hpp"
#include "sim/record/recorder.hpp"

namespace bevlogen {
namespace {

constexpr Week kNotResumed{-1};  // before every stop

std::vector<std::byte> both(const std::vector<std::byte>& simulation, const std::vector<std::byte>& recorder) {
    ByteWriter out;
    out.array(simulation);
    out.array(recorder);
    return out.take();
}

// Whether a run stops at `week`. A run that was resumed at or beyond the stop week has stopped there before, and goes on.
bool is_stopped(const SingleRun& run, Week resumed_at, Week week) {
    if (run.should_stop && run.should_stop()) return true;
    if (!run.stop_after) return false;
    const Week stop = run.scenario.burn_in_weeks() + *run.stop_after;
    return week >= stop && resumed_at < stop;
}

RunEnd run_to_end(const SingleRun& run, Parallel& parallel, BurnIns& burn_ins, const std::function<void(int)>& on_epochs) {
    if (run.should_stop && run.should_stop()) return {};
    const Scenario& scenario = run.scenario;
    Simulation simulation(run.model, scenario, run.chance, parallel, run.block_posts);
    Recorder recorder(run.plan, simulation.population(), run.chance, parallel.threads(), run.keeps_panel);

    const std::string key = burn_ins.keeps_any() ? fmt::format("{} {}", run.chance.replicate, burn_in_key(scenario)) : std::string();
    const std::vector<std::byte>* shared = burn_ins.keeps_any() ? burn_ins.find(key) : nullptr;
    if (!run.checkpoint.empty()) {
        ByteReader in(run.checkpoint);
        simulation.restore(in.array<std::byte>());
        recorder.restore(in.array<std::byte>());
    } else if (shared) {
        simulation.restore(*shared);
    } else {
        while (simulation.week() < scenario.burn_in_weeks() && !is_stopped(run, kNotResumed, simulation.week())) {
            simulation.advance(simulation.week() + Week{kWeeksPerEpoch});
            on_epochs(1);
        }
        if (burn_ins.keeps_any() && simulation.week() == scenario.burn_in_weeks()) burn_ins.keep(key, simulation.checkpoint());
    }
    const Week resumed_at = run.checkpoint.empty() ? kNotResumed : simulation.week();
    while (!simulation.is_finished()) {
        if (is_stopped(run, resumed_at, simulation.week())) return {{}, {}, both(simulation.checkpoint(), recorder.to_bytes())};
        if (simulation.week() == scenario.burn_in_weeks()) recorder.draw_panel(simulation.population(), run.chance);
        simulation.advance(simulation.week() + Week{kWeeksPerEpoch}, &recorder);
        on_epochs(1);
    }
    return {recorder.take(), {}, {}};
}

}  // namespace

const std::vector<std::byte>* BurnIns::find(const std::string& key) const {
    const auto found = std::find_if(held_.begin(), held_.end(), [&](const auto& one) { return one.first == key; });
    return found == held_.end() ? nullptr : &found->second;
}

void BurnIns::keep(std::string key, std::vector<std::byte> checkpoint) {
    if (most_ == 0) return;
    if (held_.size() == most_) held_.erase(held_.begin());
    held_.emplace_back(std::move(key), std::move(checkpoint));
}

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

RunEnd run_single(const SingleRun& run, Parallel& parallel, BurnIns& burn_ins, const std::function<void(int)>& on_epochs) {
    try {
        return run_to_end(run, parallel, burn_ins, on_epochs);
    } catch (const NonFiniteState& failure) {
        return {{}, failure.what(), {}};
    }
}

}  // namespace bevlogen
