// What a sweep will take, from a timed sample: nothing of it is kept.
#pragma once

#include <cstddef>
#include <functional>

#include "sim/engine/model.hpp"
#include "sim/sweep/plan.hpp"

namespace bevlogen {

struct SweepEstimate {
    double seconds_a_run = 0.0;  // on one thread
    std::size_t runs_timed = 0;  // whole ones; 0 where a part of one was timed and the rest reckoned
    double share_timed = 1.0;    // of a run
    std::size_t bytes_a_worker = 0;
    std::size_t file_bytes = 0;  // before compression
};

// Spends about `budget_seconds` of `now` on runs of points spread over the design, each under the first replicate.
SweepEstimate estimate_sweep(const SweepPlan& plan, const ModelShelf& shelf, const std::function<double()>& now,
                             double budget_seconds = 3.0);

}  // namespace bevlogen
