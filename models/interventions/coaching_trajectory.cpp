// A trajectory step by step. Each draw is keyed by person, week and programme.
#include "models/interventions/coaching_trajectory.hpp"

#include <algorithm>

#include "models/interventions/coaching_equations.hpp"
#include "sim/random/distributions.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::CoachingStage;
using workforce::Leave;

// A gain below this many SD is nothing: a two-hundredth of what coaching is worth at first. A matter of memory, not of the world.
constexpr float kNothingLeft = 0.005f;

float uniform_of(std::uint32_t word) { return static_cast<float>(word >> 8) * 0x1p-24f; }

float bonus_of_choice(const MatchParameters& match, const CoachingSettings& settings, CoachingQuestion question) {
    float bonus = 0.0f;
    if (settings.choice == CoachChoice::profiles || settings.choice == CoachChoice::video) bonus += match.on_profiles;
    if (settings.choice == CoachChoice::intake) bonus += match.on_intake;
    if (settings.knows_medicine && question == CoachingQuestion::workload) bonus += match.on_medical;
    return bonus;
}

float travel_minutes(const SessionParameters& session, CoachingPlace place) {
    switch (place) {
        case CoachingPlace::at_work: return session.travel_at_work;
        case CoachingPlace::away: return session.travel_away;
        default: return session.travel_online;
    }
}

// Weeks below zero are nobody else's, so that a stream never meets the single draws of the same week.
Stream stream_of_match(const Chance& chance, const Trajectory& row, PersonId person, Week week) {
    return {chance, person.value, Week{-1 - week.value}, Purpose{row.programme}};
}

float draw_match(const Trajectory& row, const MatchParameters& match, Stream& stream) {
    const double drawn = draw_beta(stream, static_cast<double>(match.alpha), static_cast<double>(match.beta));
    return match_with_coach(static_cast<float>(drawn), row.match_bonus);
}

void end(Trajectory& row, CoachingStage stage, Week week) {
    row.stage = stage;
    row.ended = week.value;
}

// Sessions rest during leave; a curative trajectory goes on during burnout leave.
bool rests(const Trajectory& row, Leave leave) {
    if (leave == Leave::burnout) return row.is_curative == 0;
    return leave != Leave::none && leave != Leave::burnout_half_hours;
}

// Treatment is called for.
bool is_clinical(const GainParameters& gain, const Coachee& who) {
    return who.leave == Leave::burnout || who.leave == Leave::burnout_half_hours || who.z_exhaustion > gain.clinical_above;
}

float response_of(const GainParameters& gain, const Coachee& who) {
    return response_to_coaching(gain.on_motivation, gain.motivation_level, who.motivation, gain.on_exhaustion, who.z_exhaustion,
                                is_clinical(gain, who) ? gain.clinical_share : 1.0f);
}

// After the first session with a coach: another coach, or the end, where it does not click.
void judge_match(Trajectory& row, const MatchParameters& match, const Chance& chance, PersonId person, Week week, float uniform) {
    const int first_with_coach = row.was_rematched ? 2 : 1;
    if (row.sessions_done != first_with_coach) return;
    if (row.match < match.rematch_below && row.may_rematch && !row.was_rematched && uniform < match.rematch_share) {
        Stream stream = stream_of_match(chance, row, person, week);
        row.match = draw_match(row, match, stream);
        row.was_rematched = 1;
    } else if (row.match < match.ends_below) {
        end(row, CoachingStage::stopped, week);
    }
}

void hold_session(Trajectory& row, const CoachingParameters& p, const Chance& chance, const Coachee& who, Week week) {
    const PhiloxWords words = chance.words(who.person.value, week, Purpose{row.programme}, kDrawSession);
    const float on_load = row.may_be_cancelled ? p.session.lost_on_load : 0.0f;
    if (uniform_of(words[0]) < chance_of_losing(p.session.lost, on_load, who.log_load)) {
        row.next_session = week.value + 1;
        return;
    }
    ++row.sessions_done;
    ++row.sessions_of_epoch;
    row.gain = gain_of_sessions(p.gain.size, row.match, static_cast<float>(row.sessions_done), p.gain.sessions_scale, row.response);
    judge_match(row, p.match, chance, who.person, week, uniform_of(words[1]));
    if (!is_under_way(row)) return;
    row.next_session = week.value + row.spacing;
    if (row.sessions_done == row.sessions_agreed && row.extension > 0) {
        if (uniform_of(words[3]) < p.session.extension_share)
            row.sessions_agreed = static_cast<std::uint8_t>(row.sessions_agreed + row.extension);
        row.extension = 0;
    }
    if (row.sessions_done == row.sessions_agreed) {
        end(row, CoachingStage::finished, week);
    } else if (uniform_of(words[2]) < chance_of_dropping_out(p.session.drop_out, row.own_contribution, p.session.drop_out_price_scale)) {
        end(row, CoachingStage::stopped, week);
    }
}

void have_intake(Trajectory& row, const Chance& chance, PersonId person, Week week) {
    row.is_ready = 1;
    const float uniform = uniform_of(chance.words(person.value, week, Purpose{row.programme}, kDrawIntake)[0]);
    if (uniform < row.refer_share) end(row, CoachingStage::referred, week);
}

