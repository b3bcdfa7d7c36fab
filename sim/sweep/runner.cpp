// Hands runs to workers and their ends to the journal.
#include "sim/sweep/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"
#include "sim/experiment/experiment.hpp"
#include "sim/experiment/workers.hpp"
#include "sim/record/final_name.hpp"
#include "sim/record/journal.hpp"
#include "sim/sweep/description.hpp"
#include "sim/sweep/journal_start.hpp"
#include "sim/sweep/point_run.hpp"
#include "sim/sweep/sources.hpp"

namespace bevlogen {
namespace {

namespace fs = std::filesystem;

// Many small runs share an fdatasync(): what a dying machine can take back is a second's work, and no killed process any.
constexpr double kSecondsBetweenSyncs = 1.0;

class SweepRunner {
  public:
    SweepRunner(const SweepPlan& plan, const ModelShelf& shelf, const SweepExecution& execution, Peers& peers)
        : plan_(plan),
          shelf_(shelf),
          model_(*shelf.find(plan.base.model)),
          execution_(execution),
          peers_(peers),
          identity_(sweep_identity(plan, model_)),
          record_plan_(record_plan_of(plan, model_)) {}

    SweepEnd run() {
        make_folder_of(execution_.out);
        end_.runs = execution_.share.of(plan_.runs());
        {
            // Whoever finds everything done needs no journal.
            const SweepSources before = sources_now();
            if (before.beyond() > 0) {
                throw InputError(
                    {execution_.out.string(), 0, 0},
                    fmt::format("has {} runs of more than {} replicates, here or in journals beside it, which would be lost; say "
                                "--replicates with as many as there are",
                                before.beyond(), plan_.replicates()));
            }
            if (remaining_in(before).empty() && is_all_in_target(before)) return finish_at_once(before);
        }
        Journal journal(journal_beside(own_file()), identity_);
        peers_.any(false);  // all journals are there, and their torn tails are cut
        const SweepSources before = sources_now();
        remaining_ = remaining_in(before);
        end_.before = end_.runs - remaining_.size();
        peers_.any(false);  // all know the same runs to do
        const bool is_stopped = remaining_.empty() ? false : work(journal, before);
        if (peers_.any(is_stopped)) return std::move(end_);
        if (peers_.rank() == 0) {
            write(sources_now());
        }
        peers_.any(false);  // the file is whole: journals may go
        end_.is_finished = true;
        journal.remove();
        if (peers_.rank() == 0) remove_journals_left();
        return std::move(end_);
    }

  private:
    fs::path target() const { return execution_.share.is_whole() ? execution_.out : shard_of(execution_.out, execution_.share); }
    fs::path own_file() const { return peers_.size() == 1 ? target() : worker_of(target(), peers_.rank(), peers_.size()); }

    SweepSources sources_now() const {
        return look_at_places(execution_.out, [&](const std::vector<SweepPlace>& places) {
            return SweepSources(places, identity_, plan_.points(), plan_.replicates());
        });
    }

    // Shards and journals may have more than the file that is asked for.
    bool is_all_in_target(const SweepSources& sources) const {
        if (!fs::exists(target())) return false;
        const StoredSweep file(target());
        if (file.replicates() < plan_.replicates()) return false;
        for (std::size_t run = 0; run < plan_.runs(); ++run) {
            const std::size_t point = run % plan_.points(), replicate = run / plan_.points();
            if (execution_.share.holds(run) && file.status(point, replicate) != sources.status(point, replicate)) return false;
        }
        return true;
    }

    std::vector<std::size_t> remaining_in(const SweepSources& sources) const {
        std::vector<std::size_t> remaining;
        for (std::size_t run = 0; run < plan_.runs(); ++run) {
            if (!execution_.share.holds(run)) continue;
            const SweepRunStatus status = sources.status(run % plan_.points(), run / plan_.points());
            const bool is_retried = status == SweepRunStatus::failed && execution_.failed_before == FailedBefore::are_retried;
            if (status == SweepRunStatus::missing || is_retried) remaining.push_back(run);
        }
        return remaining;
    }

