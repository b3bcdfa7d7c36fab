// The equations of coaching, one pure function each, numbered as in docs/model.md. One-letter symbols are those of that page.
#pragma once

#include <cmath>
#include <cstdint>

#include "sim/core/portable_math.hpp"

namespace bevlogen::interventions {

// P1 Stigma of asking help: that of the phase (or of leaders), more if burnt out (Dyrbye 2015), changed by team and culture; never below 0.
BEVLOGEN_INLINE float stigma_of_asking(float of_phase, float if_burnt_out, float change) noexcept {
    const float stigma = of_phase + if_burnt_out + change;
    return stigma > 0.0f ? stigma : 0.0f;
}

// P2 Dependence on a supervisor who is informed, unless supportive (Wisse and Van Hassel 2023, bottleneck 1); 0 where unaware.
BEVLOGEN_INLINE float dependence_on_supervisor(float informed, float of_phase, float on_support, float support) noexcept {
    return informed * (of_phase - on_support * support);
}

// P3 Log odds of asking in a week, of its parts. `offer`: base, visibility, season, price and sex.
BEVLOGEN_INLINE float log_odds_of_asking(float offer, float on_exhaustion, float z_exhaustion, float on_motivation, float motivation,
                                         float stigma, float dependence, float on_workload, float workload, float on_team_mates,
                                         float team_mates) noexcept {
    const float need = z_exhaustion > 0.0f ? z_exhaustion : 0.0f;
    return offer + on_exhaustion * need + on_motivation * motivation - stigma - dependence + on_workload * workload +
           on_team_mates * team_mates;
}

// P4 Chance of log odds.
BEVLOGEN_INLINE float chance_of(float log_odds) noexcept { return 1.0f / (1.0f + portable_exp(-log_odds)); }

// P5 Season of asking (Wisse and Van Hassel 2023, conditions: not in summer or at the end of the year); months count from 0.
inline float season_of_asking(int month, float quiet_months, float start_of_year) noexcept {
    if (month == 6 || month == 7 || month == 11) return quiet_months;
    return month < 3 ? start_of_year : 0.0f;
}

// P6 Match with the coach: what chance gives and what choosing adds, at most 1.
inline float match_with_coach(float drawn, float bonus) noexcept {
    const float match = drawn + bonus;
    return match < 1.0f ? match : 1.0f;
}

// P7 Chance that a session is lost; `on_load` is 0 where work may not cancel it.
inline float chance_of_losing(float lost, float on_load, float log_load) noexcept {
    const float chance = lost + on_load * (log_load > 0.0f ? log_load : 0.0f);
    return chance < 1.0f ? chance : 1.0f;
}

// P8 Chance of dropping out after a session: who pays stays.
inline float chance_of_dropping_out(float drop_out, float price, float price_scale) noexcept {
    return drop_out * portable_exp(-price / price_scale);
}

// P9 What a person makes of coaching: motivation and need; little where treatment is called for (coaching is not treatment).
inline float response_to_coaching(float on_motivation, float motivation_level, float motivation, float on_exhaustion, float z_exhaustion,
                                  float clinical) noexcept {
    const float need = z_exhaustion > 0.0f ? z_exhaustion : 0.0f;
    return portable_exp(on_motivation * motivation + motivation_level) * (1.0f + on_exhaustion * need) * clinical;
}

// P10 Gain after n sessions (the alliance matters more than the number: Grassmann 2020).
inline float gain_of_sessions(float size, float match, float n, float sessions_scale, float response) noexcept {
    return size * match * (1.0f - portable_exp(-n / sessions_scale)) * response;
}

// P11 What is left after some weeks of what halves in `half_life` weeks.
inline float left_of_half_life(float weeks, float half_life) noexcept { return portable_exp(-0.693147181f * weeks / half_life); }

// P12 How far a gain finds room: none where autonomy (a, team and phase) is a SD below the mean, all of it from the mean on.
inline float room_for_gain(float a) noexcept {
    const float room = 1.0f + a;
    return room < 0.0f ? 0.0f : room > 1.0f ? 1.0f : room;
}

// P13 Resilience without room frustrates (Wisse and Van Hassel 2023, future 3).
inline float friction_of_gain(float weight, float g, float below, float a) noexcept { return a < below ? weight * g * (below - a) : 0.0f; }

// P14 Sessions in time that is not released: h hours a week on top of the work, heavier where load is high.
inline float unreleased_workload(float weight, float h, float on_load, float log_load) noexcept {
    return weight * h * portable_exp(on_load * (log_load > 0.0f ? log_load : 0.0f));
}

// P15 Change of stigma in a team after some weeks in which so many began.
inline float stigma_after(float change, float left, float per_participant, float began) noexcept {
    return change * left - per_participant * began;
}

// P16 Chance that a supervisor who knows does not release the time: support lowers it, load raises it.
inline float chance_of_refusal(float refusal, float on_support, float support, float on_load, float log_load) noexcept {
    const float chance = refusal - on_support * support + on_load * (log_load > 0.0f ? log_load : 0.0f);
    return chance < 0.0f ? 0.0f : chance > 1.0f ? 1.0f : chance;
}

// P17 What a talk at the start with a supportive supervisor adds to the match: weight x tanh(max(support, 0)).
inline float match_of_start_talk(float weight, float support) noexcept {
    if (support <= 0.0f) return 0.0f;
    return weight * (1.0f - 2.0f / (portable_exp(2.0f * support) + 1.0f));
}

// P18 Intakes of a clearing, rounded at random: of so many coordinators, of the whole country, in the weeks since the last clearing.
inline std::int64_t intakes_of_clearing(double coordinators, double a_year, double scale, double years, double u) noexcept {
    return static_cast<std::int64_t>(std::floor(coordinators * a_year * scale * years + u));
}

}  // namespace bevlogen::interventions
