// Which panel stands at the side.
#pragma once

#include "viewer/scene/scene.hpp"

namespace bevlogen {

// What stands beside the side panel already and needs no tab.
struct ShownBeside {
    bool measures = true, curves = true;
};
void show_side_tabs(Scene& scene, const ShownBeside& beside);

}  // namespace bevlogen
