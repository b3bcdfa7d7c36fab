// Reads the record of one run back from a results file, so that what is made of runs can be made of files.
#pragma once

#include "sim/record/run_record.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

// What a results file recorded beyond what follows from model and scenario: persons who are joined, weeks of twins, the panel's steps.
RecordOptions stored_options(const StoredResults& results);

// The run of the file's scenario and replicate (from 0), in the shapes of `plan`: by phase, persons by phase, joined persons and twins;
// what tables and reports are not made of stays empty. The plan may be of fewer years than the file, then without joined persons. An
// outcome that the file does not have is missing. Throws InputError where the file's shapes are not the plan's.
RunRecord read_run(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate);

}  // namespace bevlogen
