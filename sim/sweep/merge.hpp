// Makes one file of a sweep from its shards and journals, whoever ran them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/record/results_file.hpp"
#include "sim/sweep/places.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/runner.hpp"

namespace bevlogen {

// The plan that a file of a sweep carries: a results file, a shard or a journal. Throws InputError where it carries none. Overrides are of
// its scenario.
SweepPlan plan_of_place(const SweepPlace& place, const ModelShelf& shelf, std::span<const Override> overrides = {});

// Of several files with the same plan the one with the most replicates.
SweepPlan plan_of_places(const std::vector<SweepPlace>& places, const ModelShelf& shelf);

enum class Gaps { are_refused, are_allowed };

struct MergeEnd {
    std::size_t runs = 0;
    std::size_t missing = 0;
    std::vector<FailedPoint> failed;
};

// Writes `out` from all runs that are in `places`. Throws InputError where they belong to different sweeps, where there are none, or where
// runs are missing and gaps are refused; then nothing is written.
MergeEnd merge_sweep(const std::vector<SweepPlace>& places, const std::filesystem::path& out, const ModelShelf& shelf, Gaps gaps,
                     const Provenance& provenance);

}  // namespace bevlogen
