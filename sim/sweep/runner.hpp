// Carries a sweep out, or one share of it: what is not yet in its files is run, journalled, and at the end written to one file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/population/population.hpp"
#include "sim/record/results_file.hpp"
#include "sim/sweep/peers.hpp"
#include "sim/sweep/places.hpp"
#include "sim/sweep/plan.hpp"

namespace bevlogen {

struct SweepProgress {
    std::size_t runs = 0;    // that this process and its peers are to have at the end
    std::size_t before = 0;  // of these, found done
    std::size_t now = 0;     // done by this process
};

enum class FailedBefore { stay_failed, are_retried };

// How it is carried out; nothing here changes a byte of the file outside /provenance.
struct SweepExecution {
    unsigned threads = 1;
    std::size_t block_posts = kDefaultBlockPosts;
    std::filesystem::path out;  // of the whole sweep
    Share share{};
    FailedBefore failed_before = FailedBefore::stay_failed;
    std::function<double()> now;                              // seconds since 1970
    std::function<bool()> should_stop{};                      // asked at every clearing
    std::function<void(const SweepProgress&)> on_progress{};  // one thread at a time
    std::string host;                                         // for `status`
    Provenance provenance{};
};

struct FailedPoint {
    std::size_t point = 0;      // from 0
    std::size_t replicate = 0;  // from 0
    std::string message;
};

struct SweepEnd {
    bool is_finished = false;           // else it was stopped, and the same again goes on from there
    std::filesystem::path file;         // that is whole now; empty in processes that do not write it
    std::size_t runs = 0;               // of the share
    std::size_t before = 0;             // found done
    std::size_t now = 0;                // done or failed by this process
    std::vector<FailedPoint> failed{};  // of the share, in the order of runs
};

// Throws InputError, before anything is run or written, where the scenario of the first point cannot be run, or where files of another
// sweep stand beside `out`; std::runtime_error where the world fails.
SweepEnd run_sweep(const SweepPlan& plan, const ModelShelf& shelf, const SweepExecution& execution, Peers& peers);

// Throws InputError where no run could succeed: no recorded year, or a scope that selects nobody at the first point.
void check_sweep(const SweepPlan& plan, const ModelShelf& shelf);

}  // namespace bevlogen
