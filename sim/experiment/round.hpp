// Runs some replicates of an experiment on workers: what the journal has is taken up, what ends is put into it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "sim/record/journal.hpp"
#include "sim/record/writer.hpp"

namespace bevlogen {

// Of the results file to come.
std::filesystem::path journal_of(const Execution& execution);
// What a journal belongs to: another program version or another scenario does not take its runs up. How many replicates there are to be is
// no part of it.
std::string journal_identity(const Experiment& experiment, const Vocabulary& vocabulary);

// What an earlier run left: by (replicate, scenario).
struct TakenUp {
    std::map<std::pair<std::size_t, std::size_t>, RunRecord> finished;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::byte>> checkpoints;  // the newest of each
};
TakenUp take_up(const Journal& journal);

struct RoundInput {
    const Model& model;
    const Experiment& experiment;
    const Execution& execution;
    const RecordPlan& plan;
    const TakenUp& taken_up;
    Journal& journal;
};

struct RoundEnd {
    bool stopped = false;             // early, with checkpoints in the journal
    std::vector<FailedRun> failures;  // in order of scenario and replicate
};

// Runs the replicates first ... last - 1 (from 0). `on_run` gets each run that did not fail, one at a time, in any order.
RoundEnd run_round(const RoundInput& input, std::size_t first, std::size_t last, const std::function<void(FinishedRun&&)>& on_run);

}  // namespace bevlogen
