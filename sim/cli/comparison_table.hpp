// The tables that `compare` prints: every policy at a glance, then by career phase; or policy by policy in detail.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/engine/model.hpp"
#include "sim/experiment/experiment.hpp"

namespace bevlogen {

struct ComparisonView {
    std::vector<std::size_t> outcomes;  // indices into Model::outcomes()
    int year = 1;                       // from 1
};

// "8 replicates", or "8 draws of parameters, 2 replicates each".
std::string runs_words(const Experiment& experiment);

// What the intervals of a table are of, in a line.
std::string interval_line(const Experiment& experiment);

// What a table calls a scenario: its title, or the name of its file where the title is longer than 30 letters.
std::string short_name(const Scenario& scenario);

// Who has to act for what a scenario changes: "individual", "organisational, national"; empty where it has no interventions.
std::string levels_of(const Scenario& scenario);

// An overview, a row for each policy and a column for each outcome, and a table for each outcome with a row for each phase and a column for
// each policy: differences from the base with half of their 95 % interval, in brackets where it contains zero.
std::string comparison_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view);

// Policy by policy, outcome and phase: base, with it, difference, 95 % interval, effect in SD between persons of the base.
std::string detailed_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view);

}  // namespace bevlogen
