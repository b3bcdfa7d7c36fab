// Carries an experiment out: replicates on workers, finished runs through the journal to the results file in fixed order.
#include "sim/experiment/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/core/build_info.hpp"
#include "sim/experiment/replicate.hpp"
#include "sim/experiment/workers.hpp"
#include "sim/record/journal.hpp"
#include "sim/record/writer.hpp"

namespace bevlogen {
namespace {

// What a journal belongs to: another program version or another scenario does not take its runs up.
std::string identity_of(const Experiment& experiment) {
    std::string identity = fmt::format("{} {} {}\n", build_info().version, build_info().commit, experiment.kind);
    for (const Scenario& scenario : experiment.scenarios) identity += scenario.name + "\n" + scenario.resolved;
    return identity;
}

ResultsDescription description_of(const Model& model, const Experiment& experiment) {
    const Scenario& base = experiment.scenarios.front();
    ResultsDescription description{experiment.kind, experiment.title,     experiment.question, {},
                                   base.seed,       base.first_replicate, base.replicates,     {}};
    for (const Scenario& s : experiment.scenarios) description.scenarios.push_back({s.name, s.title, s.text, s.resolved});
    for (const TeamPlan& plan : model.make_dynamics(base)->plan_teams(Chance{base.seed, 0}.world())) {
        if (!plan.name.empty()) description.team_names.emplace(plan.id.value, plan.name);
    }
    return description;
}

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

// What ended without a record, by replicate: each is filled by the one worker that has it.
struct Unfinished {
    std::vector<FailedRun> failures;
    std::vector<JournalEntry> checkpoints;
    bool stopped = false;
};

struct TakenUp {
    std::map<std::pair<std::size_t, std::size_t>, RunRecord> finished;                  // by (replicate, scenario)
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::byte>> checkpoints;  // the newest of each
};

TakenUp take_up(const Journal& journal) {
    TakenUp found;
    for (const JournalEntry& entry : journal.found()) {
        const std::pair<std::size_t, std::size_t> run{entry.replicate, entry.scenario};
        if (entry.kind == JournalEntryKind::finished_run) {
            found.finished[run] = RunRecord::from_bytes(entry.payload);
        } else {
            found.checkpoints[run] = entry.payload;
        }
    }
    return found;
}

}  // namespace

ExperimentResult run_experiment(const Model& model, const Experiment& experiment, const Execution& execution) {
    check_comparable(experiment.scenarios, model.vocabulary());
    Diagnostics diagnostics;
    for (const Scenario& scenario : experiment.scenarios) check_scopes(model, scenario, diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);

    const Scenario& base = experiment.scenarios.front();
    const std::size_t scenarios = experiment.scenarios.size();
    const auto replicates = static_cast<std::size_t>(base.replicates);
    const RecordPlan plan(model, base, experiment.record);
    ExperimentResult result(plan, scenarios, replicates);

    if (execution.out.has_parent_path()) std::filesystem::create_directories(execution.out.parent_path());
    Journal journal(execution.out.string() + ".journal", identity_of(experiment));
    TakenUp taken_up = take_up(journal);
    result.taken_up = taken_up.finished.size();
    ResultsWriter results(execution.out, description_of(model, experiment), plan);
    OrderedResults ordered(results, scenarios);
    const auto keep = [&](FinishedRun&& run) {
        result.take_from(run.scenario, run.replicate, run.record);
        ordered.add(std::move(run));
    };
    RecordWriter writer([&](FinishedRun&& run) {
        if (!taken_up.finished.contains({run.replicate, run.scenario})) {
            journal.append({JournalEntryKind::finished_run, static_cast<std::uint32_t>(run.scenario),
                            static_cast<std::uint32_t>(run.replicate), run.record.to_bytes()});
        }
        keep(std::move(run));
    });

    const double epochs_a_run = static_cast<double>(base.recorded_weeks().value) / kWeeksPerEpoch;
    const double burn_in_epochs = static_cast<double>(base.burn_in_weeks().value) / kWeeksPerEpoch;
    SharedProgress progress(static_cast<double>(replicates) * (burn_in_epochs + static_cast<double>(scenarios) * epochs_a_run),
                            execution.on_progress);
    std::vector<Unfinished> unfinished(replicates);
    run_jobs(execution.threads, replicates, [&](std::size_t replicate, Parallel& parallel) {
        ReplicateInput input{model, experiment, execution, plan, replicate, std::vector<bool>(scenarios, false), {}};
        for (std::size_t s = 0; s < scenarios; ++s) {
            if (const auto found = taken_up.finished.find({replicate, s}); found != taken_up.finished.end()) {
                input.is_done[s] = true;
                writer.put({s, replicate, found->second});
                progress.add(epochs_a_run);
            } else if (const auto checkpoint = taken_up.checkpoints.find({replicate, s}); checkpoint != taken_up.checkpoints.end()) {
                input.checkpoints[s] = checkpoint->second;
            }
        }
        const auto on_end = [&](std::size_t s, RunEnd&& end) {
            if (end.record) {
                writer.put({s, replicate, std::move(*end.record)});
            } else if (!end.failure.empty()) {
                const int number = base.first_replicate + static_cast<int>(replicate);
                unfinished[replicate].failures.push_back({experiment.scenarios[s].name, number, std::move(end.failure)});
            } else {
                unfinished[replicate].stopped = true;
                if (end.checkpoint.empty()) return;
                unfinished[replicate].checkpoints.push_back({JournalEntryKind::checkpoint, static_cast<std::uint32_t>(s),
                                                             static_cast<std::uint32_t>(replicate), std::move(end.checkpoint)});
            }
        };
        run_replicate(input, parallel, on_end, [&](int epochs) { progress.add(epochs); });
    });
    writer.close();
    bool stopped = false;
    for (const Unfinished& left : unfinished) {
        stopped = stopped || left.stopped;
        for (const JournalEntry& entry : left.checkpoints) journal.append(entry);
        result.failures.insert(result.failures.end(), left.failures.begin(), left.failures.end());
    }
    if (stopped) return result;
    ordered.write_rest();
    std::sort(result.failures.begin(), result.failures.end(),
              [](const FailedRun& a, const FailedRun& b) { return std::tie(a.scenario, a.replicate) < std::tie(b.scenario, b.replicate); });
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
