// Results files of the example model with levels that a test chooses, so that it knows what must be said of them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "sim/experiment/stored_experiment.hpp"
#include "sim/report/facts.hpp"
#include "tests/unit/engine/house_runs.hpp"
#include "tests/unit/record/fake_run.hpp"

namespace bevlogen::testing {

// The outcomes of the example model.
inline constexpr std::size_t kMood = 0, kLowMood = 2;

// One value of an outcome in each replicate, for each scenario.
using Levels = std::vector<std::vector<float>>;

class ToldExperiment : public ::testing::Test {
  protected:
    // Writes a file of one year in which everybody's mood and share of low mood are as given, all year long; 1,000 persons.
    void write(const Levels& mood, const Levels& low_mood, std::vector<std::string> titles = {}) {
        const std::size_t replicates = mood.front().size();
        const std::vector<std::string> sets = {"time.years=1", "run.replicates=" + std::to_string(replicates)};
        std::vector<std::string> names;
        for (std::size_t s = 0; s < mood.size(); ++s) names.push_back(s == 0 ? "base" : "policy-" + std::to_string(s));
        ResultsDescription description = described(names, static_cast<int>(replicates));
        const Scenario base = house_scenario("example.toml", sets);
        for (std::size_t s = 0; s < mood.size(); ++s) {
            std::vector<std::string> titled = sets;
            if (s < titles.size()) titled.push_back("title=\"" + titles[s] + "\"");
            const Scenario scenario = house_scenario("example.toml", titled);
            description.scenarios[s] = {names[s], scenario.title, scenario.text, scenario.resolved};
        }
        const Model& model = model_of(base);
        const RecordPlan plan(model, base, small_panel(false));
        ResultsWriter writer(folder / "told.h5", description, plan);
        for (std::size_t r = 0; r < replicates; ++r) {
            for (std::size_t s = 0; s < mood.size(); ++s) {
                RunRecord record = fake_record(plan, static_cast<unsigned>(s) + 1, static_cast<unsigned>(r) + 1, r == 0);
                record.persons_by_phase.assign(record.persons_by_phase.size(), 1000);
                fill(record, plan, kMood, mood[s][r]);
                fill(record, plan, kLowMood, low_mood[s][r]);
                writer.add(s, r, record);
            }
        }
        writer.finish(kProvenance);
        stored = std::make_unique<StoredExperiment>(std::vector{folder / "told.h5"},
                                                    Readers{shelf(), vocabularies(), scenario_folder(), {}}, false);
        facts = std::make_unique<Facts>(*stored, 1);
    }

    Folder folder;
    std::unique_ptr<StoredExperiment> stored;
    std::unique_ptr<Facts> facts;

  private:
    static void fill(RunRecord& record, const RecordPlan& plan, std::size_t outcome, float mean) {
        const std::size_t clearings = static_cast<std::size_t>(plan.clearings);
        for (std::size_t c = 0; c < clearings; ++c) {
            const std::size_t at = (outcome * clearings + c) * kMeasures.size();
            record.by_phase[at + measure_index("mean")] = mean;
            record.by_phase[at + measure_index("sd")] = 2.0f;
        }
    }
};

}  // namespace bevlogen::testing
