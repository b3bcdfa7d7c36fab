// Whole experiments with the scenarios that ship, on two threads, with a results file in a temporary folder.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::statistical {

using Sets = std::vector<std::string>;

class NationalRun : public ::testing::Test {
  protected:
    struct Carried {
        Experiment experiment;
        ExperimentResult result;
        const Model* model = nullptr;

        std::size_t outcome(const std::string& name) const {
            const auto& all = model->outcomes();
            const auto found = std::find_if(all.begin(), all.end(), [&](const OutcomeDecl& one) { return one.name == name; });
            EXPECT_NE(found, all.end()) << name << " is no outcome";
            return static_cast<std::size_t>(found - all.begin());
        }
        std::size_t phase(const std::string& name) const {
            const auto& all = model->phases().names;
            const auto found = std::find(all.begin(), all.end(), name);
            EXPECT_NE(found, all.end()) << name << " is no phase";
            return static_cast<std::size_t>(found - all.begin());
        }
        int last_year() const { return experiment.scenarios.front().years; }
        // In the last year, over replicates.
        Estimate level(std::size_t scenario, const std::string& name, const std::string& of = "all") const {
            return estimate_mean(result.levels.values(scenario, outcome(name), phase(of), last_year()));
        }
        // A scenario's less the first one's, in the last year under the same chance.
        Estimate difference(std::size_t scenario, const std::string& name, const std::string& of = "all") const {
            const auto& levels = result.levels;
            return paired_difference(levels.values(0, outcome(name), phase(of), last_year()),
                                     levels.values(scenario, outcome(name), phase(of), last_year()));
        }
    };

    // Files of the folder `scenarios`, all under the same values; the first is the base.
    Carried carry_out(const std::vector<std::string>& files, const Sets& sets, std::size_t panel_persons = 0) const {
        std::vector<Scenario> scenarios;
        for (const std::string& name : files) scenarios.push_back(testing::house_scenario(name, sets));
        return carry_out(std::move(scenarios), panel_persons);
    }

    Carried carry_out(std::vector<Scenario> scenarios, std::size_t panel_persons = 0) const {
        const Model& model = testing::model_of(scenarios.front());
        const bool is_run = scenarios.size() == 1;
        Experiment experiment{is_run ? "run" : "comparison",
                              Label::same("test"),
                              Label::same("test"),
                              std::move(scenarios),
                              {.panel_persons = panel_persons}};
        if (!is_run) {
            experiment.record.panel_every = 4;
            experiment.record.joined = true;
            experiment.record.twin_weeks = twin_weeks(experiment.scenarios, model.vocabulary());
        }
        Execution execution;
        execution.threads = 2;
        execution.out = file();
        execution.provenance = {{"threads", "2"}};
        std::filesystem::remove(file());
        Carried carried{experiment, run_experiment(model, experiment, execution), &model};
        EXPECT_TRUE(carried.result.finished);
        for (const FailedRun& failed : carried.result.failures) ADD_FAILURE() << failed.scenario << ": " << failed.message;
        return carried;
    }

    std::filesystem::path file() const { return folder_ / "national.h5"; }

  private:
    testing::Folder folder_;
};

// Whether a value lies in [low, high].
inline ::testing::AssertionResult lies_within(double value, double low, double high) {
    if (value >= low && value <= high) return ::testing::AssertionSuccess() << value;
    return ::testing::AssertionFailure() << value << " is not in [" << low << ", " << high << "]";
}

}  // namespace bevlogen::statistical
