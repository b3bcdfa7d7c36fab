// A frame with two axes: where values lie in it, and its grid, ticks and titles as marks.
#pragma once

#include <string>

#include "viewer/plot/drawing.hpp"
#include "viewer/plot/numbers.hpp"

namespace bevlogen {

struct AxisRange {
    double low = 0.0, high = 1.0;
    bool operator==(const AxisRange&) const = default;
};

struct Axis {
    AxisRange range;
    std::string title;  // with its unit
    NumberStyle style = NumberStyle::plain;
    bool has_labels = true;  // else the grid alone
};

// Where values lie on the page.
struct Placed {
    Box frame;
    AxisRange x, y;

    Point at(double x_value, double y_value) const;
    double x_at(float pixel) const;
    double y_at(float pixel) const;
};

struct TextStyle {
    Language language = Language::english;
    float size = 13.0f;  // of ticks and titles, in pixels
    MeasureText measure;
};

// The title of the y axis stands above the frame, that of the x axis below it: nobody turns their head. `top`: room above that others use.
Placed draw_axes(const Axis& x, const Axis& y, const Box& box, float top, const TextStyle& text, Drawing& drawing);

// Cut to a width, with an ellipsis.
std::string fitted(const std::string& text, float width, float size, const MeasureText& measure);

}  // namespace bevlogen
