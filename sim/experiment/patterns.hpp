// Measures what a model is held to (Model::patterns) in a results file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {

// A pattern and what was found. Intervals are 95 %: of outcomes Student's t over replicates (or of one more draw of parameters), of the
// panel, which is one replicate's, normal over persons.
struct PatternValue {
    PatternDecl pattern;
    Estimate value;       // NaN where it cannot be measured; no interval where there is one replicate
    std::string why_not;  // where it cannot be measured: "needs two recorded years"

    bool is_measured() const { return why_not.empty(); }
    bool is_met() const { return is_measured() && value.mean >= pattern.low && value.mean <= pattern.high; }
};

// All patterns of the model, in their order, in the file's first scenario (`used`, as resolved). Throws InputError for a file that is not a
// results file of the model. A pattern that names no outcome, trace or row of the model breaks a contract.
std::vector<PatternValue> measure_patterns(const std::filesystem::path& file, const Model& model, const Scenario& used);

}  // namespace bevlogen
