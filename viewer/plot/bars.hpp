// Horizontal bars, each with a mark where it would have been.
#pragma once

#include <string>
#include <vector>

#include "viewer/plot/axes.hpp"

namespace bevlogen {

struct Bar {
    std::string name;
    double value = 0.0;
    double ghost = 0.0;  // a line across; none where it is not a number
    std::string words;   // at the right of the bar
    Colour colour = colours::kBlue;
};

struct BarChart {
    std::string title;
    std::string value_title;  // with its unit
    std::vector<Bar> bars;
};

void draw(const BarChart& chart, const Box& box, const TextStyle& text, Drawing& drawing);

}  // namespace bevlogen
