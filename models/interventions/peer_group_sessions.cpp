// A membership step by step. Each draw is keyed by person, week and programme.
#include "models/interventions/peer_group_sessions.hpp"

#include <algorithm>
#include <cmath>

#include "models/interventions/coaching_equations.hpp"
#include "models/interventions/peer_group_equations.hpp"

namespace bevlogen::interventions {
namespace {

using workforce::Leave;
using workforce::PeerGroupStage;

// A gain below this many SD is nothing: a twenty-fifth of what one session gives. A matter of memory, not of the world.
constexpr float kNothingLeft = 0.002f;

float uniform_of(std::uint32_t word) { return static_cast<float>(word >> 8) * 0x1p-24f; }

float safety_of(const PeerGroupParameters& p, Facilitator facilitator) {
    switch (facilitator) {
        case Facilitator::professional: return p.of_professional;
        case Facilitator::trained_peer: return p.of_trained_peer;
        case Facilitator::own_supervisor: return p.of_own_supervisor;
        default: return 0.0f;
    }
}

void attend(Membership& row, const PeerGroupParameters& p, float safety_at_work, Facilitator leads) {
    const float safety = safety_in_group(safety_at_work, safety_of(p, leads), row.is_mixed ? p.of_mixed_ranks : 0.0f);
    const float strength = leads == Facilitator::none ? p.self_led_share : 1.0f;
    const bool is_balint = row.mode == PeerGroupMode::balint;
    row.support += (is_balint ? p.balint_on_support : 1.0f) * gain_of_peer_session(p.support, safety, p.reversed_share, strength);
    row.safety += gain_of_peer_session(p.safety, safety, p.reversed_share, strength);
    row.emotional_load += (is_balint ? p.balint_on_emotional_load : 1.0f) * relief_of_peer_session(p.emotional_load, safety, strength);
    ++row.attended;
    ++row.attended_of_epoch;
}

// Who ended since the last clearing is still counted among the members.
bool is_counted(const Membership& row, Week week) {
    return row.begins >= 0 && (row.ended < 0 || row.ended >= week.value - week.value % kWeeksPerEpoch);
}

}  // namespace

Membership join(const PeerGroupSettings& settings, Purpose programme, Week week) {
    Membership row;
    row.programme = static_cast<std::uint16_t>(programme);
    row.again_after = static_cast<std::uint16_t>(settings.again_after);
    row.size = static_cast<std::uint8_t>(settings.size);
    row.sessions = static_cast<std::uint8_t>(settings.sessions);
    row.guided = static_cast<std::uint8_t>(settings.guided());
    row.interval = static_cast<std::uint8_t>(settings.interval);
    row.mode = settings.mode;
    row.facilitator = settings.facilitator;
    row.is_across_ranks = settings.is_across_ranks || settings.mode == PeerGroupMode::team ? 1 : 0;
    row.is_released = settings.is_released ? 1 : 0;
    row.may_stop = settings.is_for_everybody() ? 0 : 1;
    row.asked = week.value;
    row.hours = settings.hours;
    return row;
}

void advance(Membership& row, const PeerGroupParameters& p, const Chance& chance, const Peer& who, Week week) {
    if (week.value % kWeeksPerEpoch == 0) row.attended_of_epoch = row.led_of_epoch = 0;  // the first week after a clearing
    const float left = left_of_time_constant(1.0f, p.decay_weeks);
    row.support *= left;
    row.emotional_load *= left;
    row.safety *= left;
    const int since = week.value - row.begins;
    if (is_counted(row, week) && since >= 0 && since % row.interval == 0 && since / row.interval < row.sessions) {
        const int session = since / row.interval;
        const Facilitator leads = session < row.guided ? row.facilitator : Facilitator::none;
        if (leads == Facilitator::professional) ++row.led_of_epoch;
        if (is_under_way(row)) {
            const PhiloxWords words = chance.words(who.person.value, week, Purpose{row.programme}, kDrawPeerSession);
            const bool is_there = who.leave == Leave::none || who.leave == Leave::burnout_half_hours;
            const bool attends = is_there && uniform_of(words[0]) >= chance_of_losing(p.lost, p.lost_on_load, who.log_load);
            if (attends) attend(row, p, who.safety, leads);
            const bool is_last = session + 1 == row.sessions;
            const bool stops = attends && row.may_stop && !is_last && uniform_of(words[1]) < p.drop_out;
            if (is_last || stops) {
                row.stage = is_last ? PeerGroupStage::finished : PeerGroupStage::stopped;
                row.ended = week.value;
            }
        }
    }
    if ((week + Week{1}).is_clearing()) row.safety_of_epoch = row.safety;
}

int next_session(const Membership& row, Week week) noexcept {
    const int since = week.value - row.begins;
    return since <= 0 ? 0 : (since + row.interval - 1) / row.interval;
}

bool is_forgotten(const Membership& row, Week week) noexcept {
    if (is_under_way(row)) return false;
    const float most = std::max({std::abs(row.support), std::abs(row.emotional_load), std::abs(row.safety)});
    return most < kNothingLeft && week.value - row.ended >= std::max<std::int32_t>(kWeeksPerEpoch, row.again_after);
}

bool keeps_from_joining(const Membership& row, Purpose programme, TeamId team, Week week) noexcept {
    if (is_under_way(row)) return true;
    if (row.programme != static_cast<std::uint16_t>(programme)) return false;
    if (row.group_high == kGroupOfTeam && row.group_low != team.value) return false;
    return week.value < row.ended + row.again_after;
}

}  // namespace bevlogen::interventions
