// Every column of a person and of a team: the layout of the workforce, complete from the start.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "models/workforce/work_factors.hpp"
#include "sim/population/field.hpp"

namespace bevlogen::workforce {

// Half hours: the last third of a burnout leave.
enum class Leave : std::uint8_t { none, short_illness, long_illness, burnout, burnout_half_hours, maternity };
inline constexpr std::size_t kLeaves = 6;
const std::array<Label, kLeaves>& leave_labels();

enum class Event : std::uint8_t { complaint, severe_case, conflict };
inline constexpr std::size_t kEvents = 3;

// Offered and did not ask; asked, waits for the intake or a coach; has sessions; had the last; stopped early; sent on after the intake.
enum class CoachingStage : std::uint8_t { none, offered, waiting, busy, finished, stopped, referred };
inline constexpr std::size_t kCoachingStages = 7;
const std::array<Label, kCoachingStages>& coaching_stage_labels();

struct WorkforceFields : Fields {
    WorkforceFields();

    Field<std::uint8_t> phase, sex, contract;
    Field<std::uint8_t> leave_kind;      // a Leave; 0: at work
    Field<std::uint8_t> is_replaced;     // 1: somebody stands in during this leave
    Field<std::uint8_t> care_at_home;    // 1: cares for somebody at home
    Field<std::uint8_t> events;          // of the week that has passed, a bit for each Event
    Field<std::uint8_t> coaching_stage;  // a CoachingStage: how far in the newest trajectory
    Field<std::uint16_t> age_weeks, weeks_in_phase, weeks_in_team, weeks_in_post;
    Field<std::uint16_t> leave_weeks, leave_weeks_left;  // in all, and still to come
    Field<std::uint16_t> raised_risk_weeks_left;         // after a return from burnout leave
    Field<std::uint16_t> weeks_to_rotation;              // to the next team; 0: does not rotate
    Field<float> fte;
    Field<float> t_strain, t_zest, motivation;  // traits
    std::array<Field<float>, kFactors> factor;  // demands, then resources
    std::array<Field<float>, kPersonalResources> personal_base, personal_slow;
    std::array<Field<float>, kNeeds> need;  // as the factors of the week before a clearing left them; read by nobody who steps
    Field<float> exhaustion, distance, vigour, dedication, absorption;  // raw
    Field<float> programme_gain;                                        // sum of the gains of all programmes
    Field<float> newcomer;                                              // 1 on arrival in a team, fades
    Field<float> lasting_evaluation, lasting_conflict;                  // what is left of past events, SD
    Field<float> hours_worked;                                          // this week; 0 on leave

    std::array<Field<float>, kFactors> team_effect;
    Field<float> leader_quality;  // for life
    Field<float> leader_now;      // with span and the leader's own burnout; set at each clearing
    Field<float> safety;          // of the team itself, without leader and culture
    Field<float> stigma;          // change since the start; returns to 0
    Field<float> formation;       // FTE of the base world's posts
    Field<float> reference_capacity, capacity_trend, volume_shock;
    Field<float> log_load, backlog;  // this week
};

}  // namespace bevlogen::workforce
