// A row of buttons.
#include "viewer/panels/side_tabs.hpp"

#include <imgui.h>

#include "viewer/panels/widgets.hpp"
#include "viewer/words.hpp"

namespace bevlogen {

void show_side_tabs(Scene& scene, const ShownBeside& beside) {
    bool is_first = true;
    const auto tab = [&](const char* name, const Label& words, SidePanel side) {
        const float width =
            ImGui::CalcTextSize(scene.say(words).c_str()).x + 2.0f * ImGui::GetStyle().FramePadding.x + ImGui::GetStyle().ItemSpacing.x;
        if (!is_first && ImGui::GetItemRectMax().x + width < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x)
            ImGui::SameLine();
        is_first = false;
        if (choice_button(scene, name, words, scene.view.side == side)) scene.view.side = side;
    };
    if (!beside.curves) tab("tab-curves", words::kCurves, SidePanel::curves);
    if (!beside.measures) tab("tab-measures", words::kMeasures, SidePanel::measures);
    tab("tab-people", words::kPeople, SidePanel::people);
    tab("tab-hospitals", words::kHospitals, SidePanel::hospitals);
    tab("tab-staffing", words::kStaffing, SidePanel::staffing);
    tab("tab-person", words::kPerson, SidePanel::person);
    ImGui::Spacing();
}

}  // namespace bevlogen
