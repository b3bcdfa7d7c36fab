// One run of a sweep: a point under one replicate, and what is kept of it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/single_run.hpp"
#include "sim/record/sweep_run.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/point_scenarios.hpp"

namespace bevlogen {

// What a sweep records of each run: means by phase, no panel, no persons.
RecordPlan record_plan_of(const SweepPlan& plan, const Model& model);

struct PointRunEnd {
    std::optional<SweepRun> run;        // done, or failed with its message; nothing where it was stopped
    std::vector<std::byte> checkpoint;  // of a run that was stopped after it had begun
};

// What each worker keeps from run to run.
class PointRunner {
  public:
    // The arguments must outlive it.
    PointRunner(const SweepPlan& plan, const Model& model, const ModelShelf& shelf, const RecordPlan& record_plan, std::size_t block_posts);

    // A point whose values do not go together, or whose state stops being finite, is a failed run.
    PointRunEnd run(std::size_t point, std::size_t replicate, std::span<const std::byte> checkpoint,
                    const std::function<bool()>& should_stop, Parallel& parallel);

  private:
    const SweepPlan* plan_;
    const Model* model_;
    const RecordPlan* record_plan_;
    std::size_t block_posts_;
    PointScenarios scenarios_;
    BurnIns burn_ins_;
};

}  // namespace bevlogen
