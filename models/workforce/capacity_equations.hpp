// The equations of capacity and load, one pure function each, numbered as in docs/model.md.
#pragma once

#include <cstdint>

#include "models/workforce/fields.hpp"
#include "sim/core/portable_math.hpp"

namespace bevlogen::workforce {

// C1 Share of a person's working time that goes to administration: of the post, more where one feels judged.
BEVLOGEN_INLINE float administration_share(float of_post, float on_evaluation, float evaluation_pressure, float highest) noexcept {
    const float share = of_post + on_evaluation * evaluation_pressure;
    const float not_negative = share > 0.0f ? share : 0.0f;
    return not_negative < highest ? not_negative : highest;
}

// C2 Share of working time that goes to care. Side tasks and losses are shares of what administration leaves.
BEVLOGEN_INLINE float care_share(float administration, float side_tasks, float losses) noexcept {
    const float rest = 1.0f - side_tasks - losses;
    return (1.0f - administration) * (rest > 0.0f ? rest : 0.0f);
}

// C3 Productivity of a person at work: the engaged do more, the burnt out less (z scores; nobody gains from a burnout below average).
BEVLOGEN_INLINE float productivity(float on_engagement, float on_burnout, float lowest, float highest, float z_engagement,
                                   float z_burnout) noexcept {
    const float lost = on_burnout * (z_burnout > 0.0f ? z_burnout : 0.0f);
    const float p = 1.0f + on_engagement * z_engagement - lost;
    const float bounded = p > lowest ? p : lowest;
    return bounded < highest ? bounded : highest;
}

// C4 Share of the week that the person works: 0 on leave or where nobody sits, half in the last part of a burnout leave.
BEVLOGEN_INLINE float presence(std::uint8_t filled, std::uint8_t leave_kind) noexcept {
    const float on_leave = leave_kind == static_cast<std::uint8_t>(Leave::burnout_half_hours) ? 0.5f : 0.0f;
    const float present = leave_kind == 0 ? 1.0f : on_leave;
    return filled != 0 ? present : 0.0f;
}

// C5 Share of the week in which somebody does the work of the post: whoever stands in during a leave does all of it.
BEVLOGEN_INLINE float staffed(std::uint8_t filled, std::uint8_t leave_kind, std::uint8_t is_replaced) noexcept {
    const float own = presence(filled, leave_kind);
    const float with_stand_in = filled != 0 && leave_kind != 0 ? 1.0f : own;
    return is_replaced != 0 ? with_stand_in : own;
}

// C6 Hours of care of a staffed post at productivity 1: roster hours (a week, contract x FTE x schedule) less those released for
// programmes, less administration, times `care_per_hour` = contribution x (1 - side tasks - losses).
BEVLOGEN_INLINE float care_hours(float roster_hours, float released_hours, float administration, float care_per_hour) noexcept {
    const float left = roster_hours > released_hours ? roster_hours - released_hours : 0.0f;
    return left * (1.0f - administration) * care_per_hour;
}

// C7 Hours of care that supervising one present person takes: so many FTE of a specialist with these hours and this share of care.
BEVLOGEN_INLINE float supervision_hours(float fte, float specialist_hours, float specialist_care_share) noexcept {
    return fte * (specialist_hours * specialist_care_share);
}

// C8 Share of capacity that handovers leave, against the number of shifts a day today.
BEVLOGEN_INLINE float handover_share(float lost_per_shift, float shifts_a_day, float shifts_today) noexcept {
    const float share = 1.0f - lost_per_shift * (shifts_a_day - shifts_today);
    return share > 0.0f ? share : 0.0f;
}

// C9 Log of care demand by the season: highest in week `peak` of the year. The cosine is a series in double precision, so that its bits
// are the same everywhere; absolute error below 1e-7.
BEVLOGEN_INLINE float season(float amplitude, std::int32_t week, float peak) noexcept {
    const double turns = (static_cast<double>(week % 52) - static_cast<double>(peak)) / 52.0;
    const double angle = 6.283185307179586 * (turns - std::nearbyint(turns));
    double cosine = 1.0;
    for (int k = 24; k > 0; k -= 2) cosine = 1.0 - angle * angle / (k * (k - 1)) * cosine;
    return amplitude * static_cast<float>(cosine);
}

// C10 Log of care demand by growth, continuous in weeks since the end of the burn-in; 0 before.
BEVLOGEN_INLINE float growth(float log_growth_a_week, std::int32_t weeks_since) noexcept {
    return weeks_since > 0 ? log_growth_a_week * static_cast<float>(weeks_since) : 0.0f;
}

// C11 Shock of care demand, log, a week on: AR(1). innovation = s sqrt(1 - persistence^2) for a stationary SD s.
BEVLOGEN_INLINE float shock_step(float shock, float persistence, float innovation, float z) noexcept {
    return persistence * shock + innovation * z;
}

// C12 Log of care demand relative to reference capacity, log(V/K0). Demand follows capacity that has come to stay: psi log max(1, f),
// f >= 0.
BEVLOGEN_INLINE float log_volume(float growth, float season, float shock, float psi, float trend) noexcept {
    const float risen = portable_log(trend);
    return growth + season + shock + psi * (risen > 0.0f ? risen : 0.0f);
}

// C13 Log load L = clamp(log(V/K), -limit, limit) from log(V/K0) and K/K0 >= 0. A team that can do nothing stands at the limit: of 0,
// portable_log gives -88.
BEVLOGEN_INLINE float log_load(float log_volume, float relative_capacity, float limit) noexcept {
    const float load = log_volume - portable_log(relative_capacity);
    const float bounded = load > -limit ? load : -limit;
    return bounded < limit ? bounded : limit;
}

// C14 Hours worked over usual hours: overtime where the load is above 0; slack shortens nobody's week. Overtime does not raise K.
BEVLOGEN_INLINE float overtime_factor(float overtime, float log_load) noexcept {
    return portable_exp(overtime * (log_load > 0.0f ? log_load : 0.0f));
}

// C15 Exponential mean f of K/K0, gain = 1 - e^(-1/weeks).
BEVLOGEN_INLINE float trend_step(float trend, float relative_capacity, float gain) noexcept {
    return trend + (relative_capacity - trend) * gain;
}

// C16 Backlog in weeks of the reference capacity K0. A week's demand beyond (1 + squeezed_in) times what capacity with overtime does,
// max(V/K0 - (1 + squeezed_in) K/K0 exp(overtime max(L, 0)), 0), joins; a share of what stood there leaves unserved. It never returns into
// V.
BEVLOGEN_INLINE float backlog_step(float backlog, float leaves, float relative_volume, float relative_capacity, float overtime_factor,
                                   float squeezed_in) noexcept {
    const float beyond = relative_volume - (1.0f + squeezed_in) * relative_capacity * overtime_factor;
    return backlog - leaves * backlog + (beyond > 0.0f ? beyond : 0.0f);
}

// C17 Log of hours worked against the reference hours of the phase (at its mean FTE), as E5 takes it; 0 where nobody works.
BEVLOGEN_INLINE float log_hours_ratio(float hours_worked, float reference_hours) noexcept {
    const bool works = hours_worked > 0.0f && reference_hours > 0.0f;
    return works ? portable_log(hours_worked / reference_hours) : 0.0f;
}

}  // namespace bevlogen::workforce
