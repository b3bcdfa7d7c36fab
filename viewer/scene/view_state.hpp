// What a user has chosen to look at; nothing of it reaches the simulation.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/live/snapshot.hpp"
#include "viewer/figures/curves.hpp"
#include "viewer/figures/hospitals.hpp"

namespace bevlogen {

// Measures and curves are among them in a window that is too narrow to show them beside the others.
enum class SidePanel { people, hospitals, staffing, person, measures, curves };

struct ViewState {
    Language language = Language::english;
    std::size_t outcome = 0;                      // of the curves, index into Model::outcomes()
    std::optional<std::size_t> chosen_outcome{};  // to begin with
    CurveForm form = CurveForm::level;
    SidePanel side = SidePanel::people;
    TeamColour team_colour = TeamColour::load;
    std::vector<bool> phases_shown;   // of everybody's map
    std::optional<PersonId> person;   // followed
    std::optional<TeamId> team;       // whose persons are asked for
    std::optional<Week> branch_week;  // marked on the time line
    bool is_playing = true;
    double weeks_per_second = 13.0;
    bool shows_help = false;
    float text_size = 15.0f;  // of the font, in pixels
};

}  // namespace bevlogen
