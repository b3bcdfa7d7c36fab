// The lever `schedule`: lengths and numbers of shifts, breaks, days off, rosters, duties, unpaid hours.
#pragma once

#include <span>

#include "models/workforce/fields.hpp"
#include "sim/engine/model.hpp"
#include "sim/scenario/parameter_group.hpp"

namespace bevlogen::interventions {

// What schedules do beside changing hours, shifts and duties.
struct ScheduleParameters {
    float shift_hours = 0.0f;              // of a shift, today
    float breaks_on_recovery = 0.0f;       // SD, if all breaks are protected
    float household_left = 0.0f;           // share of what care at home weighs that is left with a flexible start or a fixed day off
    float self_roster_on_autonomy = 0.0f;  // SD
    float self_roster_on_work_home = 0.0f;
    float notice_on_work_home = 0.0f;  // SD a week of notice above today's, up to the longest
    float notice_today = 0.0f, notice_longest = 0.0f;
    float part_time_hours = 0.0f;  // of who works fewer hours by the key part_time_share, over those of the contract
};

ParameterGroup<ScheduleParameters> declare_schedule_parameters();

LeverDecl schedule_lever();

// Changes kHoursRatio, kShiftsADay, kHouseholdShare, kDuties, kIsExempt and kExtraHours of whoever takes part. Conditions are today's
// or what levers before it left. Working part time and training time are in part_time.hpp.
void change_schedule(const ScheduleParameters& parameters, std::span<const InterventionNow> interventions, std::size_t lever,
                     const Block& block, const workforce::WorkforceFields& fields, Scratch& scratch);

// Adds what breaks, self-rostering and early rosters do to the targets of recovery, autonomy and work-home interference (kBaseTarget).
void add_schedule_shifts(const ScheduleParameters& parameters, std::span<const InterventionNow> interventions, std::size_t lever,
                         std::size_t posts, Scratch& scratch);

}  // namespace bevlogen::interventions
