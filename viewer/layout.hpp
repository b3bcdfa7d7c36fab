// Which part of the window is whose; in a small window parts take turns.
#pragma once

#include <optional>

#include "viewer/plot/drawing.hpp"
#include "viewer/scene/scene.hpp"

namespace bevlogen {

struct Layout {
    Box transport;
    std::optional<Box> measures, headlines, curves, side, time_line;
};

Layout layout_of(const Scene& scene, float width, float height);

}  // namespace bevlogen
