// The viewer: a source, a window, and panels that show the one in the other.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "viewer/scene/view_state.hpp"
#include "viewer/source/source.hpp"
#include "viewer/window/window.hpp"

namespace bevlogen {

struct ApplicationOptions {
    WindowSize size;
    ViewState view;
    bool follows_somebody = false;       // the first of everybody who is looked at
    std::filesystem::path folder = ".";  // where figures are saved
    std::filesystem::path screenshot;    // of the last frame; none where it is empty
    int frames = 0;                      // after which it ends, counted from the first with something to see; 0: goes on
    std::filesystem::path places;        // where things stand on the screen, written after each frame; not where it is empty
    std::filesystem::path timings;       // seconds of each frame, a line each; not where it is empty
};

// Until the user quits. Returns whether all went well: a session that has failed has not. Throws NoWindow, and std::runtime_error where
// the screenshot cannot be written.
bool run_application(Source& source, const ApplicationOptions& options);

}  // namespace bevlogen
