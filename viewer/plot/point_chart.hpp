// Points with intervals: what came out where a parameter stood.
#pragma once

#include <string>
#include <vector>

#include "viewer/plot/axes.hpp"

namespace bevlogen {

struct PlottedPoint {
    double x = 0.0, y = 0.0;
    double half_width = 0.0;  // of the interval around y; none is drawn where it is not a number
    bool is_chosen = false;
};

struct PointChart {
    std::string title;
    Axis x, y;
    std::vector<PlottedPoint> points;
};

// Ranges that hold all points and intervals, with some room.
void fit_axes(PointChart& chart);

Placed draw(const PointChart& chart, const Box& box, const TextStyle& text, Drawing& drawing);

}  // namespace bevlogen
