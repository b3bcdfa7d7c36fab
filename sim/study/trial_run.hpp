// Holds a trial in several worlds, each with other chance, and gathers what every replication would publish.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "sim/scenario/parameter_draws.hpp"
#include "sim/study/trial_plan.hpp"
#include "sim/study/trial_summary.hpp"

namespace bevlogen {

struct TrialExecution {
    unsigned threads = 1;
    std::size_t worlds = 1;
    std::optional<ParameterDraws> draws{};  // world i has draw i, and the first again when all have been
    std::size_t block_posts = kDefaultBlockPosts;
    std::function<void(double)> on_progress{};  // share done
};

// Of one analysis, over all worlds in their order.
struct AnalysisFindings {
    std::vector<AnalysisResult> trials;
    // What the intervention did to those of the arm, each against the own twin in the world without it: in the unit of the quantity, of
    // statistics with a cut-off as a share. One value a world, NaN where there is nobody.
    std::vector<double> true_of_offered, true_of_took_part;

    TrialSummary summary(AnalysisKind kind) const { return summarise_trials(trials, kind); }
};

struct TrialFindings {
    std::size_t trials = 0;
    double eligible = 0.0, willing_share = 0.0;  // persons in a world; of those who were asked
    std::vector<AnalysisFindings> analyses;      // beside TrialPlan::analyses
};

// The same for any number of threads. Throws InputError where a world has too few persons for one trial.
TrialFindings run_trial(const Model& model, const TrialPlan& plan, const TrialExecution& execution);

}  // namespace bevlogen
