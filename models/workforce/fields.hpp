// Every column of a person and of a team: the layout of the workforce, complete from the start.
#pragma once

#include <array>

#include "models/workforce/phases.hpp"
#include "models/workforce/work_factors.hpp"
#include "sim/population/field.hpp"

namespace bevlogen::workforce {

// Half hours: the last third of a burnout leave. Without a post: whoever waits in a pool is away from work in every respect.
enum class Leave : std::uint8_t { none, short_illness, long_illness, burnout, burnout_half_hours, maternity, without_post };
inline constexpr std::size_t kLeaves = 7;
const std::array<Label, kLeaves>& leave_labels();

// What a person does at the clearing to come: leaves the hospitals, of own will, to retire, because wages are paid on no longer, or out of
// training; or looks for another employer or a training post; or has come to the end of a phase or a contract.
enum class Notice : std::uint8_t {
    none,
    leaves,
    retires,
    employment_ends,
    stops_training,
    seeks_employer,
    applies_for_training,
    graduates,
    registers,
    contract_ends
};
inline constexpr std::size_t kNotices = 10;
const std::array<Label, kNotices>& notice_labels();

// How a person came to the post, or into the pool.
enum class Arrival : std::uint8_t {
    from_the_start,
    entered,
    graduated,
    rotated,
    began_training,
    stopped_training,
    registered,
    changed_employer,
    found_post,
    became_permanent,
    lost_post
};
inline constexpr std::size_t kArrivals = 11;
const std::array<Label, kArrivals>& arrival_labels();

// A change of contract hours in the epoch that has passed.
enum class HoursChange : std::uint8_t { none, fewer, more };

enum class Event : std::uint8_t { complaint, severe_case, conflict };
inline constexpr std::size_t kEvents = 3;

// Offered and did not ask; asked, waits for the intake or a coach; has sessions; had the last; stopped early; sent on after the intake;
// had the last and answered the evaluation; asked, and went no further because the supervisor did not release the time.
enum class CoachingStage : std::uint8_t { none, offered, waiting, busy, finished, stopped, referred, evaluated, refused };
inline constexpr std::size_t kCoachingStages = 9;
// Whoever asked and was not held back by the supervisor.
constexpr bool took_part(std::uint8_t stage) {
    return (stage >= static_cast<std::uint8_t>(CoachingStage::waiting)) & (stage <= static_cast<std::uint8_t>(CoachingStage::evaluated));
}
const std::array<Label, kCoachingStages>& coaching_stage_labels();

// Offered and did not ask; waits for a group; has a group; had the last session; stopped early, or the group did.
enum class PeerGroupStage : std::uint8_t { none, offered, waiting, busy, finished, stopped };
inline constexpr std::size_t kPeerGroupStages = 6;
// Whoever has or had sessions of a programme, and knows it.
constexpr bool is_participant(std::uint8_t coaching_stage, std::uint8_t peer_group_stage) {
    const auto is_any_of = [](std::uint8_t stage, auto... these) { return ((stage == static_cast<std::uint8_t>(these)) | ...); };
    return is_any_of(coaching_stage, CoachingStage::busy, CoachingStage::finished, CoachingStage::stopped, CoachingStage::evaluated) |
           is_any_of(peer_group_stage, PeerGroupStage::busy, PeerGroupStage::finished, PeerGroupStage::stopped);
}
const std::array<Label, kPeerGroupStages>& peer_group_stage_labels();

// Of is_open: a post that does not exist (yet); one that the job market fills; one that somebody fills at once, a what if.
inline constexpr std::uint8_t kClosed = 0, kFilledByMarket = 1, kFilledAtOnce = 2;

// Of weeks_disengaged.
inline constexpr std::uint8_t kSideRoles = 255;

struct WorkforceFields : Fields {
    WorkforceFields();

    Field<std::uint8_t> phase, sex, contract;
    Field<std::uint8_t> leave_kind;           // a Leave; 0: at work
    Field<std::uint8_t> is_replaced;          // 1: somebody stands in during this leave
    Field<std::uint8_t> care_at_home;         // 1: cares for somebody at home
    Field<std::uint8_t> events;               // of the week that has passed, a bit for each Event
    Field<std::uint8_t> coaching_stage;       // a CoachingStage: how far in the newest trajectory
    Field<std::uint8_t> peer_group_stage;     // a PeerGroupStage: how far in the newest peer group
    Field<std::uint8_t> is_open;              // kClosed, kFilledByMarket, kFilledAtOnce; stays with the post
    Field<std::uint8_t> notice;               // a Notice, of the epoch that has passed
    Field<std::uint8_t> hours_change;         // a HoursChange, likewise
    Field<std::uint8_t> arrival;              // an Arrival
    Field<std::uint8_t> has_fewer_hours;      // 1: works fewer hours than the contract was made for
    Field<std::uint8_t> weeks_disengaged;     // of a specialist, in a row, seen at clearings; kSideRoles: has taken side roles
    Field<std::uint8_t> settling_weeks_left;  // after a move to another region
    Field<std::uint8_t> was_burnt_out;        // 1: has been on burnout leave, as a student, resident or specialist
    Field<std::uint16_t> age_weeks, weeks_in_phase, weeks_in_team, weeks_in_post;
    Field<std::uint16_t> leave_weeks, leave_weeks_left;  // in all, and still to come
    Field<std::uint16_t> raised_risk_weeks_left;         // after a return from burnout leave
    Field<std::uint16_t> weeks_to_rotation;              // to the next team; 0: does not rotate
    Field<std::uint16_t> weeks_with_employer;            // with this hospital, in this contract or those before it
    Field<std::uint16_t> care_threshold;                 // cares at home where the probability of it is above this many 65,536ths
    Field<float> intention;                              // chance that the person considers to leave, at the end of the epoch
    Field<float> training_weeks_left;                    // of an aios, at 1 FTE and at work
    Field<float> fte;
    Field<float> t_strain, t_zest, motivation;  // traits
    Field<float> usual_hours_z;                 // drawn for life: how far the person's usual hours stand off those of the phase
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
    Field<float> leader_gain;     // what programmes have added to the leader's quality
    Field<float> safety;          // of the team itself, without leader and culture
    Field<float> stigma;          // change since the start; returns to 0
    Field<float> formation;       // FTE of the base world's posts
    Field<float> reference_capacity, capacity_trend, volume_shock;
    Field<float> log_load, backlog;                             // this week
    Field<std::uint32_t> leader_low, leader_high;               // identity of who leads; all bits set: nobody yet
    Field<float> training_competition, specialist_competition;  // log of seekers over openings, against usual, in the region
    Field<float> training_places_left, students_waiting;        // of a region; kept with its pool
    std::array<Field<std::uint32_t>, 2> adopted;  // by the hospital: a bit for each intervention of the scenario, in order of names
    Field<float> ownership;                       // of policies that nobody mandates, in [0, 1]
    Field<std::uint16_t> redesign_weeks_left, redesigned_by;  // work that the team has redesigned; purpose of the intervention
    Field<float> care_not_delivered;                          // hours this week
};

}  // namespace bevlogen::workforce
