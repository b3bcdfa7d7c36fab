// Begins with the burnt out in the last year, where the sweep has them.
#include "viewer/panels/sweep_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kReach = 10.0f;  // pixels from the pointer to a point

template <class WordOf>
void choose_row(Frame& frame, const char* name, std::size_t count, std::size_t& chosen, const WordOf& word_of) {
    ImGui::SetNextItemWidth(std::min(ImGui::GetContentRegionAvail().x, 21.0f * frame.view.text_size));
    const bool is_open = ImGui::BeginCombo((std::string("###") + name).c_str(), word_of(chosen).c_str(), ImGuiComboFlags_HeightLarge);
    note_place(frame, name);
    if (!is_open) return;
    for (std::size_t i = 0; i < count; ++i) {
        if (ImGui::Selectable((word_of(i) + "###" + std::to_string(i)).c_str(), i == chosen)) chosen = i;
    }
    ImGui::EndCombo();
}

std::optional<std::size_t> point_near(const PointChart& chart, const Placed& placed, Point at) {
    std::optional<std::size_t> nearest;
    float least = kReach;
    for (std::size_t p = 0; p < chart.points.size(); ++p) {
        if (!std::isfinite(chart.points[p].y)) continue;
        const Point point = placed.at(chart.points[p].x, chart.points[p].y);
        const float distance = std::hypot(point.x - at.x, point.y - at.y);
        if (distance < least) {
            least = distance;
            nearest = p;
        }
    }
    return nearest;
}

}  // namespace

void SweepPanel::choose(Frame& frame, const SweepPoints& points) {
    if (is_new_) {
        choice_.year = points.years;
        const auto burnt =
            std::find_if(points.outcomes.begin(), points.outcomes.end(), [](const OutcomeDecl& o) { return o.name == "burnt_out"; });
        if (burnt != points.outcomes.end()) choice_.outcome = static_cast<std::size_t>(burnt - points.outcomes.begin());
        is_new_ = false;
    }
    choice_.language = frame.view.language;
    // A later look may find another sweep under the name.
    choice_.outcome = std::min(choice_.outcome, points.outcomes.size() - 1);
    choice_.parameter = std::min(choice_.parameter, points.parameters.size() - 1);
    choice_.phase = std::min(choice_.phase, points.phases.size() - 1);
    choice_.year = std::clamp<std::size_t>(choice_.year, 1, points.years);
    choose_row(frame, "sweep-outcome", points.outcomes.size(), choice_.outcome,
               [&](std::size_t o) { return capitalised(frame.say(points.outcomes[o].label)); });
    ImGui::SameLine();
    choose_row(frame, "sweep-parameter", points.parameters.size(), choice_.parameter,
               [&](std::size_t p) { return capitalised(frame.say(points.parameters[p].label)); });
    if (ImGui::GetItemRectMax().x + 40.0f * frame.view.text_size < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
        ImGui::SameLine();
    choose_row(frame, "sweep-phase", points.phases.size(), choice_.phase,
               [&](std::size_t p) { return capitalised(frame.say(points.phases.labels[p])); });
    ImGui::SameLine();
    int year = static_cast<int>(choice_.year);
    ImGui::SetNextItemWidth(9.0f * frame.view.text_size);
    if (ImGui::SliderInt((frame.say(words::kYear) + "###sweep-year").c_str(), &year, 1, static_cast<int>(points.years), "%d",
                         ImGuiSliderFlags_AlwaysClamp))
        choice_.year = static_cast<std::size_t>(year);
    note_place(frame, "sweep-year");
}

void SweepPanel::show(Frame& frame, CellTextures& textures, const std::shared_ptr<const SweepPoints>& points, std::size_t version) {
    ImGui::TextUnformatted(frame.say(points->title).c_str());
    const float share =
        points->runs == 0 ? 0.0f : static_cast<float>(points->runs_done + points->runs_failed) / static_cast<float>(points->runs);
    std::string words = fmt::format("{} {} {} {}", points->runs_done, frame.say(words::kOf), points->runs, frame.say(words::kRuns));
    if (points->runs_failed > 0) words += fmt::format(", {} {}", points->runs_failed, frame.say(words::kFailed));
    if (points->is_complete) {
        quiet_text(words);
    } else {
        ImGui::PushStyleColor(ImGuiCol_PlotHistogram, IM_COL32(86, 180, 233, 255));
        ImGui::ProgressBar(share, {-1.0f, 0.0f}, words.c_str());
        ImGui::PopStyleColor();
    }
    note_place(frame, "progress");
    choose(frame, *points);
    quiet_text(frame.say(words::kSweepNote));
    const float height = std::max(ImGui::GetContentRegionAvail().y, 40.0f);
    const std::size_t shown =
        version_of({version, choice_.outcome, choice_.parameter, choice_.phase, choice_.year, choice_.point.value_or(~std::size_t{0})});
    const Pointer pointer = view_.show(frame, textures, "sweep", shown, height, [&] { return sweep_figure(points, choice_, &placed_); });
    if (!pointer.is_over) return;
    const PointChart chart = sweep_chart(*points, choice_);
    const auto near = point_near(chart, placed_, pointer.at);
    if (pointer.is_pressed) choice_.point = near;
    if (!near) return;
    std::string text = fmt::format("{}: {}", capitalised(frame.say(points->outcomes[choice_.outcome].label)),
                                   value_text(chart.points[*near].y, chart.y.style, frame.view.language));
    if (std::isfinite(chart.points[*near].half_width))
        text += " \u00b1 " + value_text(chart.points[*near].half_width, style_of_differences(chart.y.style), frame.view.language);
    text += fmt::format(" ({} {})", points->done[*near], frame.say(words::kReplicates));
    for (std::size_t k = 0; k < points->parameters.size() && k < 12; ++k)
        text += fmt::format("\n{}: {:g}", frame.say(points->parameters[k].label), points->value(*near, k));
    tooltip(text);
}

}  // namespace bevlogen
