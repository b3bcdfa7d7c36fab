// How far a sweep is, from its files alone: nothing is asked of the processes that run it, and nothing is changed.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/sweep/places.hpp"

namespace bevlogen {

enum class WorkerState { running, stopped, complete };

struct WorkerStatus {
    SweepPlace place;
    WorkerState state = WorkerState::stopped;
    std::size_t runs = 0;  // of its share; of a process that shares with others those of all
    std::size_t done = 0;
    std::size_t failed = 0;
    std::size_t checkpoints = 0;          // of runs that were stopped
    std::string host;                     // where it runs, or ran last
    std::optional<double> last_ended;     // seconds since 1970
    std::optional<double> runs_a_minute;  // since its last start; nothing before its first run has ended
};

struct SweepStatus {
    std::string title;
    std::size_t points = 0;
    std::size_t replicates = 0;
    std::size_t runs = 0;
    std::size_t done = 0;
    std::size_t failed = 0;
    std::vector<WorkerStatus> workers;
    bool is_merged = false;               // the results file is there and complete
    std::optional<double> runs_a_minute;  // of what runs now
    std::optional<double> seconds_left;   // at that rate

    std::size_t left() const { return runs - done - failed; }
};

// Throws InputError where nothing of a sweep is there.
SweepStatus status_of_sweep(const std::filesystem::path& out, const ModelShelf& shelf);

}  // namespace bevlogen
