// One run: a scenario under the chance of one replicate, from its burn-in or a checkpoint to its record, stopped where asked.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/engine/simulation.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// How a run ended: with its record, with a failure, or stopped, with a checkpoint to go on from if it had begun.
struct RunEnd {
    std::optional<RunRecord> record;
    std::string failure;
    std::vector<std::byte> checkpoint;
};

// Populations at the end of burn-ins that other runs may have too, newest last; the oldest are dropped.
class BurnIns {
  public:
    // At most `most` are held; each is as large as a checkpoint.
    explicit BurnIns(std::size_t most) : most_(most) {}
    bool keeps_any() const { return most_ > 0; }
    // Null if there is none; valid until the next keep().
    const std::vector<std::byte>* find(const std::string& key) const;
    void keep(std::string key, std::vector<std::byte> checkpoint);

  private:
    std::size_t most_;
    std::vector<std::pair<std::string, std::vector<std::byte>>> held_;
};

// Scenarios with the same key have the same burn-in under the same replicate, bit for bit.
std::string burn_in_key(const Scenario& scenario);

struct SingleRun {
    const Model& model;
    const Scenario& scenario;
    Chance chance;
    const RecordPlan& plan;
    std::size_t block_posts = kDefaultBlockPosts;
    bool keeps_panel = false;
    std::span<const std::byte> checkpoint{};  // to go on from; empty: from the start
    std::optional<Week> stop_after{};         // recorded weeks; a clearing
    std::function<bool()> should_stop{};      // asked at every clearing
};

// `on_epochs` gets the number of epochs stepped. A burn-in is taken from `burn_ins`, or left there. Throws std::runtime_error for a
// checkpoint that is not of this run.
RunEnd run_single(const SingleRun& run, Parallel& parallel, BurnIns& burn_ins, const std::function<void(int epochs)>& on_epochs);

}  // namespace bevlogen
