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
    constexpr Colour kPanel{247, 248, 250}, kFrame{255, 255, 255}, kHover{228, 238, 247}, kActive{204, 224, 240};
    ImVec4* colour = style.Colors;
    colour[ImGuiCol_Text] = of(kInk);
    colour[ImGuiCol_TextDisabled] = of(kQuiet);
    colour[ImGuiCol_WindowBg] = of(kPaper);
    colour[ImGuiCol_ChildBg] = of(kPanel, 0.0);
    colour[ImGuiCol_PopupBg] = of(kPaper);
    colour[ImGuiCol_Border] = of(kFaint);
    colour[ImGuiCol_FrameBg] = of(kFrame);
    colour[ImGuiCol_FrameBgHovered] = of(kHover);
    colour[ImGuiCol_FrameBgActive] = of(kActive);
    colour[ImGuiCol_Button] = of(kPanel);
    colour[ImGuiCol_ButtonHovered] = of(kHover);
    colour[ImGuiCol_ButtonActive] = of(kActive);
    colour[ImGuiCol_Header] = of(kHover);
    colour[ImGuiCol_HeaderHovered] = of(kHover);
    colour[ImGuiCol_HeaderActive] = of(kActive);
    colour[ImGuiCol_CheckMark] = of(kBlue);
    colour[ImGuiCol_SliderGrab] = of(kBlue, 0.75);
    colour[ImGuiCol_SliderGrabActive] = of(kBlue);
    colour[ImGuiCol_Tab] = of(kPanel);
    colour[ImGuiCol_TabHovered] = of(kHover);
    colour[ImGuiCol_TabActive] = of(kActive);
    colour[ImGuiCol_Separator] = of(kGrid);
    colour[ImGuiCol_NavHighlight] = of(kBlue);
}

}  // namespace bevlogen
