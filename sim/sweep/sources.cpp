// Builds an index over journals and files; runs are read where they are asked for.
#include "sim/sweep/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/core/bytes.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/sweep/journal_start.hpp"

namespace bevlogen {
namespace {

constexpr const char* kForeign =
    "belongs to another sweep (another plan, scenario, seed or program); finish that one, move its files away, or choose another --out";

SweepRunStatus status_of(JournalEntryKind kind) {
    switch (kind) {
        case JournalEntryKind::finished_run: return SweepRunStatus::done;
        case JournalEntryKind::failed_run: return SweepRunStatus::failed;
        default: return SweepRunStatus::missing;
    }
}

}  // namespace

SweepSources::SweepSources(const std::vector<SweepPlace>& places, const std::string& identity, std::size_t points, std::size_t replicates)
    : points_(points), replicates_(replicates), found_(points * replicates) {
    for (const SweepPlace& place : places) {
        if (place.is_journal) look_through_journal(place.path, identity);
    }
    for (const SweepPlace& place : places) {
        if (!place.is_journal) look_through_file(place.path, identity);
    }
}

void SweepSources::take(std::size_t run, SweepRunStatus status, std::size_t source, std::size_t entry) {
    Found& found = found_[run];
    if (found.status == SweepRunStatus::done && status == SweepRunStatus::failed) return;
    found = {status, static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(entry)};
}

void SweepSources::look_through_journal(const std::filesystem::path& path, const std::string& identity) {
    JournalFile file(path);
    switch (look_at_start(file, identity)) {
        case JournalStart::is_no_journal: throw InputError({path.string(), 0, 0}, "is not a journal, in spite of its name; move it away");
        case JournalStart::is_of_another: throw InputError({path.string(), 0, 0}, kForeign);
        case JournalStart::is_cut_off: return;  // of a worker that has just begun, or was killed as it began
        case JournalStart::is_of_identity: break;
    }
    JournalScan scan = scan_journal(file);
    double began = 0.0;
    for (std::size_t e = 0; e < scan.places.size(); ++e) {
        const JournalPlace& place = scan.places[e];
        if (place.kind == JournalEntryKind::start) began = start_words(read_entry(file, place)).began;
        if (place.scenario >= points_ || place.replicate >= replicates_) {
            if (status_of(place.kind) == SweepRunStatus::done) ++beyond_;
            continue;
        }
        const std::size_t run = place.replicate * points_ + place.scenario;
        if (place.kind == JournalEntryKind::checkpoint) checkpoints_.push_back({run, journals_.size(), place, began});
        const SweepRunStatus status = status_of(place.kind);
        if (status != SweepRunStatus::missing) take(run, status, journals_.size(), e);
    }
    journals_.push_back({std::move(file), std::move(scan.places)});
}

void SweepSources::look_through_file(const std::filesystem::path& path, const std::string& identity) {
    auto file = std::make_unique<StoredSweep>(path);
    if (file->identity() != identity_words(identity) || file->points() != points_) throw InputError({path.string(), 0, 0}, kForeign);
    for (std::size_t r = 0; r < file->replicates(); ++r) {
        for (std::size_t p = 0; p < points_; ++p) {
            const SweepRunStatus status = file->status(p, r);
            if (r >= replicates_) {
                if (status == SweepRunStatus::done) ++beyond_;
            } else if (status != SweepRunStatus::missing)
                take(r * points_ + p, status, journals_.size() + files_.size(), 0);
        }
    }
    files_.push_back(std::move(file));
}

std::optional<SweepRun> SweepSources::run(std::size_t point, std::size_t replicate) const {
    const Found& found = found_[replicate * points_ + point];
    if (found.status == SweepRunStatus::missing) return std::nullopt;
    if (found.source >= journals_.size()) return files_[found.source - journals_.size()]->run(point, replicate);
    const SourceJournal& journal = journals_[found.source];
    return JournalRun::from_bytes(read_entry(journal.file, journal.places[found.entry])).run;
}

std::vector<std::byte> SweepSources::checkpoint(std::size_t point, std::size_t replicate) const {
    const std::size_t run = replicate * points_ + point;
    const Checkpoint* newest = nullptr;
    for (const Checkpoint& c : checkpoints_) {
        if (c.run == run && (!newest || c.began >= newest->began)) newest = &c;
    }
    if (!newest) return {};
    return read_entry(journals_[newest->journal].file, newest->place);
}

std::size_t SweepSources::count(SweepRunStatus status) const {
    return static_cast<std::size_t>(
        std::count_if(found_.begin(), found_.end(), [&](const Found& found) { return found.status == status; }));
}

std::vector<std::byte> JournalRun::to_bytes() const {
    ByteWriter out;
    out.value(ended);
    out.value(seconds);
    out.array(run.to_bytes());
    return out.take();
}

JournalRun JournalRun::from_bytes(std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    JournalRun entry;
    entry.ended = in.value<double>();
    entry.seconds = in.value<double>();
    const auto run = in.array<std::byte>();
    entry.run = SweepRun::from_bytes(run);
    return entry;
}

}  // namespace bevlogen
