// A click marks a week; the button branches there.
#include "viewer/panels/time_line_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>

#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

std::string measure_name(const std::vector<CatalogueMeasure>& measures, const std::string& entry, Language language) {
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const CatalogueMeasure& m) { return m.entry == entry; });
    return found == measures.end() ? entry : found->intervention.title.in(language);
}

}  // namespace

void TimeLinePanel::show_head(Scene& scene) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(scene.say(words::kTimeLine).c_str());
    if (!scene.is_live) {
        ImGui::SameLine();
        int week = scene.now->now().week.value;
        ImGui::SetNextItemWidth(std::max(ImGui::GetContentRegionAvail().x - 16.0f * scene.view.text_size, 80.0f));
        if (ImGui::SliderInt("###scrub", &week, 0, scene.scenario.recorded_weeks().value, "%d")) scene.commands.post(ScrubTo{Week{week}});
        note_place(scene, "scrub");
        ImGui::SameLine();
        quiet_text(scene.say(words::kScrub));
        return;
    }
    const Week week = scene.now->now().week;
    const Week at = scene.view.branch_week ? std::min(*scene.view.branch_week, week) : week;
    ImGui::SameLine();
    const std::string suggested = std::to_string(scene.now->lines.size());
    std::array<char, 40> typed{};
    name_.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(9.0f * scene.view.text_size);
    if (ImGui::InputTextWithHint("###branch-name", (scene.say(words::kName) + ": " + suggested).c_str(), typed.data(), typed.size()))
        name_ = typed.data();
    note_place(scene, "branch-name");
    ImGui::SameLine();
    const Label branch{fmt::format("{} ({} {})", words::kBranchHere.en, words::kWeek.en, at.value),
                       fmt::format("{} ({} {})", words::kBranchHere.nl, words::kWeek.nl, at.value)};
    if (button(scene, "branch", branch)) {
        scene.commands.post(SessionAct{Branch{name_.empty() ? suggested : name_, at}});
        name_.clear();
        scene.view.branch_week.reset();
    }
    if (ImGui::GetContentRegionAvail().x > 0) {
        ImGui::SameLine();
        if (ImGui::GetContentRegionAvail().x > 30.0f * scene.view.text_size)
            quiet_text(scene.say(words::kClickTime));
        else
            ImGui::NewLine();
    }
}

void TimeLinePanel::press(Scene& scene, Point at) const {
    for (std::size_t line = 0; line < placed_.tracks.size(); ++line) {
        if (!placed_.tracks[line].contains(at)) continue;
        if (!scene.is_live) {
            if (at.x < placed_.placed.frame.left) scene.commands.post(ChooseScenario{line});
        } else if (line > 0 && line != scene.now->chosen) {
            scene.commands.post(SessionAct{Choose{line}});
            scene.view.branch_week.reset();
            return;
        }
    }
    if (!placed_.placed.frame.contains(at)) return;
    if (scene.is_live)
        scene.view.branch_week = std::min(placed_.week_at(at), scene.now->now().week);
    else
        scene.commands.post(ScrubTo{placed_.week_at(at)});
}

void TimeLinePanel::show(Scene& scene, CellTextures& textures) {
    show_head(scene);
    const TimeLineChoice choice{static_cast<double>(scene.scenario.years), scene.is_live, scene.view.branch_week, scene.view.language};
    const float height = std::max(ImGui::GetContentRegionAvail().y, 30.0f);
    const std::size_t version = version_of({scene.version(), scene.now->chosen, scene.now->lines.size(),
                                            choice.marked ? static_cast<std::size_t>(choice.marked->value) + 1 : 0});
    const auto name = [measures = &scene.measures, language = scene.view.language](const std::string& entry) {
        return measure_name(*measures, entry, language);
    };
    const Pointer pointer =
        view_.show(scene, textures, "time-line", version, height, [&] { return time_line_figure(scene.now, choice, name, &placed_); });
    if (pointer.is_pressed) press(scene, pointer.at);
}

}  // namespace bevlogen
