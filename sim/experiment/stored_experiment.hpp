// An experiment as results files hold it: its scenarios and their runs, for tables and reports that are made afterwards.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/experiment.hpp"
#include "sim/record/stored_results.hpp"
#include "sim/scenario/read.hpp"

namespace bevlogen {

// What is needed to read files of any model.
struct Readers {
    const ModelShelf& models;
    VocabularyShelf vocabularies;
    std::filesystem::path library;
    std::function<std::optional<Scenario>(const std::string& model)> baseline;  // the model's own values with their sources, if at hand
    std::vector<Override> overrides{};  // of the scenarios as stored: other prices; whatever acts on runs changes nothing that is stored
};

// A resolved scenario says values, not where they come from: those that are the model's own get the sources of its baseline.
void add_sources(Scenario& scenario, const Scenario& baseline);

// Where the runs of a scenario are stored.
struct StoredScenario {
    const StoredResults* file = nullptr;
    std::size_t place = 0;  // among the scenarios of the file
};

class StoredExperiment {
  public:
    // The scenarios of the first file, then those of the others that are not the base again. Throws InputError for what is no results file,
    // for files of different models, and, unless forced, for what check_comparable refuses and for files of other versions of the program.
    StoredExperiment(const std::vector<std::filesystem::path>& files, const Readers& readers, bool force);
    StoredExperiment(std::vector<std::unique_ptr<StoredResults>> files, const Readers& readers, bool force);
    ~StoredExperiment();

    const Model& model() const { return *model_; }
    // With as many replicates and years as all files have.
    const Experiment& experiment() const { return experiment_; }
    const RecordPlan& plan() const { return *plan_; }
    std::size_t scenarios() const { return experiment_.scenarios.size(); }
    std::size_t replicates() const { return static_cast<std::size_t>(experiment_.scenarios.front().replicates); }
    // Why the scenarios should not have been compared; empty unless forced.
    const std::vector<std::string>& unlike() const { return unlike_; }
    const StoredResults& first_file() const;
    const std::vector<std::unique_ptr<StoredResults>>& files() const { return files_; }
    const StoredScenario& stored(std::size_t scenario) const { return stored_[scenario]; }

    // Every run that did not fail, replicate by replicate, the base first.
    using Visit = std::function<void(std::size_t scenario, std::size_t replicate, const RunRecord& record)>;
    void for_each_run(const Visit& visit) const;
    // Likewise, with no more of a run than read_curves() takes of it: a small part, read in a small part of the time.
    void for_each_run(const std::vector<std::size_t>& outcomes, const Visit& visit) const;
    // The tables' numbers, as run_experiment makes them.
    ExperimentResult result() const;

  private:
    using Read = std::function<RunRecord(const StoredScenario& stored, std::size_t replicate)>;
    void visit_runs(const Read& read, const Visit& visit) const;
    void read_scenarios(const StoredResults& file, const Readers& readers);
    void refuse_unlike(bool force);
    void take_draws();
    void plan_for_all();

    std::vector<std::unique_ptr<StoredResults>> files_;
    const Model* model_ = nullptr;
    Experiment experiment_;
    std::vector<StoredScenario> stored_;  // beside experiment_.scenarios
    std::unique_ptr<RecordPlan> plan_;
    std::vector<std::string> unlike_;
};

}  // namespace bevlogen
