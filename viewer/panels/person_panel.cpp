// What only one of the two lives has stands in the colour of better or worse only by its word: with, without.
#include "viewer/panels/person_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kEventsShare = 0.34f;  // of the panel's height

std::string when(int week, const Scene& scene) {
    return fmt::format("{} {}, {} {}", scene.say(words::kYear), (week - 1) / kWeeksPerYear + 1, scene.say(words::kWeek), week);
}

}  // namespace

void PersonPanel::choose_somebody(Scene& scene) {
    if (!scene.is_live) {
        if (scene.panel_persons == 0) return quiet_text(scene.say(words::kNobody));
        ImGui::SetNextItemWidth(9.0f * scene.view.text_size);
        if (ImGui::InputInt("###panel-person", &panel_index_)) {
            panel_index_ = std::clamp(panel_index_, 1, static_cast<int>(scene.panel_persons));
            scene.commands.post(FollowPanelPerson{static_cast<std::size_t>(panel_index_ - 1)});
        }
        note_place(scene, "panel-person");
        ImGui::SameLine();
        quiet_text(fmt::format("{} {}", scene.say(words::kOf), scene.panel_persons));
        return;
    }
    const bool has_persons = scene.now->everybody && !scene.now->everybody->persons.ids.empty();
    ImGui::BeginDisabled(!has_persons);
    if (button(scene, "follow", words::kAnyone)) {
        // Another one with each press, spread over everybody; no chance is needed for that.
        const auto& ids = scene.now->everybody->persons.ids;
        scene.view.person = ids[version_of({scene.view.person ? scene.view.person->value : 0, 77}) % ids.size()];
    }
    ImGui::EndDisabled();
}

void PersonPanel::show_head(Scene& scene) const {
    const TwoLives& lives = *scene.now->lives;
    if (scene.now->everybody) {
        const PersonsNow& persons = scene.now->everybody->persons;
        const auto found = std::find(persons.ids.begin(), persons.ids.end(), lives.person);
        if (found != persons.ids.end()) {
            const auto i = static_cast<std::size_t>(found - persons.ids.begin());
            ImGui::SameLine();
            ImGui::TextUnformatted(fmt::format("{}, {}", capitalised(scene.say(scene.model.phases().labels[persons.phase[i]])),
                                               place_words(scene.now->everybody->teams, persons.team[i], scene.view.language))
                                       .c_str());
        }
    }
    const auto parting = parting_week(lives);
    if (parting)
        wrapped_text(scene.say(words::kPartWeek) + std::to_string(*parting) + ".");
    else
        quiet_text(scene.say(words::kNotParted));
    const bool is_behind = scene.is_live && static_cast<int>(std::min(lives.with.weeks, lives.without.weeks)) < scene.now->now().week.value;
    if (is_behind) quiet_text(scene.say(words::kLooksBack));
}

void PersonPanel::show_events(Scene& scene) {
    const TwoLives& lives = *scene.now->lives;
    if (told_of_ != &lives || told_in_ != scene.view.language) {
        told_ = told_events(scene.model, lives, scene.view.language);
        told_of_ = &lives;
        told_in_ = scene.view.language;
    }
    ImGui::TextUnformatted(scene.say(words::kEvents).c_str());
    ImGui::BeginChild("events");
    if (told_.empty()) quiet_text(scene.say(words::kNothing));
    for (auto event = told_.rbegin(); event != told_.rend(); ++event) {
        std::string words = when(event->week, scene) + ": " + event->words;
        const bool is_both = event->is_with && event->is_without;
        if (!is_both) words += fmt::format(" ({})", event->is_with ? scene.with_name() : scene.without_name());
        const Colour c = is_both ? colours::kInk : event->is_with ? colours::kBlue : colours::kQuiet;
        ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(c.red, c.green, c.blue, 255));
        wrapped_text(words);
        ImGui::PopStyleColor();
    }
    ImGui::EndChild();
}

void PersonPanel::show(Scene& scene, CellTextures& textures) {
    choose_somebody(scene);
    if (!scene.now->lives) {
        told_of_ = nullptr;
        if (scene.is_live)
            quiet_text(scene.say(scene.view.person ? words::kLooksBack : words::kNobody) + " " +
                       (scene.view.person ? std::string() : scene.say(words::kClickPerson)));
        return;
    }
    show_head(scene);
    const float height = ImGui::GetContentRegionAvail().y;
    const LivesChoice choice{static_cast<double>(scene.scenario.years), scene.with_name(), scene.without_name(), scene.view.language};
    view_.show(scene, textures, "lives", version_of({reinterpret_cast<std::size_t>(scene.now->lives.get())}),
               std::max(height * (1.0f - kEventsShare), 40.0f), [&] { return lives_figure(scene.model, scene.now->lives, choice); });
    show_events(scene);
}

}  // namespace bevlogen
