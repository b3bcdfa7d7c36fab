// Draws marks on the screen; cells become textures that last while they are drawn.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "viewer/plot/drawing.hpp"

struct ImDrawList;

namespace bevlogen {

// The font that is loaded. Valid within a frame.
MeasureText measure_on_screen();

class CellTextures {
  public:
    ~CellTextures();
    // The texture of these cells, made where there is none yet.
    unsigned of(const CellsMark& cells);
    // Once a frame: what was not drawn since the last call is given back.
    void drop_unused();

  private:
    struct Texture {
        std::shared_ptr<const std::vector<Colour>> cells;  // keeps the key's address in use
        unsigned name = 0;
        bool is_used = true;
    };
    std::map<const void*, Texture> textures_;
};

void draw_on_screen(const Drawing& drawing, Point origin, ImDrawList& list, CellTextures& textures);

}  // namespace bevlogen
