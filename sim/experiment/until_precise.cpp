// Rounds of replicates, then the experiment of them all from the journal.
#include "sim/experiment/until_precise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/experiment/paired.hpp"
#include "sim/experiment/round.hpp"
#include "sim/record/final_name.hpp"
#include "sim/scenario/resolved_text.hpp"

namespace bevlogen {
namespace {

Experiment with_replicates(Experiment experiment, int replicates, const Vocabulary& vocabulary) {
    for (Scenario& scenario : experiment.scenarios) {
        scenario.replicates = replicates;
        scenario.resolved = resolved_text(scenario, vocabulary);
    }
    return experiment;
}

// The chosen outcome's mean of the chosen year in every run.
class Watched {
  public:
    Watched(std::size_t scenarios, int replicates)
        : values_(scenarios, std::vector<double>(static_cast<std::size_t>(replicates), std::numeric_limits<double>::quiet_NaN())) {}

    void take(const FinishedRun& run, double value) { values_[run.scenario][run.replicate] = value; }
    // Of all alternatives; infinite where one has no interval yet.
    double widest() const {
        double widest = 0.0;
        for (std::size_t s = 1; s < values_.size(); ++s) {
            const Estimate difference = paired_difference(values_[0], values_[s]);
            const double half = (difference.high - difference.low) / 2.0;
            widest = std::max(widest, std::isfinite(half) ? half : std::numeric_limits<double>::infinity());
        }
        return widest;
    }

  private:
    std::vector<std::vector<double>> values_;  // [scenario][replicate]
};

}  // namespace

PreciseResult run_until_precise(const Model& model, const Experiment& experiment, const Execution& execution, const Precision& precision) {
    const Scenario& base = experiment.scenarios.front();
    const RecordPlan plan(model, base, experiment.record);
    const std::size_t scenarios = experiment.scenarios.size();
    check_before_running(model, experiment);
    make_folder_of(execution.out);
    Watched watched(scenarios, precision.max_replicates);
    const int first = std::min(std::max(base.replicates, kFewestReplicates), precision.max_replicates);
    int done = 0;
    double widest = std::numeric_limits<double>::infinity();
    std::size_t found = 0;
    {
        Journal journal(journal_of(execution), journal_identity(experiment, model.vocabulary()));
        const TakenUp taken_up = take_up(journal);
        found = taken_up.finished.size();
        while (done < precision.max_replicates && widest > precision.half_width) {
            const int next = std::min(done == 0 ? first : done + kReplicatesABatch, precision.max_replicates);
            const RoundEnd end = run_round(
                {model, experiment, execution, plan, taken_up, journal}, static_cast<std::size_t>(done), static_cast<std::size_t>(next),
                [&](FinishedRun&& run) { watched.take(run, run.record.year_mean(plan, precision.outcome, 0, precision.year)); });
            if (end.stopped) {
                PreciseResult stopped{experiment, ExperimentResult(plan, scenarios, static_cast<std::size_t>(next)), widest, false};
                stopped.result.taken_up = found;
                return stopped;
            }
            done = next;
            widest = watched.widest();
            if (precision.on_batch) precision.on_batch(done, widest);
        }
    }
    PreciseResult precise{with_replicates(experiment, done, model.vocabulary()),
                          ExperimentResult(plan, scenarios, static_cast<std::size_t>(done)), widest, widest <= precision.half_width};
    precise.result = run_experiment(model, precise.experiment, execution);
    precise.result.taken_up = found;
    return precise;
}

}  // namespace bevlogen