// Of who finished, once, so many weeks after the last session.
void ask_to_evaluate(Trajectory& row, const SessionParameters& session, const Chance& chance, PersonId person, Week week) {
    if (row.stage != CoachingStage::finished || week.value != row.ended + static_cast<std::int32_t>(session.evaluation_weeks)) return;
    const float uniform = uniform_of(chance.words(person.value, week, Purpose{row.programme}, kDrawEvaluation)[0]);
    if (uniform < session.evaluated_share) row.stage = CoachingStage::evaluated;
}

}  // namespace

Trajectory ask(const CoachingParameters& p, const CoachingSettings& settings, workforce::Phase phase, const Chance& chance,
               Purpose programme, PersonId person, Week week) {
    const float uniform = uniform_of(chance.words(person.value, week, programme, kDrawQuestion)[0]);
    Trajectory row;
    row.programme = static_cast<std::uint16_t>(programme);
    row.again_after = settings.is_opt_out ? kNeverAgain : static_cast<std::uint16_t>(settings.again_after);
    row.question = uniform < p.session.question_workload                                ? CoachingQuestion::workload
                   : uniform < p.session.question_workload + p.session.question_balance ? CoachingQuestion::balance
                                                                                        : CoachingQuestion::development;
    row.spacing = static_cast<std::uint8_t>(settings.spacing);
    row.sessions_agreed = static_cast<std::uint8_t>(settings.sessions);
    row.extension = static_cast<std::uint8_t>(settings.extension);
    row.is_ready = settings.has_intake ? 0 : 1;
    row.is_queued = settings.has_queue() ? 1 : 0;
    row.is_released = settings.is_released ? 1 : 0;
    row.is_curative = settings.aim == CoachingAim::curative ? 1 : 0;
    row.may_rematch = settings.may_rematch ? 1 : 0;
    row.may_be_cancelled = settings.may_be_cancelled ? 1 : 0;
    row.asked = week.value;
    row.next_session = week.value + (settings.has_intake ? static_cast<std::int32_t>(p.session.intake_weeks) : 0);
    row.hours = (settings.minutes + travel_minutes(p.session, settings.place)) / 60.0f / static_cast<float>(settings.spacing);
    row.refer_share = settings.has_intake ? settings.refer_share : 0.0f;
    row.own_contribution = settings.price[workforce::index_of(phase)];
    row.match_bonus = bonus_of_choice(p.match, settings, row.question);
    row.sessions_by = settings.sessions_by();
    row.refer_to = settings.refer_to;
    row.waits_for_coordinator = settings.has_limited_intakes() ? 1 : 0;
    return row;
}

void meet_supervisor(Trajectory& row, const CoachingParameters& p, const CoachingSettings& settings, const Supervisor& supervisor,
                     const Chance& chance, PersonId person) {
    if (!settings.is_informed()) return;
    if (settings.supervisor == SupervisorRole::start_talk)
        row.match_bonus += match_of_start_talk(p.match.on_start_talk, supervisor.support);
    if (!row.is_released) return;
    const EnrolmentParameters& e = p.enrolment;
    const PhiloxWords words = chance.words(person.value, Week{row.asked}, Purpose{row.programme}, kDrawRelease);
    const float refusal = chance_of_refusal(e.refusal, e.refusal_on_support, supervisor.support, e.refusal_on_load, supervisor.log_load);
    if (uniform_of(words[0]) >= refusal) return;
    row.was_refused = 1;
    row.is_released = 0;
    if (uniform_of(words[1]) >= e.refused_goes_on) end(row, CoachingStage::refused, Week{row.asked});
}

void take_coach(Trajectory& row, const CoachingParameters& p, const Chance& chance, PersonId person, Week week) {
    Stream stream = stream_of_match(chance, row, person, week);
    row.match = draw_match(row, p.match, stream);
    row.stage = CoachingStage::busy;
    row.started = week.value;
    row.next_session = week.value + 1 + static_cast<std::int32_t>(draw_uniform(stream) * row.spacing);
}

void advance(Trajectory& row, const CoachingParameters& p, const Chance& chance, const Coachee& who, Week week) {
    if (week.value % kWeeksPerEpoch == 0) row.sessions_of_epoch = 0;  // the first week after a clearing
    if (!is_under_way(row)) {
        row.gain *= left_of_half_life(1.0f, p.gain.half_life);
        ask_to_evaluate(row, p.session, chance, who.person, week);
    } else if (row.stage == CoachingStage::waiting) {
        if (!row.is_ready && !row.waits_for_coordinator && week.value >= row.next_session) have_intake(row, chance, who.person, week);
        if (is_under_way(row) && row.is_ready && !row.is_queued) take_coach(row, p, chance, who.person, week);
    } else {
        if (!row.has_response) {
            row.response = response_of(p.gain, who);
            row.is_clinical = is_clinical(p.gain, who) ? 1 : 0;
            row.has_response = 1;
        }
        if (week.value < row.next_session) return;
        if (rests(row, who.leave)) {
            row.next_session = week.value + 1;
        } else {
            hold_session(row, p, chance, who, week);
        }
    }
}

bool is_forgotten(const Trajectory& row, Week week) noexcept {
    if (is_under_way(row) || row.again_after == kNeverAgain || row.gain >= kNothingLeft) return false;
    return week.value - row.ended >= std::max<std::int32_t>(kWeeksPerYear, row.again_after);
}

bool keeps_from_asking(const Trajectory& row, Purpose programme, Week week) noexcept {
    if (is_under_way(row)) return true;
    if (row.programme != static_cast<std::uint16_t>(programme)) return false;
    return row.again_after == kNeverAgain || week.value < row.ended + row.again_after;
}

}  // namespace bevlogen::interventions
