// Words and tables that the commands of sweeps share.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/sweep/estimate.hpp"
#include "sim/sweep/plan.hpp"
#include "sim/sweep/runner.hpp"
#include "sim/sweep/status.hpp"

namespace bevlogen {

// "4 axes, 96 points (Latin hypercube), 4 replicates: 384 runs".
std::string plan_words(const SweepPlan& plan);
// A row an axis: path, values, unit.
std::string axes_table(const SweepPlan& plan);
// How long, how much memory, how large; and on how many workers, as asked or as fits a weekend.
std::string estimate_words(const SweepPlan& plan, const SweepEstimate& estimate, unsigned workers);
// Point, replicate, seed, values and message of each of the first runs that failed, and how to run one alone.
std::string failures_words(const SweepPlan& plan, const std::vector<FailedPoint>& failed);
std::string status_text(const SweepStatus& status, double now);

std::string plan_json(const SweepPlan& plan, const SweepEstimate& estimate, unsigned workers);
std::string end_json(const SweepPlan& plan, const SweepEnd& end, double seconds);
std::string status_json(const SweepStatus& status);

}  // namespace bevlogen
