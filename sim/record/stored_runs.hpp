// Reads the record of one run back from a results file, so that what is made of runs can be made of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/record/run_record.hpp"
#include "sim/record/stored_results.hpp"

namespace bevlogen {

// What a results file recorded beyond what follows from model and scenario: persons who are joined, weeks of twins, the panel's steps.
RecordOptions stored_options(const StoredResults& results);

// The run of the file's scenario and replicate (from 0), in the shapes of `plan`: by phase, persons by phase, joined persons and twins;
// what tables and reports are not made of stays empty. The plan may be of fewer years than the file, then without joined persons. An
// outcome that the file does not have is missing. Throws InputError where the file's shapes are not the plan's.
RunRecord read_run(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate);

// No more of a run than persons by phase and, by phase, the outcomes `wanted` (indices into Model::outcomes()): those of others are
// missing.
RunRecord read_curves(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate,
                      std::span<const std::size_t> wanted);

// The team maps of one outcome in one run.
struct StoredTeamMap {
    std::vector<TeamId> teams;        // ascending
    std::vector<std::int16_t> means;  // [quarter][team], read_stored() decodes them
};
// Without teams where the file has no map of the outcome. Throws InputError where its shape is not the plan's.
StoredTeamMap read_team_map(const StoredResults& results, const RecordPlan& plan, std::size_t scenario, std::size_t replicate,
                            std::size_t outcome);

}  // namespace bevlogen
