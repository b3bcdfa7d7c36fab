// Intervals behind, points before them.
#include "viewer/plot/point_chart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

AxisRange with_room(double low, double high) {
    if (!(low <= high)) return {0.0, 1.0};
    const double room = high > low ? 0.05 * (high - low) : std::max(std::abs(high) * 0.1, 1e-3);
    return {low - room, high + room};
}

}  // namespace

void fit_axes(PointChart& chart) {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    double left = kInfinite, right = -kInfinite, low = kInfinite, high = -kInfinite;
    for (const PlottedPoint& point : chart.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        const double half = std::isfinite(point.half_width) ? point.half_width : 0.0;
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        low = std::min(low, point.y - half);
        high = std::max(high, point.y + half);
    }
    chart.x.range = with_room(left, right);
    chart.y.range = with_room(low, high);
}

Placed draw(const PointChart& chart, const Box& box, const TextStyle& text, Drawing& drawing) {
    const float title_size = text.size * 1.12f, top = chart.title.empty() ? 0.0f : title_size * 1.45f;
    if (!chart.title.empty())
        drawing.add(TextMark{
            {box.left, box.top + top * 0.45f}, fitted(chart.title, box.width(), title_size, text.measure), colours::kInk, title_size});
    const Placed placed = draw_axes(chart.x, chart.y, box, top, text, drawing);
    const auto is_there = [](const PlottedPoint& point) { return std::isfinite(point.x) && std::isfinite(point.y); };
    for (const PlottedPoint& point : chart.points) {
        if (!is_there(point) || !std::isfinite(point.half_width)) continue;
        drawing.add(LineMark{{placed.at(point.x, point.y - point.half_width), placed.at(point.x, point.y + point.half_width)},
                             colours::kBlue.with_alpha(0.35),
                             1.5f},
                    placed.frame);
    }
    for (const PlottedPoint& point : chart.points) {
        if (is_there(point))
            drawing.add(
                DotMark{placed.at(point.x, point.y), point.is_chosen ? 6.0f : 3.5f, point.is_chosen ? colours::kVermilion : colours::kBlue},
                placed.frame);
    }
    return placed;
}

}  // namespace bevlogen
