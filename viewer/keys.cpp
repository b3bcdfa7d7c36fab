// Dear ImGui 1.86 knows keys by the codes of GLFW.
#include "viewer/keys.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <string>

namespace bevlogen {
namespace {

constexpr double kFaster = 1.5;
constexpr double kSlowest = 1.0, kFastest = 520.0;  // weeks a second

bool is_pressed(int key) { return ImGui::IsKeyPressed(key, false); }

void press_plain(Scene& scene) {
    ViewState& view = scene.view;
    if (is_pressed(GLFW_KEY_F1) || is_pressed(GLFW_KEY_H)) view.shows_help = !view.shows_help;
    if (is_pressed(GLFW_KEY_ESCAPE)) view.shows_help = false;
    if (is_pressed(GLFW_KEY_L)) view.language = view.language == Language::english ? Language::dutch : Language::english;
    if (is_pressed(GLFW_KEY_D)) view.form = view.form == CurveForm::level ? CurveForm::difference : CurveForm::level;
    constexpr std::pair<int, SidePanel> sides[] = {{GLFW_KEY_1, SidePanel::people},
                                                   {GLFW_KEY_2, SidePanel::hospitals},
                                                   {GLFW_KEY_3, SidePanel::staffing},
                                                   {GLFW_KEY_4, SidePanel::person}};
    for (const auto& [key, side] : sides) {
        if (is_pressed(key)) view.side = side;
    }
    if (!scene.is_live) return;
    if (is_pressed(GLFW_KEY_SPACE)) view.is_playing = !view.is_playing;
    if (is_pressed(GLFW_KEY_PERIOD)) scene.commands.post(StepOnce{});
    if (is_pressed(GLFW_KEY_EQUAL) || is_pressed(GLFW_KEY_KP_ADD))
        view.weeks_per_second = std::min(view.weeks_per_second * kFaster, kFastest);
    if (is_pressed(GLFW_KEY_MINUS) || is_pressed(GLFW_KEY_KP_SUBTRACT))
        view.weeks_per_second = std::max(view.weeks_per_second / kFaster, kSlowest);
    if (is_pressed(GLFW_KEY_B)) {
        const Week here = scene.now->now().week;
        scene.commands.post(SessionAct{Branch{std::to_string(scene.now->lines.size()), std::min(view.branch_week.value_or(here), here)}});
        view.branch_week.reset();
    }
}

}  // namespace

void press_common_keys(Frame& frame) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl && is_pressed(GLFW_KEY_Q)) frame.commands.post(Quit{});
    if (!io.KeyCtrl && !io.WantTextInput && is_pressed(GLFW_KEY_L))
        frame.view.language = frame.view.language == Language::english ? Language::dutch : Language::english;
}

KeyWish press_keys(Scene& scene) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl) {
        if (!io.WantTextInput) press_plain(scene);
        return KeyWish::none;
    }
    if (is_pressed(GLFW_KEY_Q)) scene.commands.post(Quit{});
    if (is_pressed(GLFW_KEY_S) && scene.is_live) scene.commands.post(SaveSession{});
    if (is_pressed(GLFW_KEY_R) && scene.is_live) scene.commands.post(SessionAct{Restart{}});
    if (is_pressed(GLFW_KEY_E)) return KeyWish::export_curves;
    if (is_pressed(GLFW_KEY_EQUAL) || is_pressed(GLFW_KEY_KP_ADD)) return KeyWish::larger_text;
    if (is_pressed(GLFW_KEY_MINUS) || is_pressed(GLFW_KEY_KP_SUBTRACT)) return KeyWish::smaller_text;
    return KeyWish::none;
}

}  // namespace bevlogen
