// Hands replicates to workers and finished runs to the journal.
#include "sim/experiment/round.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "sim/core/build_info.hpp"
#include "sim/experiment/replicate.hpp"
#include "sim/experiment/workers.hpp"
#include "sim/scenario/resolved_text.hpp"

namespace bevlogen {
namespace {

// What ended without a record, by replicate: each is filled by the one worker that has it.
struct Unfinished {
    std::vector<FailedRun> failures;
    std::vector<JournalEntry> checkpoints;
    bool stopped = false;
};

}  // namespace

std::filesystem::path journal_of(const Execution& execution) { return execution.out.string() + ".journal"; }

std::string journal_identity(const Experiment& experiment, const Vocabulary& vocabulary) {
    std::string identity = fmt::format("{} {} {}\n", build_info().version, build_info().commit, experiment.kind);
    for (Scenario scenario : experiment.scenarios) {
        scenario.replicates = 1;
        identity += scenario.name + "\n" + resolved_text(scenario, vocabulary);
    }
    if (experiment.draws) identity += fmt::format("draws {}\n{}", experiment.record.replicates_a_draw.value(), experiment.draws->text);
    return identity;
}

TakenUp take_up(const Journal& journal) {
    TakenUp found;
    for (const JournalPlace& place : journal.found()) {
        const std::pair<std::size_t, std::size_t> run{place.replicate, place.scenario};
        if (place.kind == JournalEntryKind::finished_run) {
            found.finished[run] = RunRecord::from_bytes(journal.read(place));
        } else {
            found.checkpoints[run] = journal.read(place);
        }
    }
    return found;
}

RoundEnd run_round(const RoundInput& input, std::size_t first, std::size_t last, const std::function<void(FinishedRun&&)>& on_run) {
    const Scenario& base = input.experiment.scenarios.front();
    const std::size_t scenarios = input.experiment.scenarios.size();
    const auto& finished = input.taken_up.finished;
    const auto& checkpoints = input.taken_up.checkpoints;
    RecordWriter writer([&](FinishedRun&& run) {
        if (!finished.contains({run.replicate, run.scenario})) {
            input.journal.append({JournalEntryKind::finished_run, static_cast<std::uint32_t>(run.scenario),
                                  static_cast<std::uint32_t>(run.replicate), run.record.to_bytes()});
        }
        on_run(std::move(run));
    });

    const double epochs_a_run = static_cast<double>(base.recorded_weeks().value) / kWeeksPerEpoch;
    const double burn_in_epochs = static_cast<double>(base.burn_in_weeks().value) / kWeeksPerEpoch;
    SharedProgress progress(static_cast<double>(last - first) * (burn_in_epochs + static_cast<double>(scenarios) * epochs_a_run),
                            input.execution.on_progress);
    std::vector<Unfinished> unfinished(last - first);
    run_jobs(input.execution.threads, last - first, [&](std::size_t job, Parallel& parallel) {
        const std::size_t replicate = first + job;
        ReplicateInput one{input.model, input.experiment, input.execution, input.plan, replicate, std::vector<bool>(scenarios, false), {}};
        for (std::size_t s = 0; s < scenarios; ++s) {
            if (const auto found = finished.find({replicate, s}); found != finished.end()) {
                one.is_done[s] = true;
                writer.put({s, replicate, found->second});
                progress.add(epochs_a_run);
            } else if (const auto checkpoint = checkpoints.find({replicate, s}); checkpoint != checkpoints.end()) {
                one.checkpoints[s] = checkpoint->second;
            }
        }
        const auto on_end = [&](std::size_t s, RunEnd&& end) {
            if (end.record) {
                writer.put({s, replicate, std::move(*end.record)});
            } else if (!end.failure.empty()) {
                const int number = base.first_replicate + static_cast<int>(replicate);
                unfinished[job].failures.push_back({input.experiment.scenarios[s].name, number, std::move(end.failure)});
            } else {
                unfinished[job].stopped = true;
                if (end.checkpoint.empty()) return;
                unfinished[job].checkpoints.push_back({JournalEntryKind::checkpoint, static_cast<std::uint32_t>(s),
                                                       static_cast<std::uint32_t>(replicate), std::move(end.checkpoint)});
            }
        };
        run_replicate(one, parallel, on_end, [&](int epochs) { progress.add(epochs); });
    });
    writer.close();
    RoundEnd round;
    for (Unfinished& left : unfinished) {
        round.stopped = round.stopped || left.stopped;
        for (const JournalEntry& entry : left.checkpoints) input.journal.append(entry);
        round.failures.insert(round.failures.end(), left.failures.begin(), left.failures.end());
    }
    std::sort(round.failures.begin(), round.failures.end(),
              [](const FailedRun& a, const FailedRun& b) { return std::tie(a.scenario, a.replicate) < std::tie(b.scenario, b.replicate); });
    return round;
}

}  // namespace bevlogen
