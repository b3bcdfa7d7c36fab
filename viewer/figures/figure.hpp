// One figure: what to draw, and the numbers behind it. The screen and the files are made of the same.
#pragma once

#include <functional>
#include <string>

#include "viewer/plot/axes.hpp"
#include "viewer/plot/drawing.hpp"
#include "viewer/plot/table.hpp"

namespace bevlogen {

struct Figure {
    std::string name;   // of a file: "burnt-out-by-phase"
    std::string title;  // read out in place of the picture
    std::function<void(const Box& box, const TextStyle& text, Drawing& drawing)> draw;
    std::function<Table()> table;
};

// Room for so many lines of text, a few words each; else a figure draws nothing, and who shows it says so.
inline bool has_room(const Box& box, const TextStyle& text, float lines) {
    return box.width() >= 12.0f * text.size && box.height() >= lines * text.size;
}

}  // namespace bevlogen
