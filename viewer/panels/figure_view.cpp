// Keeps the marks of the last drawing.
#include "viewer/panels/figure_view.hpp"

#include <imgui.h>

#include <algorithm>

#include "viewer/panels/widgets.hpp"
#include "viewer/window/on_screen.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kFigureText = 0.87f;  // of the window's text
constexpr float kLeastSide = 60.0f;   // pixels
constexpr float kLeastLines = 10.0f;  // of text, that most figures need

}  // namespace

bool FigureView::is_due(const Frame& frame, std::size_t version, float height) {
    const float width = ImGui::GetContentRegionAvail().x;
    const bool is_same = !is_new_ && version == version_ && drawing_.width == width && drawing_.height == height &&
                         text_size_ == frame.view.text_size && language_ == frame.view.language;
    if (is_same) return false;
    is_new_ = false;
    version_ = version;
    text_size_ = frame.view.text_size;
    language_ = frame.view.language;
    drawing_.width = width;
    drawing_.height = height;
    return true;
}

void FigureView::redraw(const Frame& frame, Figure figure) {
    figure_ = std::move(figure);
    drawing_.marks.clear();
    if (drawing_.width < kLeastSide || drawing_.height < kLeastSide) return;
    const TextStyle text{frame.view.language, frame.view.text_size * kFigureText, measure_on_screen()};
    figure_.draw({4.0f, 2.0f, drawing_.width - 4.0f, drawing_.height - 2.0f}, text, drawing_);
}

Pointer FigureView::show_drawn(Frame& frame, CellTextures& textures, const char* name) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    origin_ = {corner.x, corner.y};
    const Box on_screen{corner.x, corner.y, corner.x + drawing_.width, corner.y + drawing_.height};
    ImGui::InvisibleButton(name, {std::max(drawing_.width, 1.0f), std::max(drawing_.height, 1.0f)});
    frame.places.put(name, on_screen);
    Pointer pointer;
    pointer.is_over = ImGui::IsItemHovered();
    pointer.is_pressed = ImGui::IsItemDeactivated() && pointer.is_over;
    pointer.at = {ImGui::GetIO().MousePos.x - corner.x, ImGui::GetIO().MousePos.y - corner.y};
    draw_on_screen(drawing_, origin_, *ImGui::GetWindowDrawList(), textures);
    if (drawing_.marks.empty() && !has_room({0.0f, 0.0f, drawing_.width, drawing_.height},
                                            {frame.view.language, frame.view.text_size * kFigureText, {}}, kLeastLines)) {
        ImGui::SetCursorScreenPos(corner);
        quiet_text(frame.say(words::kTooSmall));
    }
    if (ImGui::BeginPopupContextItem(name)) {
        const std::string base = std::string(name) + "/";
        for (const auto& [form, words] : {std::pair{ExportForm::svg, "SVG"}, {ExportForm::png, "PNG"}, {ExportForm::csv, "CSV"}}) {
            if (ImGui::MenuItem(words)) frame.commands.post(ExportFigure{figure_, form, on_screen});
            const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
            frame.places.put(base + words, {from.x, from.y, to.x, to.y});
        }
        ImGui::EndPopup();
    }
    return pointer;
}

}  // namespace bevlogen
