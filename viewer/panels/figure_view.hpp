// A figure on the screen: drawn anew only when what it shows has changed, with a menu that saves it.
#pragma once

#include <cstddef>
#include <initializer_list>

#include "viewer/figures/figure.hpp"
#include "viewer/scene/scene.hpp"

namespace bevlogen {

class CellTextures;

// What the pointer does over a figure; in pixels of the figure.
struct Pointer {
    bool is_over = false, is_pressed = false;  // pressed: a click ends in this frame
    Point at;
};

class FigureView {
  public:
    // `name` is unique in the window, and the figure's place is called so. Takes the whole width and `height` pixels. `make` is called
    // where the version, the size or the text differs from the last frame's.
    template <class Make>
    Pointer show(Frame& frame, CellTextures& textures, const char* name, std::size_t version, float height, const Make& make) {
        if (is_due(frame, version, height)) redraw(frame, make());
        return show_drawn(frame, textures, name);
    }
    // Where the figure stands in the window.
    Point origin() const { return origin_; }

  private:
    bool is_due(const Frame& frame, std::size_t version, float height);
    void redraw(const Frame& frame, Figure figure);
    Pointer show_drawn(Frame& frame, CellTextures& textures, const char* name);

    Figure figure_;
    Drawing drawing_;
    std::size_t version_ = 0;
    float text_size_ = 0.0f;
    Language language_ = Language::english;
    bool is_new_ = true;
    Point origin_;
};

}  // namespace bevlogen
