// Lengths of leaves and what follows on each week of them.
#include "models/workforce/leave_course.hpp"

#include "models/workforce/absence_equations.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::workforce {

int draw_leave_weeks(Leave kind, const AbsenceParameters& a, const AbsenceConstants& c, Stream& stream) {
    switch (kind) {
        case Leave::short_illness: {
            const int longest = whole_weeks(static_cast<double>(a.longest_weeks), 1.0f, a.longest_weeks);
            int weeks = 1;
            while (weeks < longest && draw_uniform(stream) < static_cast<double>(c.short_illness_goes_on)) ++weeks;
            return weeks;
        }
        case Leave::long_illness:
            return whole_weeks(
                draw_lognormal(stream, static_cast<double>(c.long_illness_log_median), static_cast<double>(a.long_illness_spread)),
                a.long_illness_shortest, a.longest_weeks);
        case Leave::burnout:
        case Leave::burnout_half_hours:
            return whole_weeks(draw_lognormal(stream, static_cast<double>(c.burnout_log_median), static_cast<double>(a.burnout_spread)),
                               a.burnout_shortest, a.longest_weeks);
        case Leave::maternity: return whole_weeks(static_cast<double>(a.maternity_weeks), 1.0f, a.longest_weeks);
        case Leave::without_post:
        case Leave::none: break;
    }
    return 0;
}

LeaveCourse begin_leave(Leave kind, int raised_risk_weeks_left, float replaced_share, const AbsenceParameters& absence,
                        const AbsenceConstants& constants, Stream& stream) {
    const bool is_replaced = draw_uniform(stream) < static_cast<double>(replaced_share) && kind != Leave::short_illness;
    const int weeks = draw_leave_weeks(kind, absence, constants, stream);
    return {kind, weeks, weeks, is_replaced, raised_risk_weeks_left};
}

LeaveCourse at_turning_point(LeaveCourse course, const AbsenceParameters& absence) {
    if (course.weeks_left > 0) {
        course.kind = Leave::burnout_half_hours;
        return course;
    }
    const bool was_burnout = course.kind == Leave::burnout || course.kind == Leave::burnout_half_hours;
    const int raised = was_burnout ? static_cast<int>(absence.raised_risk_weeks) : course.raised_risk_weeks_left;
    return {Leave::none, 0, 0, false, raised};
}

}  // namespace bevlogen::workforce
