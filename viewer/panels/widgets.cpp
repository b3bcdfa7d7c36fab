// Thin over Dear ImGui.
#include "viewer/panels/widgets.hpp"

#include <imgui.h>

#include "viewer/plot/colour.hpp"

namespace bevlogen {
namespace {

ImU32 packed(Colour c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }
constexpr float kTooltipLetters = 46.0f;  // a line

}  // namespace

void note_place(Frame& frame, const std::string& name) {
    const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
    frame.places.put(name, {from.x, from.y, to.x, to.y});
}

bool button(Frame& frame, const std::string& name, const Label& words, Emphasis emphasis) {
    const bool is_strong = emphasis == Emphasis::strong;
    if (is_strong) {
        ImGui::PushStyleColor(ImGuiCol_Button, packed(colours::kBlue));
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, packed(mixed(colours::kBlue, colours::kPaper, 0.15)));
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, packed(mixed(colours::kBlue, colours::kInk, 0.2)));
        ImGui::PushStyleColor(ImGuiCol_Text, packed(colours::kPaper));
    }
    const bool is_pressed = ImGui::Button((frame.say(words) + "###" + name).c_str());
    if (is_strong) ImGui::PopStyleColor(4);
    note_place(frame, name);
    return is_pressed;
}

bool choice_button(Frame& frame, const std::string& name, const Label& words, bool is_chosen) {
    if (is_chosen) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    const bool is_pressed = button(frame, name, words);
    if (is_chosen) ImGui::PopStyleColor();
    return is_pressed;
}

void quiet_text(const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, packed(colours::kQuiet));
    wrapped_text(text);
    ImGui::PopStyleColor();
}

void wrapped_text(const std::string& text) {
    ImGui::PushTextWrapPos(0.0f);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
}

void tooltip(const std::string& text) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ImGui::GetFontSize() * kTooltipLetters);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

}  // namespace bevlogen
