// Counts the entries of journals and the runs of files.
#include "sim/sweep/status.hpp"

#include <algorithm>
#include <set>

#include "sim/core/diagnostic.hpp"
#include "sim/sweep/journal_start.hpp"
#include "sim/sweep/merge.hpp"
#include "sim/sweep/sources.hpp"

namespace bevlogen {
namespace {

WorkerStatus status_of_journal(const SweepPlace& place) {
    const JournalFile file(place.path);
    WorkerStatus status;
    status.place = place;
    status.state = file.is_being_written() ? WorkerState::running : WorkerState::stopped;
    std::optional<JournalStartWords> start;
    std::optional<JournalPlace> last;
    std::size_t since_start = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> done, failed, stopped;
    for (const JournalPlace& entry : scan_journal(file).places) {
        const std::pair run{entry.replicate, entry.scenario};
        switch (entry.kind) {
            case JournalEntryKind::start:
                start = start_words(read_entry(file, entry));
                since_start = 0;
                break;
            case JournalEntryKind::checkpoint: stopped.insert(run); break;
            case JournalEntryKind::finished_run:
            case JournalEntryKind::failed_run:
                (entry.kind == JournalEntryKind::finished_run ? done : failed).insert(run);
                last = entry;
                ++since_start;
                break;
        }
    }
    if (last) status.last_ended = JournalRun::from_bytes(read_entry(file, *last)).ended;
    status.done = done.size();
    status.failed =
        static_cast<std::size_t>(std::count_if(failed.begin(), failed.end(), [&](const auto& run) { return !done.contains(run); }));
    status.checkpoints = static_cast<std::size_t>(
        std::count_if(stopped.begin(), stopped.end(), [&](const auto& run) { return !done.contains(run) && !failed.contains(run); }));
    if (!start) return status;
    status.runs = start->runs;
    status.host = start->host;
    if (since_start > 0 && status.last_ended && *status.last_ended > start->began)
        status.runs_a_minute = 60.0 * static_cast<double>(since_start) / (*status.last_ended - start->began);
    return status;
}

WorkerStatus status_of_file(const SweepPlace& place) {
    const StoredSweep file(place.path);
    WorkerStatus status;
    status.place = place;
    for (std::size_t r = 0; r < file.replicates(); ++r) {
        for (std::size_t p = 0; p < file.points(); ++p) {
            if (file.status(p, r) == SweepRunStatus::done) ++status.done;
            if (file.status(p, r) == SweepRunStatus::failed) ++status.failed;
        }
    }
    status.runs = place.share.of(file.points() * file.replicates());
    status.state = status.done + status.failed == status.runs ? WorkerState::complete : WorkerState::stopped;
    status.host = file.results().provenance("host");
    return status;
}

SweepStatus status_of_places(const std::vector<SweepPlace>& places, const std::filesystem::path& out, const ModelShelf& shelf) {
    if (places.empty())
        throw InputError({out.string(), 0, 0}, "there is nothing of this sweep: neither this file, nor shards or journals beside it");
    const SweepPlan plan = plan_of_places(places, shelf);
    const SweepSources sources(places, sweep_identity(plan, *shelf.find(plan.base.model)), plan.points(), plan.replicates());
    SweepStatus status;
    status.title = plan.title.en;
    status.points = plan.points();
    status.replicates = plan.replicates();
    status.runs = plan.runs();
    status.done = sources.count(SweepRunStatus::done);
    status.failed = sources.count(SweepRunStatus::failed);
    double rate = 0.0;
    for (const SweepPlace& place : places) {
        WorkerStatus worker = place.is_journal ? status_of_journal(place) : status_of_file(place);
        if (worker.state == WorkerState::running) rate += worker.runs_a_minute.value_or(0.0);
        if (place.kind == SweepFileKind::results && worker.state == WorkerState::complete && worker.runs == status.runs)
            status.is_merged = true;
        status.workers.push_back(std::move(worker));
    }
    if (rate > 0.0) {
        status.runs_a_minute = rate;
        status.seconds_left = 60.0 * static_cast<double>(status.left()) / rate;
    }
    return status;
}

}  // namespace

SweepStatus status_of_sweep(const std::filesystem::path& out, const ModelShelf& shelf) {
    return look_at_places(out, [&](const std::vector<SweepPlace>& places) { return status_of_places(places, out, shelf); });
}

}  // namespace bevlogen
