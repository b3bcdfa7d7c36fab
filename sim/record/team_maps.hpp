// The team maps: the mean of some outcomes in each team at the end of each quarter.
#pragma once

#include <cstdint>
#include <span>

#include "sim/engine/observer.hpp"
#include "sim/population/population.hpp"
#include "sim/record/record_plan.hpp"
#include "sim/record/run_record.hpp"

namespace bevlogen {

// Names the teams in the record and makes room for their maps.
void prepare_team_maps(const RecordPlan& plan, const Population& population, RunRecord& record);

inline bool maps_teams(Week week) { return week.value % kWeeksPerQuarter == 0; }

// After each of those weeks. `weekly`: the weekly outcomes of the block; `counted`: by padded post 1 where somebody sits, else 0.
void map_teams(const RecordPlan& plan, const BlockNow& now, std::span<const float* const> weekly, const float* counted, RunRecord& record);

}  // namespace bevlogen
