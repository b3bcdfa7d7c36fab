// The window of the operating system with OpenGL in it, and Dear ImGui's frame.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "viewer/plot/drawing.hpp"
#include "viewer/plot/png.hpp"

namespace bevlogen {

// There is no display, or no OpenGL 3.3 on it; says what to do.
class NoWindow : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct WindowSize {
    int width = 1600, height = 1000;  // in pixels
    bool fits_screen = true;          // made smaller where the screen has no room for it
};

class Window {
  public:
    // Throws NoWindow. One at a time.
    Window(const std::string& title, WindowSize size, float text_size);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool is_closing() const;
    WindowSize size() const;
    // Waits for what the user does, at most so long, and begins a frame.
    void begin_frame(double most_seconds);
    // Draws what was put together. The frame can be read until it is shown.
    void draw_frame();
    void show_frame();
    // Of the frame drawn: a box in pixels of the window, cut at its edges.
    Pixels read(const Box& box) const;

    // In pixels; the font is made anew before the next frame.
    void change_text_size(float size);
    // Files that were dropped on the window since the last call.
    std::vector<std::filesystem::path> take_dropped();
    // "OpenGL 4.5 (Compatibility Profile) Mesa 22.3.6, llvmpipe".
    std::string renderer() const;

  private:
    struct Open;
    std::unique_ptr<Open> open_;
};

}  // namespace bevlogen
