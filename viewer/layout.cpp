// Sizes follow the text, so that larger text has larger parts.
#include "viewer/layout.hpp"

#include <algorithm>

#include "viewer/figures/time_line.hpp"

namespace bevlogen {

Layout layout_of(const Scene& scene, float width, float height) {
    const float text = scene.view.text_size;
    const bool is_wide = width >= 76.0f * text, has_side = width >= 54.0f * text;
    Layout layout;
    const float rows = width >= 66.0f * text ? 1.0f : width >= 36.0f * text ? 2.0f : 4.0f;
    layout.transport = {0.0f, 0.0f, width, std::min(rows * 2.15f * text + 1.1f * text, height)};
    Box rest{0.0f, layout.transport.bottom, width, height};
    if (rest.height() > 26.0f * text) {
        std::size_t lanes = 0;
        for (const LineNow& line : scene.now->lines) lanes += lane_count(line);
        const float line = std::min(6.8f * text + static_cast<float>(std::max<std::size_t>(lanes, 2)) * 1.9f * text, rest.height() * 0.34f);
        layout.time_line = Box{0.0f, height - line, width, height};
        rest.bottom -= line;
    }
    if (is_wide && scene.is_live) {
        const float left = std::clamp(width * 0.18f, 17.0f * text, 24.0f * text);
        layout.measures = Box{0.0f, rest.top, left, rest.bottom};
        rest.left = left;
    }
    if (has_side) {
        const float side = std::clamp(width * 0.31f, 22.0f * text, 46.0f * text);
        layout.side = Box{width - side, rest.top, width, rest.bottom};
        rest.right = width - side;
    } else if (scene.view.side != SidePanel::curves) {
        layout.side = rest;
        return layout;
    } else if (rest.height() > 3.0f * text) {
        // The row of tabs stands above the curves.
        layout.side = Box{rest.left, rest.top, rest.right, rest.top + 3.0f * text};
        rest.top += 3.0f * text;
    }
    if (rest.height() > 16.0f * text) {
        layout.headlines = Box{rest.left, rest.top, rest.right, rest.top + 5.0f * text};
        rest.top += 5.0f * text;
    }
    layout.curves = rest;
    return layout;
}

}  // namespace bevlogen
