// The keys of the lever `peer_group`, and what a scenario wrote for them as one value.
#pragma once

#include "models/interventions/membership.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::interventions {

struct PeerGroupSettings {
    PeerGroupMode mode = PeerGroupMode::intervision;
    int size = 6;
    float hours = 2.0f;  // of a session
    int interval = 4;    // weeks between sessions
    int sessions = 6;
    Facilitator facilitator = Facilitator::professional;
    int guided_sessions = 0;  // 0: all
    int facilitators = 0;     // of the whole country; 0: as many as are needed
    int caseload = 6;         // groups of a facilitator at once
    bool is_across_ranks = false;
    bool is_mandatory = false;
    bool is_released = false;
    int window = 0;               // weeks; 0: an open offer
    int interval_of_windows = 0;  // weeks between the starts of two windows; 0: one window
    bool has_kickoff = false, has_mail = false;
    int again_after = 52;  // weeks

    // Nobody is asked: everybody in reach takes part.
    bool is_for_everybody() const { return is_mandatory || mode == PeerGroupMode::team; }
    // Sessions that the facilitator leads. A trained peer is one of the group and stays.
    int guided() const {
        if (facilitator == Facilitator::none) return 0;
        const bool all = guided_sessions == 0 || guided_sessions > sessions || facilitator == Facilitator::trained_peer;
        return all ? sessions : guided_sessions;
    }
};

LeverDecl peer_group_lever();

PeerGroupSettings peer_group_settings_of(const LeverSetting& setting);

// Whether one may join of the own will in this week, the intervention running for `running` weeks.
bool is_open(const PeerGroupSettings& settings, Week running) noexcept;

}  // namespace bevlogen::interventions
