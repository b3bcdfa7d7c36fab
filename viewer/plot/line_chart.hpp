// Curves over time, with what the run changed against its ghost as the area between the two.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "viewer/plot/axes.hpp"

namespace bevlogen {

struct Curve {
    std::string name;
    Colour colour;
    std::vector<float> x, y;           // as many each; a value that is not a number leaves a gap
    std::vector<float> half_widths{};  // of an interval around y; empty: none is drawn
    float width = 2.0f;
    Stroke stroke = Stroke::solid;
};

// The area between two curves of the chart over the same x.
struct Between {
    std::size_t from = 0, to = 0;
    Colour above, below;  // where `to` lies above `from`, and below
};

struct Moment {
    double x = 0.0;
    std::string text;
    Colour colour = colours::kQuiet;
};

struct LineChart {
    std::string title;
    std::string value;  // beside the title, at the right: what it is now
    Colour value_colour = colours::kInk;
    Axis x, y;
    std::vector<Curve> curves;
    std::optional<Between> between{};
    std::vector<Moment> moments{};
    bool is_chosen = false;
    bool is_value_below = false;  // the title, as in a chart beside this one; else only where both do not fit into one row
};

// A range that holds all values, and intervals unless they are much wider, with some room; of values that are all the same, some room
// around them.
AxisRange range_of(std::span<const Curve> curves);

// Whether title and value fit into one row.
bool fits_in_a_row(const LineChart& chart, float width, const TextStyle& text);

Placed draw(const LineChart& chart, const Box& box, const TextStyle& text, Drawing& drawing);

}  // namespace bevlogen
