// A drawing as an SVG file: the same marks, as vectors.
#pragma once

#include <string>

#include "viewer/plot/drawing.hpp"

namespace bevlogen {

// `title` is read out by screen readers.
std::string svg_text(const Drawing& drawing, const std::string& title);

}  // namespace bevlogen
