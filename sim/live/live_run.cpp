// Makes a simulation of the new scenario and gives it the state of the old one.
#include "sim/live/live_run.hpp"

#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"

namespace bevlogen {
namespace {

RecordOptions without_persons() {
    RecordOptions options;
    options.panel_persons = 0;
    return options;
}

}  // namespace

LiveRun::LiveRun(const Model& model, Scenario scenario, Chance chance, Parallel& parallel, Burn burn)
    : model_(model), chance_(chance), parallel_(parallel) {
    make(std::move(scenario));
    if (burn == Burn::is_run) simulation_->advance(scenario_->burn_in_weeks());
}

void LiveRun::make(Scenario scenario) {
    auto next = std::make_unique<const Scenario>(std::move(scenario));
    auto plan = std::make_unique<RecordPlan>(model_, *next, without_persons());
    auto simulation = std::make_unique<Simulation>(model_, *next, chance_, parallel_);
    auto recorder = std::make_unique<Recorder>(*plan, simulation->population(), chance_, parallel_.threads(), false);
    recorder_ = std::move(recorder);  // in this order: each refers to those below
    simulation_ = std::move(simulation);
    plan_ = std::move(plan);
    scenario_ = std::move(next);
}

void LiveRun::advance() { advance_watched(*recorder_); }

void LiveRun::advance_watched(Observer& observer) {
    expect(!is_finished(), "a run goes on to its last week");
    simulation_->advance(simulation_->week() + Week{kWeeksPerEpoch}, &observer);
}

void LiveRun::continue_as(Scenario scenario) {
    const std::vector<std::byte> now = checkpoint();
    make(std::move(scenario));
    restore(now);
}

std::vector<std::byte> LiveRun::checkpoint() const {
    ByteWriter out;
    out.array(simulation_->checkpoint());
    out.array(recorder_->to_bytes());
    return out.take();
}

void LiveRun::restore(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    simulation_->restore(in.array<std::byte>());
    recorder_->restore(in.array<std::byte>());
}

}  // namespace bevlogen
