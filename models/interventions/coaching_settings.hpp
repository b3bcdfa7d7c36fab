// The keys of the lever `coaching`, and what a scenario wrote for them as one value.
#pragma once

#include <array>

#include "models/interventions/trajectory.hpp"
#include "models/workforce/phases.hpp"
#include "sim/core/week.hpp"
#include "sim/scenario/intervention.hpp"
#include "sim/scenario/vocabulary.hpp"

namespace bevlogen::interventions {

// How a coach is found. Profiles and videos: the person chooses; intake: whoever does the intake chooses with them.
enum class CoachChoice : std::uint8_t { assigned, intake, profiles, video };
enum class CoachKind : std::uint8_t { internal, external };
// Curative programmes also take who is on burnout leave.
enum class CoachingAim : std::uint8_t { developmental, curative };
enum class CoachingPlace : std::uint8_t { at_work, away, online };
// Invited to the kick-off or to a talk at the start: knows who takes part.
enum class SupervisorRole : std::uint8_t { unaware, invited, start_talk };

struct CoachingSettings {
    int sessions = 6;
    float minutes = 60.0f;  // of a session
    int spacing = 3;        // weeks
    int extension = 0;      // sessions
    int window = 0;         // weeks; 0: an open offer
    int interval = 0;       // weeks between the starts of two windows; 0: one window
    int again_after = 52;   // weeks
    bool is_blocked_in_summer = false, is_blocked_in_december = false;
    bool has_kickoff = false, has_mail = false, has_intake = false;
    float refer_share = 0.0f;
    CoachChoice choice = CoachChoice::assigned;
    bool may_rematch = true;
    CoachKind coach_kind = CoachKind::external;
    bool knows_medicine = false;
    CoachingAim aim = CoachingAim::developmental;
    CoachingPlace place = CoachingPlace::at_work;
    std::array<float, workforce::kPhases> price{};  // EUR, own contribution to a trajectory, free sessions subtracted
    SupervisorRole supervisor = SupervisorRole::unaware;
    bool is_released = false;
    bool may_be_cancelled = true;
    int coaches = 0;      // 0: as many as are needed
    int caseload = 12;    // trajectories of a coach at once
    int a_year = 50;      // trajectories that a coach begins in a year
    float budget = 0.0f;  // EUR a year; 0: none
    bool is_opt_out = false;
    ReferTo refer_to = ReferTo::as_amsterdam;  // who is sent on at the intake
    int coordinators = 0;                      // who hold intakes; 0: as many as are needed

    bool has_limited_intakes() const { return has_intake && coordinators > 0; }
    bool is_informed() const { return supervisor != SupervisorRole::unaware; }
    // Coaches are scarce, so that they are given out at clearings, first come first served.
    bool has_queue() const { return coaches > 0 || budget > 0.0f; }
    SessionsBy sessions_by() const {
        if (coach_kind == CoachKind::external) return SessionsBy::external;
        return coaches > 0 ? SessionsBy::employed : SessionsBy::internal;
    }
};

// `phase_axis`: the scope axis of phases in the vocabulary.
LeverDecl coaching_lever(std::size_t phase_axis = 0);

// What was written under `coaching`: one value a key, kPhases for the price.
CoachingSettings settings_of(const LeverSetting& setting);

// Month of a week, 0 to 11: that of its Thursday. Week 0 of the burn-in is the first of January; a year has 52 weeks.
int month_of(Week week) noexcept;

// Whether one may ask in this week, the intervention running for `running` weeks: within a window, outside blocked months.
bool is_open(const CoachingSettings& settings, Week running, Week week) noexcept;

}  // namespace bevlogen::interventions
