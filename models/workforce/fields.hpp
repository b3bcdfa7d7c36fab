// Every column of a person and of a team: the layout of the workforce, complete from the start.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "models/workforce/work_factors.hpp"
#include "sim/population/field.hpp"

namespace bevlogen::workforce {

struct WorkforceFields : Fields {
    WorkforceFields();

    Field<std::uint8_t> phase, sex, contract;
    Field<std::uint8_t> leave_kind;    // 0: at work
    Field<std::uint8_t> duties;        // night, weekend and on-call shifts per 4 weeks
    Field<std::uint8_t> care_at_home;  // 1: cares for somebody at home
    Field<std::uint16_t> age_weeks, weeks_in_phase, weeks_in_team, weeks_in_post;
    Field<std::uint16_t> leave_weeks_left;
    Field<std::uint16_t> raised_risk_weeks_left;  // after a return from burnout leave
    Field<float> fte;
    Field<float> t_strain, t_zest, motivation;  // traits
    std::array<Field<float>, kFactors> factor;  // demands, then resources
    std::array<Field<float>, kPersonalResources> personal_base, personal_slow;
    Field<float> exhaustion, distance, vigour, dedication, absorption;  // raw
    Field<float> programme_gain;                                        // sum of the gains of all programmes

    std::array<Field<float>, kFactors> team_effect;
    Field<float> leader_quality, safety, stigma, formation;
    Field<float> reference_capacity, capacity_trend, volume_shock;
    Field<float> shifts_a_day, administration_share, side_task_share;
};

}  // namespace bevlogen::workforce
