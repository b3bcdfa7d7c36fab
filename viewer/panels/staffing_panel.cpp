// One figure of three parts.
#include "viewer/panels/staffing_panel.hpp"

#include <imgui.h>

#include <algorithm>

#include "viewer/figures/staffing.hpp"

namespace bevlogen {

void StaffingPanel::show(Scene& scene, CellTextures& textures) {
    const StaffingChoice choice{static_cast<double>(scene.scenario.years), scene.is_live, scene.view.language};
    const float height = std::max(ImGui::GetContentRegionAvail().y, 40.0f);
    view_.show(scene, textures, "staffing", version_of({scene.version(), scene.now->chosen}), height,
               [&] { return staffing_figure(scene.model, scene.now, choice); });
}

}  // namespace bevlogen