    // Whether it was stopped.
    bool work(Journal& journal, const SweepSources& before) {
        const double began = execution_.now();
        journal.append(start_entry({resolved_plan_text(plan_, model_), plan_.base.resolved, plan_.base.name, execution_.share,
                                    peers_.size() == 1 ? remaining_.size() : remaining_.size() / peers_.size(), end_.runs, began,
                                    execution_.threads, execution_.host}));
        last_sync_ = began;
        const unsigned workers = WorkerSplit::of(execution_.threads, remaining_.size()).outer;
        bool is_stopped = false, has_thrown = false;
        run_jobs(execution_.threads, workers, [&](std::size_t, Parallel& parallel) {
            PointRunner runner(plan_, model_, shelf_, record_plan_, execution_.block_posts);
            const auto should_stop = [&] {
                if (peers_.size() > 1 && peers_.rank() == 0) turns_.take([&] { peers_.progress(); });
                return is_asked_to_stop();
            };
            try {
                while (const auto run = turns_.take([&] { return has_thrown || is_asked_to_stop() ? std::nullopt : next(); })) {
                    const std::size_t point = *run % plan_.points(), replicate = *run / plan_.points();
                    const double start = execution_.now();
                    const std::vector<std::byte> checkpoint = turns_.take([&] { return before.checkpoint(point, replicate); });
                    PointRunEnd end = runner.run(point, replicate, checkpoint, should_stop, parallel);
                    turns_.take([&] { keep(journal, point, replicate, start, std::move(end)); });
                }
            } catch (...) {
                turns_.take([&] { has_thrown = true; });
                throw;
            }
            turns_.take([&] { is_stopped = is_stopped || is_asked_to_stop(); });
        });
        journal.synchronise();
        // What the peers have done is not known here: they may have left nothing, and then the next start finishes at once.
        return is_stopped && (peers_.size() > 1 || end_.now < remaining_.size());
    }

    bool is_asked_to_stop() const { return execution_.should_stop && execution_.should_stop(); }

    // The next run that nobody has, or nothing.
    std::optional<std::size_t> next() {
        const std::size_t i = peers_.next();
        if (i >= remaining_.size()) return std::nullopt;
        return remaining_[i];
    }

    void keep(Journal& journal, std::size_t point, std::size_t replicate, double start, PointRunEnd&& end) {
        const auto p = static_cast<std::uint32_t>(point), r = static_cast<std::uint32_t>(replicate);
        if (!end.run) {
            if (!end.checkpoint.empty()) journal.append({JournalEntryKind::checkpoint, p, r, std::move(end.checkpoint)});
            return;
        }
        const double now = execution_.now();
        const auto kind = end.run->has_failed() ? JournalEntryKind::failed_run : JournalEntryKind::finished_run;
        const JournalEntry entry{kind, p, r, JournalRun{now, now - start, std::move(*end.run)}.to_bytes()};
        if (now - last_sync_ < kSecondsBetweenSyncs) {
            journal.append_unsynchronised(entry);
        } else {
            journal.append(entry);
            last_sync_ = now;
        }
        ++end_.now;
        if (execution_.on_progress) execution_.on_progress({end_.runs, end_.before, end_.now});
    }

    // The file was whole before; perhaps an earlier start was killed before its journal was gone.
    SweepEnd finish_at_once(const SweepSources& sources) {
        end_.is_finished = true;
        end_.file = target();
        end_.before = end_.runs;
        list_failures(sources);
        remove_if_left(journal_beside(target()));
        return std::move(end_);
    }

    void list_failures(const SweepSources& sources) {
        for (std::size_t run = 0; run < plan_.runs(); ++run) {
            const std::size_t point = run % plan_.points(), replicate = run / plan_.points();
            if (!execution_.share.holds(run) || sources.status(point, replicate) != SweepRunStatus::failed) continue;
            end_.failed.push_back({point, replicate, sources.run(point, replicate)->failure});
        }
    }

    void write(const SweepSources& sources) {
        const auto source = [&](std::size_t point, std::size_t replicate) -> std::optional<SweepRun> {
            if (!execution_.share.holds(replicate * plan_.points() + point)) return std::nullopt;
            return sources.run(point, replicate);
        };
        write_sweep_file(target(), describe_sweep(plan_, model_), source, execution_.provenance);
        end_.file = target();
        list_failures(sources);
    }

    // Of processes of earlier starts, whose runs are in the file.
    void remove_journals_left() const {
        for (const SweepPlace& place : places_of(target())) {
            if (place.is_journal && place.kind == SweepFileKind::worker) remove_if_left(place.path);
        }
    }

    static void remove_if_left(const fs::path& journal) {
        try {
            JournalFile(journal).remove_if_unused();
        } catch (const JournalGone&) {  // nothing is left
        }
    }

    const SweepPlan& plan_;
    const ModelShelf& shelf_;
    const Model& model_;
    const SweepExecution& execution_;
    Peers& peers_;
    std::string identity_;
    RecordPlan record_plan_;
    std::vector<std::size_t> remaining_;
    Turns turns_;
    double last_sync_ = 0.0;
    SweepEnd end_;
};

}  // namespace

void check_sweep(const SweepPlan& plan, const ModelShelf& shelf) {
    if (plan.base.years < 1)
        throw InputError({plan.base.name, 0, 0}, "records no year, and a sweep keeps yearly means (time.years must be at least 1)");
    Diagnostics diagnostics;
    check_scopes(*shelf.find(plan.base.model), PointScenarios(plan, shelf).at(0), diagnostics);
    if (!diagnostics.empty()) throw InputError(diagnostics);
}

SweepEnd run_sweep(const SweepPlan& plan, const ModelShelf& shelf, const SweepExecution& execution, Peers& peers) {
    check_sweep(plan, shelf);
    return SweepRunner(plan, shelf, execution, peers).run();
}

}  // namespace bevlogen
