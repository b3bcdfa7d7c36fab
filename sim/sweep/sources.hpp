// What has been done of a sweep, in whichever files it lies: its results file, shards, journals of this and of earlier starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/record/journal_entries.hpp"
#include "sim/record/sweep_file.hpp"
#include "sim/sweep/places.hpp"

namespace bevlogen {

class SweepSources {
  public:
    // Looks through the files. Throws InputError where one of them belongs to another sweep (`identity`), or is no file of a sweep;
    // std::runtime_error where a journal is damaged.
    SweepSources(const std::vector<SweepPlace>& places, const std::string& identity, std::size_t points, std::size_t replicates);

    SweepRunStatus status(std::size_t point, std::size_t replicate) const { return found_[replicate * points_ + point].status; }
    // Nothing where it is missing. What was done counts more than what failed; of several alike the last.
    std::optional<SweepRun> run(std::size_t point, std::size_t replicate) const;
    // The newest state of a run that was stopped; empty where there is none.
    std::vector<std::byte> checkpoint(std::size_t point, std::size_t replicate) const;

    std::size_t count(SweepRunStatus status) const;
    // Runs of more replicates than were asked for: a file without them would lose them.
    std::size_t beyond() const { return beyond_; }

  private:
    struct Found {
        SweepRunStatus status = SweepRunStatus::missing;
        std::uint32_t source = 0;  // journals first, then files
        std::uint32_t entry = 0;   // of a journal
    };
    struct SourceJournal {
        JournalFile file;
        std::vector<JournalPlace> places;
    };
    struct Checkpoint {
        std::size_t run = 0;
        std::size_t journal = 0;
        JournalPlace place;
        double began = 0.0;  // the start that left it, seconds since 1970
    };
    void take(std::size_t run, SweepRunStatus status, std::size_t source, std::size_t entry);
    void look_through_journal(const std::filesystem::path& path, const std::string& identity);
    void look_through_file(const std::filesystem::path& path, const std::string& identity);

    std::size_t points_, replicates_;
    std::size_t beyond_ = 0;
    std::vector<SourceJournal> journals_;
    std::vector<std::unique_ptr<StoredSweep>> files_;
    std::vector<Found> found_;             // [replicate][point]
    std::vector<Checkpoint> checkpoints_;  // in the order in which they were found
};

// A run as a journal carries it: when it ended and how long it took, and what is kept of it.
struct JournalRun {
    double ended = 0.0;    // seconds since 1970
    double seconds = 0.0;  // that it took
    SweepRun run;

    std::vector<std::byte> to_bytes() const;
    static JournalRun from_bytes(std::span<const std::byte> bytes);
};

}  // namespace bevlogen
