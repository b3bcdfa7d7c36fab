// Starts from ImGui's light colours.
#include "viewer/window/theme.hpp"

#include <imgui.h>

#include "viewer/plot/colour.hpp"

namespace bevlogen {
namespace {

ImVec4 of(Colour c, double alpha = 1.0) { return {c.red / 255.0f, c.green / 255.0f, c.blue / 255.0f, static_cast<float>(alpha)}; }

}  // namespace

void use_light_theme() {
    using namespace colours;
    ImGui::StyleColorsLight();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowRounding = style.WindowBorderSize = 0.0f;
    style.FrameRounding = style.GrabRounding = style.TabRounding = 4.0f;
    style.FrameBorderSize = 1.0f;
    style.WindowPadding = {12.0f, 10.0f};
    style.FramePadding = {9.0f, 4.0f};
    style.ItemSpacing = {9.0f, 6.0f};
    style.ScrollbarSize = 12.0f;
    constexpr Colour panel{247, 248, 250}, frame{255, 255, 255}, hover{228, 238, 247}, active{204, 224, 240};
    ImVec4* colour = style.Colors;
    colour[ImGuiCol_Text] = of(kInk);
    colour[ImGuiCol_TextDisabled] = of(kQuiet);
    colour[ImGuiCol_WindowBg] = of(kPaper);
    colour[ImGuiCol_ChildBg] = of(panel, 0.0);
    colour[ImGuiCol_PopupBg] = of(kPaper);
    colour[ImGuiCol_Border] = of(kFaint);
    colour[ImGuiCol_FrameBg] = of(frame);
    colour[ImGuiCol_FrameBgHovered] = of(hover);
    colour[ImGuiCol_FrameBgActive] = of(active);
    colour[ImGuiCol_Button] = of(panel);
    colour[ImGuiCol_ButtonHovered] = of(hover);
    colour[ImGuiCol_ButtonActive] = of(active);
    colour[ImGuiCol_Header] = of(hover);
    colour[ImGuiCol_HeaderHovered] = of(hover);
    colour[ImGuiCol_HeaderActive] = of(active);
    colour[ImGuiCol_CheckMark] = of(kBlue);
    colour[ImGuiCol_SliderGrab] = of(kBlue, 0.75);
    colour[ImGuiCol_SliderGrabActive] = of(kBlue);
    colour[ImGuiCol_Tab] = of(panel);
    colour[ImGuiCol_TabHovered] = of(hover);
    colour[ImGuiCol_TabActive] = of(active);
    colour[ImGuiCol_Separator] = of(kGrid);
    colour[ImGuiCol_NavHighlight] = of(kBlue);
}

}  // namespace bevlogen
