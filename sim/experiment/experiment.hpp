// An experiment: scenarios times replicates, each an independent run with a stable identity, to one results file.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/experiment/resource_use.hpp"
#include "sim/experiment/twin_effects.hpp"
#include "sim/experiment/year_levels.hpp"
#include "sim/population/population.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/results_file.hpp"
#include "sim/scenario/parameter_draws.hpp"

namespace bevlogen {

// What is asked: one scenario (a run), or a base and alternatives that share its chance (a comparison).
struct Experiment {
    std::string kind;  // "run" or "comparison"
    Label title;
    Label question;
    std::vector<Scenario> scenarios;  // the first is the base
    RecordOptions record;
    // Under which parameters replicates run: record.replicates_a_draw neighbours share a draw, the first ones the first. All scenarios of a
    // replicate have the same draw.
    std::optional<ParameterDraws> draws{};
};

// What its results file is about.
ResultsDescription description_of(const Model& model, const Experiment& experiment);

// How it is carried out; nothing here changes a byte of the results outside /provenance.
struct Execution {
    unsigned threads = 1;
    std::size_t block_posts = kDefaultBlockPosts;
    std::filesystem::path out;
    std::optional<Week> stop_after;           // stop every run there with a checkpoint (recorded weeks; a clearing)
    std::function<bool()> should_stop;        // asked at every clearing
    std::function<void(double)> on_progress;  // share done
    Provenance provenance;
};

struct FailedRun {
    std::string scenario;
    int replicate = 0;
    std::string message;
};

struct ExperimentResult {
    ExperimentResult(const RecordPlan& of, std::size_t scenarios, std::size_t replicates)
        : plan(of), levels(of, scenarios, replicates), twins(of, scenarios, replicates), resources(of, scenarios, replicates) {}

    // Runs in any order; scenario 0 is the base.
    void take_from(std::size_t scenario, std::size_t replicate, const RunRecord& record) {
        levels.take_from(plan, scenario, replicate, record);
        twins.take_from(plan, scenario, replicate, record);
        resources.take_from(plan, scenario, replicate, record);
    }

    bool finished = false;            // else stopped early with checkpoints in the journal
    std::size_t taken_up = 0;         // runs found finished in the journal
    std::vector<FailedRun> failures;  // in order of scenario and replicate
    RecordPlan plan;
    YearLevels levels;
    TwinEffects twins;      // of the scenarios after the first, where twins are compared
    ResourceUse resources;  // what costs are made of
};

// Runs what is not yet in the journal beside `out`, then writes `out`. Scenarios whose burn-in is the same share it.
// Throws InputError where scenarios cannot be compared or a scope selects nobody, std::runtime_error where the world fails.
ExperimentResult run_experiment(const Model& model, const Experiment& experiment, const Execution& execution);

// Throws InputError where run_experiment would before it runs anything.
void check_before_running(const Model& model, const Experiment& experiment);

// Adds a diagnostic for every intervention whose scope selects nobody in the population of the first replicate.
void check_scopes(const Model& model, const Scenario& scenario, Diagnostics& diagnostics);

// Throws InputError unless the scenarios have the same model, time, seed, replicates, scale, world and prices.
void check_comparable(const std::vector<Scenario>& scenarios, const Vocabulary& vocabulary);

}  // namespace bevlogen
