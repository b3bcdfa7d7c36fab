// Runs some points, or the beginning of one.
#include "sim/sweep/estimate.hpp"

#include <algorithm>

#include "sim/record/recorder.hpp"
#include "sim/sweep/description.hpp"
#include "sim/sweep/point_run.hpp"
#include "sim/sweep/point_scenarios.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kMostRunsTimed = 50;

double epochs(Week weeks) { return static_cast<double>(weeks.value) / kWeeksPerEpoch; }

// Every week of a run costs about as much as one that is recorded, so a sample records from its first week on.
void time_a_part(const SweepPlan& plan, const Model& model, const ModelShelf& shelf, const std::function<double()>& now, double budget,
                 SweepEstimate& estimate) {
    const double began = now();
    PointScenarios scenarios(plan, shelf);
    Scenario scenario = scenarios.at(0);
    const double all = epochs(scenario.total_weeks());
    scenario.burn_in = 0;
    const RecordPlan record_plan = record_plan_of(plan, model);
    Parallel one(1);
    const Chance chance{scenario.seed, static_cast<std::uint32_t>(scenario.first_replicate)};
    Simulation simulation(model, scenario, chance, one);
    Recorder recorder(record_plan, simulation.population(), chance, 1, false);
    const double start = now();
    double done = 0.0;
    while (!simulation.is_finished() && (done < 1.0 || now() - began < budget)) {
        simulation.advance(simulation.week() + Week{kWeeksPerEpoch}, &recorder);
        done += 1.0;
    }
    estimate.seconds_a_run = (start - began) + (now() - start) * all / std::max(done, 1.0);
    estimate.share_timed = std::min(done / std::max(all, 1.0), 1.0);
    estimate.bytes_a_worker = simulation.checkpoint().size() * 2 + recorder.to_bytes().size();
}

}  // namespace

SweepEstimate estimate_sweep(const SweepPlan& plan, const ModelShelf& shelf, const std::function<double()>& now, double budget_seconds) {
    const Model& model = *shelf.find(plan.base.model);
    SweepEstimate estimate;
    estimate.file_bytes = plan.runs() * describe_sweep(plan, model).shape().bytes() + 2 * plan.values.size() * sizeof(double);
    time_a_part(plan, model, shelf, now, budget_seconds / 3, estimate);
    if (estimate.seconds_a_run > budget_seconds / 2) return estimate;
    const RecordPlan record_plan = record_plan_of(plan, model);
    PointRunner runner(plan, model, shelf, record_plan, kDefaultBlockPosts);
    Parallel one(1);
    const std::size_t wanted = std::min({static_cast<std::size_t>(budget_seconds / estimate.seconds_a_run), plan.points(), kMostRunsTimed});
    const double start = now();
    while (estimate.runs_timed < std::max<std::size_t>(wanted, 1) && (estimate.runs_timed == 0 || now() - start < 2 * budget_seconds)) {
        runner.run(estimate.runs_timed * plan.points() / std::max<std::size_t>(wanted, 1), 0, {}, {}, one);
        ++estimate.runs_timed;
    }
    estimate.seconds_a_run = (now() - start) / static_cast<double>(estimate.runs_timed);
    return estimate;
}

}  // namespace bevlogen
