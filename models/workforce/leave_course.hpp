// The course of one leave: how long it will last, who stands in, and what a week changes.
#pragma once

#include "models/workforce/absence_parameters.hpp"
#include "models/workforce/fields.hpp"
#include "sim/random/stream.hpp"

namespace bevlogen::workforce {

// As it stands at the end of a week, for the weeks to come (absence.hpp).
struct LeaveCourse {
    Leave kind = Leave::none;
    int weeks = 0, weeks_left = 0;
    bool is_replaced = false;
    int raised_risk_weeks_left = 0;

    bool operator==(const LeaveCourse&) const = default;
};

// Length in whole weeks of a leave of this kind (not none, not half hours), in [1, longest].
int draw_leave_weeks(Leave kind, const AbsenceParameters& absence, const AbsenceConstants& constants, Stream& stream);

// The first number of the stream says whether a long absence is replaced, the others how long it is: the one does not move the other.
LeaveCourse begin_leave(Leave kind, int raised_risk_weeks_left, float replaced_share, const AbsenceParameters& absence,
                        const AbsenceConstants& constants, Stream& stream);

// At the end of a week in which weeks_left has come down to the half hours of a burnout leave, or to none: the leave turns to half hours,
// or everything of it ends, after a burnout leave with a raised risk of another.
LeaveCourse at_turning_point(LeaveCourse course, const AbsenceParameters& absence);

}  // namespace bevlogen::workforce
