// Carries an experiment out: replicates on workers, finished runs through the journal to the results file in fixed order.
#include "sim/experiment/experiment.hpp"

#include <fmt/format.h>

#include <map>

#include "sim/experiment/round.hpp"
#include "sim/record/final_name.hpp"

namespace bevlogen {

ResultsDescription description_of(const Model& model, const Experiment& experiment) {
    const Scenario& base = experiment.scenarios.front();
    ResultsDescription description{experiment.kind, experiment.title,     experiment.question, {},
                                   base.seed,       base.first_replicate, base.replicates,     {}};
    if (experiment.draws) description.draws = {experiment.draws->name, experiment.draws->text, experiment.record.replicates_a_draw.value()};
    for (const Scenario& s : experiment.scenarios) description.scenarios.push_back({s.name, s.title, s.text, s.resolved});
    for (const TeamPlan& plan : model.make_dynamics(base)->plan_teams(Chance{base.seed, 0}.world())) {
        if (!plan.name.empty()) description.team_names.emplace(plan.id.value, plan.name);
    }
    return description;
}

namespace {

// Hands finished runs to the file in the order replicate, scenario, whatever the order in which they end.
class OrderedResults {
  public:
    OrderedResults(ResultsWriter& writer, std::size_t scenarios) : writer_(writer), scenarios_(scenarios) {}

    void add(FinishedRun&& run) {
        const std::size_t place = run.replicate * scenarios_ + run.scenario;
        waiting_.emplace(place, std::move(run));
        while (!waiting_.empty() && waiting_.begin()->first == next_) {
            write_first();
            ++next_;
        }
    }
    // Writes what still waits because a run before it failed.
    void write_rest() {
        while (!waiting_.empty()) write_first();
    }

  private:
    void write_first() {
        const FinishedRun& run = waiting_.begin()->second;
        writer_.add(run.scenario, run.replicate, run.record);
        waiting_.erase(waiting_.begin());
    }
    ResultsWriter& writer_;
    std::size_t scenarios_;
    std::size_t next_ = 0;
    std::map<std::size_t, FinishedRun> waiting_;
};

}  // namespace

void check_before_running(const Model& model, const Experiment& experiment) {
    check_comparable(experiment.scenarios, model.vocabulary());
    Diagnostics diagnostics;
    for (const Scenario& scenario : experiment.scenarios) check_scopes(model, scenario, diagnostics);
    if (experiment.draws) check_drawable(*experiment.draws, model.vocabulary(), diagnostics);
    if (experiment.draws) check_draws_hide_nothing(*experiment.draws, experiment.scenarios, model.vocabulary(), diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

ExperimentResult run_experiment(const Model& model, const Experiment& experiment, const Execution& execution) {
    check_before_running(model, experiment);
    const Scenario& base = experiment.scenarios.front();
    const std::size_t scenarios = experiment.scenarios.size();
    const auto replicates = static_cast<std::size_t>(base.replicates);
    const RecordPlan plan(model, base, experiment.record);
    ExperimentResult result(plan, scenarios, replicates);

    make_folder_of(execution.out);
    Journal journal(journal_of(execution), journal_identity(experiment, model.vocabulary()));
    const TakenUp taken_up = take_up(journal);
    result.taken_up = taken_up.finished.size();
    ResultsWriter results(execution.out, description_of(model, experiment), plan);
    OrderedResults ordered(results, scenarios);
    RoundEnd end = run_round({model, experiment, execution, plan, taken_up, journal}, 0, replicates, [&](FinishedRun&& run) {
        result.take_from(run.scenario, run.replicate, run.record);
        ordered.add(std::move(run));
    });
    result.failures = std::move(end.failures);
    if (end.stopped) return result;
    ordered.write_rest();
    Provenance provenance = execution.provenance;
    for (const FailedRun& failed : result.failures) {
        provenance.emplace_back(fmt::format("failed_run_{}_{}", failed.scenario, failed.replicate), failed.message);
    }
    results.finish(provenance);
    journal.remove();
    result.finished = true;
    return result;
}

}  // namespace bevlogen
