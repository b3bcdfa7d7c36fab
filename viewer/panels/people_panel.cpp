// The legend is a row of switches.
#include "viewer/panels/people_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/figures/people.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

void show_phases(Scene& scene) {
    auto& shown = scene.view.phases_shown;
    shown.resize(scene.model.phases().size(), true);
    for (std::size_t phase = 1; phase < shown.size(); ++phase) {
        const std::string words = capitalised(scene.say(scene.model.phases().labels[phase]));
        const float width = ImGui::CalcTextSize(words.c_str()).x + ImGui::GetFrameHeight() + 30.0f;
        if (phase > 1 && ImGui::GetItemRectMax().x + width < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
            ImGui::SameLine();
        const Colour c = colour_of_phase(phase);
        ImGui::PushStyleColor(ImGuiCol_CheckMark, IM_COL32(c.red, c.green, c.blue, 255));
        bool is_shown = shown[phase];
        if (ImGui::Checkbox((words + "###phase").append(std::to_string(phase)).c_str(), &is_shown)) shown[phase] = is_shown;
        ImGui::PopStyleColor();
        note_place(scene, "phase/" + scene.model.phases().names[phase]);
    }
}

}  // namespace

std::vector<std::size_t> PeoplePanel::axes(const Model& model) {
    const auto across = outcome_named(model, "engagement"), up = outcome_named(model, "burnout");
    if (across && up) return {*across, *up};
    if (model.outcomes().size() > 1) return {0, 1};
    return {0, 0};
}

void PeoplePanel::show(Scene& scene, CellTextures& textures) {
    if (!scene.is_live) return quiet_text(scene.say(words::kNoPersons));
    if (!scene.now->everybody) return;
    ImGui::TextUnformatted(scene.say(words::kPeopleTitle).c_str());
    const PersonsNow& persons = scene.now->everybody->persons;
    quiet_text(fmt::format("{} {}. {}", number_text(static_cast<double>(persons.ids.size()), 0, scene.view.language),
                           scene.say(words::kPersons), scene.say(words::kClickPerson)));
    if (scene.model.phases().size() > 1) show_phases(scene);
    const std::vector<std::size_t> outcomes = axes(scene.model);
    const PeopleChoice choice{outcomes[0], outcomes[1], scene.view.phases_shown, scene.view.person, scene.view.language};
    std::size_t shown = 0;
    for (const bool is_shown : choice.phases_shown) shown = shown * 2 + (is_shown ? 1 : 0);
    const std::size_t version =
        version_of({reinterpret_cast<std::size_t>(scene.now->everybody.get()), shown, choice.person ? choice.person->value : 0});
    const float height = std::max(std::min(ImGui::GetContentRegionAvail().y, ImGui::GetContentRegionAvail().x * 1.05f), 40.0f);
    const Pointer pointer =
        view_.show(scene, textures, "people", version, height, [&] { return people_figure(scene.model, scene.now, choice, &placed_); });
    if (!pointer.is_over || !placed_.frame.contains(pointer.at)) return;
    const auto chart = people_chart(scene.model, *scene.now, choice);
    const auto point = chart ? point_near(*chart, placed_, pointer.at) : std::nullopt;
    if (!point) return;
    tooltip(fmt::format("{}, {}\n{} {}, {} {}", capitalised(scene.say(scene.model.phases().labels[persons.phase[*point]])),
                        place_words(scene.now->everybody->teams, persons.team[*point], scene.view.language),
                        scene.say(scene.outcome(outcomes[0]).label),
                        value_text(static_cast<double>(chart->x_values[*point]), NumberStyle::plain, scene.view.language),
                        scene.say(scene.outcome(outcomes[1]).label),
                        value_text(static_cast<double>(chart->y_values[*point]), NumberStyle::plain, scene.view.language)));
    if (!pointer.is_pressed) return;
    scene.view.person = persons.ids[*point];
    scene.view.side = SidePanel::person;
}

}  // namespace bevlogen
