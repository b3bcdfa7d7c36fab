// Saves a figure as SVG, PNG or CSV, under a name that is still free.
#pragma once

#include <filesystem>

#include "viewer/scene/commands.hpp"
#include "viewer/window/window.hpp"

namespace bevlogen {

// The path that was written. A PNG is read off the frame that has been drawn. Throws std::runtime_error; then nothing of that name is
// there.
std::filesystem::path save_figure(const ExportFigure& what, const std::filesystem::path& folder, const TextStyle& text,
                                  const Window& window);

// The whole frame that has been drawn, as PNG. Throws std::runtime_error.
void save_screenshot(const std::filesystem::path& path, const Window& window);

}  // namespace bevlogen
