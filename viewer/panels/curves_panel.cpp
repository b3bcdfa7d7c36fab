// The pointer reads values off.
#include "viewer/panels/curves_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viewer/figures/curves.hpp"
#include "viewer/figures/outcome_words.hpp"
#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {

void CurvesPanel::choose_outcome(Scene& scene) {
    ImGui::AlignTextToFramePadding();
    ImGui::SetNextItemWidth(std::min(ImGui::GetContentRegionAvail().x, 22.0f * scene.view.text_size));
    const bool is_open = ImGui::BeginCombo("###outcome", capitalised(scene.say(scene.outcome(scene.view.outcome).label)).c_str(),
                                           ImGuiComboFlags_HeightLarge);
    note_place(scene, "outcome");
    if (is_open) {
        for (std::size_t o = 0; o < scene.model.outcomes().size(); ++o) {
            const std::string words = capitalised(scene.say(scene.outcome(o).label)) + "###" + scene.outcome(o).name;
            if (ImGui::Selectable(words.c_str(), o == scene.view.outcome)) scene.view.outcome = o;
        }
        ImGui::EndCombo();
    }
    if (ImGui::IsItemHovered()) tooltip(scene.say(words::kOutcome));
    if (!scene.is_live && scene.now->chosen == 0) return;
    ImGui::SameLine();
    if (choice_button(scene, "level", words::kLevel, scene.view.form == CurveForm::level)) scene.view.form = CurveForm::level;
    ImGui::SameLine();
    if (choice_button(scene, "difference", scene.is_live ? words::kDifference : words::kDifferenceFromFirst,
                      scene.view.form == CurveForm::difference))
        scene.view.form = CurveForm::difference;
}

void CurvesPanel::tell_of_pointer(const Scene& scene, const Pointer& pointer) const {
    const auto curve = scene.curve_of(scene.view.outcome);
    if (!pointer.is_over || !curve) return;
    const OutcomeDecl& outcome = scene.outcome(scene.view.outcome);
    for (std::size_t phase = 0; phase < placed_.size(); ++phase) {
        if (!placed_[phase].frame.contains(pointer.at)) continue;
        const int week =
            std::max(1, static_cast<int>(std::lround(placed_[phase].x_at(pointer.at.x) * kWeeksPerYear / kWeeksPerEpoch))) * kWeeksPerEpoch;
        const auto clearing = static_cast<std::size_t>(week / kWeeksPerEpoch - 1);
        std::string text =
            fmt::format("{}, {} {}", capitalised(scene.say(scene.model.phases().labels[phase])), scene.say(words::kWeek), week);
        const bool is_difference = scene.view.form == CurveForm::difference;
        for (std::size_t line = is_difference ? 1 : 0; line < scene.now->lines.size(); ++line) {
            const Curves &curves = scene.now->lines[line].curves, &base = scene.now->base().curves;
            if (clearing >= std::min(curves.clearings, base.clearings)) continue;
            const auto half = is_difference ? curves.difference_half_widths_of(*curve, phase) : curves.half_widths_of(*curve, phase);
            const double from = is_difference ? static_cast<double>(base.at(*curve, phase, clearing)) : 0.0;
            const NumberStyle style = style_of(outcome), differences = style_of_differences(style);
            text +=
                fmt::format("\n{}: {}", line_name(*scene.now, line, scene.is_live, scene.view.language),
                            value_text(static_cast<double>(curves.at(*curve, phase, clearing)) - from, is_difference ? differences : style,
                                       scene.view.language, is_difference ? Sign::always : Sign::where_negative));
            if (!half.empty() && std::isfinite(half[clearing]))
                text += " \u00b1 " + value_text(static_cast<double>(half[clearing]), differences, scene.view.language);
        }
        if (text.find('\n') != std::string::npos) tooltip(text);
    }
}

void CurvesPanel::show(Scene& scene, CellTextures& textures) {
    choose_outcome(scene);
    const CurveChoice choice{scene.view.outcome, scene.view.form, static_cast<double>(scene.scenario.years), scene.is_live,
                             scene.view.language};
    const std::size_t version = version_of({scene.version(), choice.outcome, static_cast<std::size_t>(choice.form), scene.now->chosen,
                                            scene.curve_of(choice.outcome).has_value()});
    const float height = std::max(ImGui::GetContentRegionAvail().y, 40.0f);
    const Pointer pointer =
        view_.show(scene, textures, "curves", version, height, [&] { return curves_figure(scene.model, scene.now, choice, &placed_); });
    tell_of_pointer(scene, pointer);
}

}  // namespace bevlogen
