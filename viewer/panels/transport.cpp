// One row of buttons; what does not fit goes to the next row.
#include "viewer/panels/transport.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/panels/widgets.hpp"
#include "viewer/plot/numbers.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kSlowest = 1.0f, kFastest = 520.0f;  // weeks a second

// Goes on in the row where there is room for so many pixels.
void same_line_if_fits(float width) {
    const float left = ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x;
    if (left + width < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) ImGui::SameLine();
}

std::string clock_words(const Scene& scene) {
    const Week week = scene.now->now().week;
    const int year = std::max(week.value - 1, 0) / kWeeksPerYear + 1;
    std::string words = fmt::format("{} {} {} {}, {} {}", scene.say(words::kYear), year, scene.say(words::kOf), scene.scenario.years,
                                    scene.say(words::kWeek), week.value);
    if (scene.is_waiting) words += " \u2026";
    if (scene.now->is_finished) words += " (" + scene.say(words::kEnded) + ")";
    return words;
}

void show_player(Scene& scene) {
    if (button(scene, "play", scene.view.is_playing ? words::kPause : words::kPlay, Emphasis::strong))
        scene.view.is_playing = !scene.view.is_playing;
    ImGui::SameLine();
    if (button(scene, "step", words::kStep)) scene.commands.post(StepOnce{});
    ImGui::SameLine();
    if (button(scene, "restart", words::kRestart)) scene.commands.post(SessionAct{Restart{}});
    same_line_if_fits(330.0f);
    ImGui::SetNextItemWidth(140.0f);
    float speed = static_cast<float>(scene.view.weeks_per_second);
    if (ImGui::SliderFloat("###speed", &speed, kSlowest, kFastest, "", ImGuiSliderFlags_Logarithmic)) scene.view.weeks_per_second = speed;
    note_place(scene, "speed");
    ImGui::SameLine();
    quiet_text(fmt::format("{:.0f} {}", scene.view.weeks_per_second, scene.say(words::kSpeed)));
}

}  // namespace

void show_transport(Scene& scene) {
    ImGui::AlignTextToFramePadding();
    if (scene.is_live) {
        show_player(scene);
        same_line_if_fits(280.0f);
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(clock_words(scene).c_str());
    const float text = scene.view.text_size;
    const float right = (scene.is_live ? 22.0f : 14.0f) * text;
    same_line_if_fits(right);
    const float free = ImGui::GetContentRegionAvail().x;
    if (free > right) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free - right);
    if (scene.is_live) {
        if (button(scene, "save", words::kSave)) scene.commands.post(SaveSession{});
        same_line_if_fits(6.0f * text);
    }
    if (button(scene, "help", words::kHelp)) scene.view.shows_help = !scene.view.shows_help;
    same_line_if_fits(7.0f * text);
    if (button(scene, "language", words::kOtherLanguage))
        scene.view.language = scene.view.language == Language::english ? Language::dutch : Language::english;
}

}  // namespace bevlogen
