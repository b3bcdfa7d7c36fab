// What the fixed reference scores of a model should be, measured in a results file; never computed inside a run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"

namespace bevlogen {

// Mean and SD over persons that parameters `PATH.mean` and `PATH.sd` stand for.
struct ReferenceScore {
    std::string name;  // of the outcome
    std::string path;  // "reference.exhaustion"
    double mean = 0.0;
    double sd = 0.0;
};

// For every outcome with such parameters (reference_of): mean and SD over everybody, averaged over clearings and replicates of the file's
// first scenario. An outcome in unit "z" was standardised with the file's own reference values (`used`), so these are undone. Throws
// InputError for a file that is not a results file of the model.
std::vector<ReferenceScore> measure_references(const std::filesystem::path& file, const Model& model, const Scenario& used);

}  // namespace bevlogen
