// Three ways to colour one map.
#include "viewer/panels/hospitals_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/plot/numbers.hpp"
#include "viewer/words.hpp"

namespace bevlogen {

void HospitalsPanel::tell_of_cell(Scene& scene, const HospitalsChoice& choice, const Pointer& pointer) const {
    const auto cell = pointer.is_over ? placed_.cell_at(pointer.at) : std::nullopt;
    if (!cell) return;
    const TeamCells cells = team_cells(scene.model, *scene.now, choice);
    if (*cell >= cells.team.size() || !cells.team[*cell]) return;
    const TeamsNow& teams = scene.now->everybody->teams;
    const std::size_t t = *cells.team[*cell];
    std::string text = capitalised(place_words(teams, t, scene.view.language));
    if (teams.posts[t] > 0) text += fmt::format("\n{}: {} / {}", scene.say(words::kFilled), teams.filled[t], teams.posts[t]);
    text += fmt::format("\n{}: {}", cells.map.value_title,
                        value_text(static_cast<double>(cells.map.values[*cell]), cells.map.style, scene.view.language));
    tooltip(text);
    if (pointer.is_pressed) scene.view.team = teams.ids[t];
}

void HospitalsPanel::show(Scene& scene, CellTextures& textures) {
    if (!scene.now->everybody || scene.now->everybody->teams.ids.empty()) return quiet_text(scene.say(words::kNoTeams));
    const auto choose = [&](const char* name, const Label& words, TeamColour colour) {
        if (choice_button(scene, name, words, scene.view.team_colour == colour)) scene.view.team_colour = colour;
    };
    if (!outcome_of(scene.model, scene.view.team_colour)) scene.view.team_colour = TeamColour::vacancies;
    if (outcome_of(scene.model, TeamColour::load)) {
        choose("colour-load", words::kLoad, TeamColour::load);
        ImGui::SameLine();
    }
    if (outcome_of(scene.model, TeamColour::burnout)) {
        choose("colour-burnout", words::kBurnout, TeamColour::burnout);
        ImGui::SameLine();
    }
    choose("colour-vacancies", words::kVacancies, TeamColour::vacancies);
    const HospitalsChoice choice{scene.view.team_colour, scene.view.team, scene.view.language};
    const std::size_t version = version_of({reinterpret_cast<std::size_t>(scene.now->everybody.get()),
                                            static_cast<std::size_t>(choice.colour), choice.team ? choice.team->value + 1u : 0u});
    const float height = std::max(ImGui::GetContentRegionAvail().y, 40.0f);
    const Pointer pointer = view_.show(scene, textures, "hospitals", version, height,
                                       [&] { return hospitals_figure(scene.model, scene.now, choice, &placed_); });
    tell_of_cell(scene, choice, pointer);
}

}  // namespace bevlogen
