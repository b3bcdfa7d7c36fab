// A figure as marks in order, whatever draws them: a screen or a file. Knows neither data nor windows.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "viewer/plot/colour.hpp"

namespace bevlogen {

// In pixels, from the upper left corner of the drawing.
struct Point {
    float x = 0.0f, y = 0.0f;
    bool operator==(const Point&) const = default;
};
struct Box {
    float left = 0.0f, top = 0.0f, right = 0.0f, bottom = 0.0f;

    float width() const { return right - left; }
    float height() const { return bottom - top; }
    bool contains(Point at) const { return at.x >= left && at.x < right && at.y >= top && at.y < bottom; }
    Box inset(float by) const { return {left + by, top + by, right - by, bottom - by}; }
    Box moved(Point by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }
    bool operator==(const Box&) const = default;
};

enum class Stroke { solid, dashed };
struct LineMark {
    std::vector<Point> points;
    Colour colour{};
    float width = 1.0f;
    Stroke stroke = Stroke::solid;
};
// Between two lines over the same abscissae.
struct BandMark {
    std::vector<Point> upper, lower;
    Colour colour{};
};
struct BoxMark {
    Box box;
    Colour fill;
    std::optional<Colour> outline{};
};
struct DotMark {
    Point at;
    float radius = 3.0f;
    Colour colour{};
};
// A picture of whole cells, row by row from the top; a cell of alpha 0 is not there.
struct CellsMark {
    Box box;
    std::size_t columns = 0, rows = 0;
    std::shared_ptr<const std::vector<Colour>> cells;
};
enum class Align { left, centre, right };
struct TextMark {
    Point at;  // the middle of the line's height; left end, centre or right end of its width
    std::string text;
    Colour colour = colours::kInk;
    float size = 13.0f;  // of the font, in pixels
    Align align = Align::left;
};
using Mark = std::variant<LineMark, BandMark, BoxMark, DotMark, CellsMark, TextMark>;

struct ClippedMark {
    Mark mark;
    std::optional<Box> clip{};  // what lies outside is not seen
};

struct Drawing {
    float width = 0.0f, height = 0.0f;
    std::vector<ClippedMark> marks;

    void add(Mark mark) { marks.push_back({std::move(mark), {}}); }
    void add(Mark mark, const Box& clip) { marks.push_back({std::move(mark), clip}); }
};

// Width of a text in pixels at a size of the font.
using MeasureText = std::function<float(std::string_view text, float size)>;

}  // namespace bevlogen
