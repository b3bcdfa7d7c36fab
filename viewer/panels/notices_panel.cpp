// A few seconds each; what was refused stays longer.
#include "viewer/panels/notices_panel.hpp"

#include <imgui.h>

#include <algorithm>

#include "viewer/panels/widgets.hpp"
#include "viewer/plot/colour.hpp"

namespace bevlogen {
namespace {

constexpr double kWritten = 8.0, kRefused = 20.0;  // seconds
constexpr std::size_t kMost = 4;

void banner(const char* name, ImVec2 bottom_left, float width, Colour colour, const std::string& text) {
    ImGui::SetNextWindowPos(bottom_left, ImGuiCond_Always, {0.0f, 1.0f});
    ImGui::SetNextWindowSizeConstraints({width, 0.0f}, {width, 2000.0f});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(colour.red, colour.green, colour.blue, 245));
    ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(255, 255, 255, 255));
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoInputs);
    wrapped_text(text);
    ImGui::End();
    ImGui::PopStyleColor(2);
}

}  // namespace

void NoticesPanel::add(Notice notice) {
    const double seconds = notice.is_refusal ? kRefused : kWritten;
    while (!notice.text.empty() && notice.text.back() == '\n') notice.text.pop_back();
    shown_.push_back({std::move(notice), seconds});
    if (shown_.size() > kMost) shown_.pop_front();
}

void NoticesPanel::show(Frame& frame) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    if (shown_.empty()) return;
    std::string refused, written;
    for (Shown& one : shown_) {
        one.seconds_left -= static_cast<double>(ImGui::GetIO().DeltaTime);
        std::string& text = one.notice.is_refusal ? refused : written;
        text += (text.empty() ? "" : "\n") + one.notice.text;
    }
    const float width = std::min(screen.x - 20.0f, 44.0f * frame.view.text_size);
    float bottom = screen.y - 10.0f;
    if (!written.empty()) {
        banner("written", {10.0f, bottom}, width, colours::kNavy, written);
        bottom -= 5.0f * frame.view.text_size;
    }
    if (!refused.empty()) banner("refused", {10.0f, bottom}, width, Colour{160, 60, 0}, refused);
    std::erase_if(shown_, [](const Shown& one) { return one.seconds_left <= 0.0; });
}

void NoticesPanel::show_failure(const Frame& frame, const std::string& text) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    banner("failure", {10.0f, screen.y * 0.5f}, std::min(screen.x - 20.0f, 60.0f * frame.view.text_size), Colour{160, 60, 0}, text);
}

}  // namespace bevlogen
