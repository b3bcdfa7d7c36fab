// The equations of what follows from burnout and load for patients and rosters, one pure function each, numbered as in docs/model.md.
#pragma once

#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {

// O1 Times the usual risk of an incident (or of dissatisfaction) in the care of a person: log odds of who is burnt out, and per z of
// engagement. It is an association in surveys.
BEVLOGEN_INLINE float times_risk(float on_burnt_out, float on_engagement, float is_burnt_out, float z_engagement) noexcept {
    return portable_exp(on_burnt_out * is_burnt_out + on_engagement * z_engagement);
}

// O2 Hours of care of a person relative to the mean over the persons of the team; 0 where the team gives none.
BEVLOGEN_INLINE float relative_care(float hours_of_care, float persons, float hours_of_care_of_team) noexcept {
    return hours_of_care_of_team > 0.0f ? hours_of_care * (persons / hours_of_care_of_team) : 0.0f;
}

// O3 Time of care per patient against usual: capacity over demand, from the load.
BEVLOGEN_INLINE float care_per_patient(float log_load) noexcept { return portable_exp(-log_load); }

// O4 Share of the posts that are vacant; 0 where there are none.
BEVLOGEN_INLINE float vacant_share(float vacant, float posts) noexcept { return posts > 0.0f ? vacant / posts : 0.0f; }

// O5 Share of the duties of a team that belong to vacant posts and to who is on leave without a stand-in; 0 where there are no duties.
BEVLOGEN_INLINE float uncovered_share(float covered, float duties) noexcept { return duties > 0.0f ? 1.0f - covered / duties : 0.0f; }

// O6 Hours of care that are asked in a week and not delivered: demand beyond what capacity with overtime does, squeezed in or not.
BEVLOGEN_INLINE float care_not_delivered(float reference_capacity, float relative_volume, float relative_capacity,
                                         float overtime_factor) noexcept {
    const float beyond = relative_volume - relative_capacity * overtime_factor;
    return reference_capacity * (beyond > 0.0f ? beyond : 0.0f);
}

}  // namespace bevlogen::workforce
