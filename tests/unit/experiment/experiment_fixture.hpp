// A small experiment in a folder of its own, carried out in many ways.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "sim/record/results_reader.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {

class ExperimentFolder : public ::testing::Test {
  protected:
    static std::vector<std::string> small_sets() {
        return {"time.years=1", "time.burn_in=1", "example.teams=50", "example.persons_per_team=5", "run.replicates=3"};
    }
    static Experiment of_one(const Scenario& scenario) {
        return {"run", scenario.title, scenario.question, {scenario}, small_panel(false)};
    }
    // The example and the example with its lever, which share their burn-in.
    static Experiment comparison() {
        const Scenario base = house_scenario("example.toml", small_sets());
        return {"comparison",
                {"a title", "een titel"},
                Label::same("a question?"),
                {base, house_scenario("example-lift.toml", small_sets())},
                small_panel(true, 4)};
    }

    Execution into(const std::string& name, unsigned threads = 1, std::size_t block_posts = kDefaultBlockPosts) const {
        Execution execution;
        execution.threads = threads;
        execution.block_posts = block_posts;
        execution.out = folder / name;
        execution.provenance = {{"threads", std::to_string(threads)}};
        return execution;
    }
    static ExperimentResult run(const Experiment& experiment, const Execution& execution) {
        return run_experiment(model_of(experiment.scenarios.front()), experiment, execution);
    }
    // Where two files of this folder first differ; empty where they are identical.
    std::string difference(const std::string& a, const std::string& b, const DiffOptions& options = {}) const {
        const ResultsDifference found = diff_results(folder / a, folder / b, options);
        EXPECT_GT(found.compared, 100u);
        return found.identical ? std::string() : found.first;
    }
    bool exists(const std::string& name) const { return std::filesystem::exists(folder / name); }
    // Only the results file is left of an experiment that has ended.
    void expect_only(const std::string& name) const {
        EXPECT_TRUE(exists(name));
        EXPECT_FALSE(exists(name + ".part"));
        EXPECT_FALSE(exists(name + ".journal"));
    }

    Folder folder;
};

}  // namespace bevlogen::testing
