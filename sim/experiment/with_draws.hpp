// Puts an experiment under draws of parameters.
#pragma once

#include "sim/experiment/experiment.hpp"
#include "sim/experiment/observation_unit.hpp"

namespace bevlogen {

class StoredResults;

// Every draw gets as many replicates as the scenarios have, each with chance of its own; all scenarios of a replicate share draw and
// chance. In the experiment that comes back, and in its results file, run.replicates counts all of them.
Experiment with_draws(Experiment experiment, ParameterDraws draws, const Vocabulary& vocabulary);

// The draws that a results file carries, put to an experiment whose scenarios are the file's (or under other overrides). Nothing is changed
// where it carries none. Throws InputError where the number of replicates is not that of whole draws.
Experiment with_stored_draws(Experiment experiment, const StoredResults& file, const Vocabulary& vocabulary);

// The unit of observation of a file's runs. Throws InputError where its attribute is no number.
ObservationUnit unit_of(const StoredResults& file);

// What intervals are of: "of chance only", or "of chance and of the parameters drawn in posterior".
std::string interval_words(const Experiment& experiment);

}  // namespace bevlogen
