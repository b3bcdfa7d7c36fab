// A run that goes on from clearing to clearing, is recorded as it goes, and can be given another future: one line of a session.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "sim/engine/simulation.hpp"
#include "sim/record/recorder.hpp"

namespace bevlogen {

class LiveRun {
  public:
    enum class Burn { is_run, restored };  // or it stands at the start, to be restored
    // Model and threads must outlive it. Throws NonFiniteState, as advance() does.
    LiveRun(const Model& model, Scenario scenario, Chance chance, Parallel& parallel, Burn burn = Burn::is_run);
    LiveRun(const LiveRun&) = delete;
    LiveRun& operator=(const LiveRun&) = delete;

    const Scenario& scenario() const { return *scenario_; }
    Week week() const { return simulation_->week() - scenario_->burn_in_weeks(); }  // recorded weeks that have passed
    bool is_finished() const { return simulation_->is_finished(); }
    // An epoch of four weeks.
    void advance();
    // An epoch that the observer watches instead; it is not recorded, so a record that lacks it means nothing from then on. Of a replay.
    void advance_watched(Observer& observer);

    // From here on of another scenario, which up to now is the same: world, seed, burn-in and years too.
    void continue_as(Scenario scenario);

    // Everything, to go on from here again: state and record.
    std::vector<std::byte> checkpoint() const;
    // Throws std::runtime_error for bytes of another model, population, chance or length.
    void restore(std::span<const std::byte> bytes);

    const Model& model() const { return model_; }
    const Simulation& simulation() const { return *simulation_; }
    const RecordPlan& plan() const { return *plan_; }
    // What has been recorded so far; the rest is missing.
    const RunRecord& record() const { return recorder_->so_far(); }

  private:
    void make(Scenario scenario);

    const Model& model_;
    Chance chance_;
    Parallel& parallel_;
    std::unique_ptr<const Scenario> scenario_;
    std::unique_ptr<RecordPlan> plan_;
    std::unique_ptr<Simulation> simulation_;
    std::unique_ptr<Recorder> recorder_;
};

}  // namespace bevlogen
