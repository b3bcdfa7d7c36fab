// Rows and columns of values as colours, with the ramp that says what they mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viewer/plot/axes.hpp"

namespace bevlogen {

struct HeatMap {
    std::string title;
    std::string row_title, column_title;
    std::size_t rows = 0, columns = 0;
    std::vector<float> values;              // [row][column]; NaN where there is nothing
    std::vector<std::string> row_groups{};  // a word for each stretch of rows, from the top ...
    std::vector<std::size_t> group_ends{};  // ... and past which row it ends
    AxisRange range;                        // of the ramp; values beyond have the colours of its ends
    bool is_diverging = false;              // the ramp's middle is the middle of the range
    std::string value_title;
    NumberStyle style = NumberStyle::plain;
    std::optional<std::size_t> chosen{};  // a cell with a frame
};

struct PlacedMap {
    Box cells;
    std::size_t rows = 0, columns = 0;
    std::optional<std::size_t> cell_at(Point at) const;  // row x columns + column
};
PlacedMap draw(const HeatMap& map, const Box& box, const TextStyle& text, Drawing& drawing);

}  // namespace bevlogen
