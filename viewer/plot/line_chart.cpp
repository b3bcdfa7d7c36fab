// Draws from back to front: grid, area, intervals, curves, moments, words.
#include "viewer/plot/line_chart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bevlogen {
namespace {

constexpr float kTitleScale = 1.12f;
constexpr float kLineHeight = 1.45f;
constexpr float kGapToValue = 12.0f;      // pixels
constexpr float kRowsToBreak = 6.5f;      // of title, in the height of a chart
constexpr double kIntervalsBeyond = 1.5;  // of the curves' own range
constexpr double kBandAlpha = 0.16, kAreaAlpha = 0.24;

// Calls `run(first, past)` for each stretch of places that are all there.
template <class IsThere, class Run>
void for_each_stretch(std::size_t count, const IsThere& is_there, const Run& run) {
    for (std::size_t first = 0; first < count;) {
        if (!is_there(first)) {
            ++first;
            continue;
        }
        std::size_t past = first;
        while (past < count && is_there(past)) ++past;
        run(first, past);
        first = past;
    }
}

void draw_interval(const Curve& curve, const Placed& placed, Drawing& drawing) {
    if (curve.half_widths.empty()) return;
    const auto is_there = [&](std::size_t i) { return std::isfinite(curve.y[i]) && std::isfinite(curve.half_widths[i]); };
    for_each_stretch(curve.y.size(), is_there, [&](std::size_t first, std::size_t past) {
        BandMark band{{}, {}, curve.colour.with_alpha(kBandAlpha)};
        for (std::size_t i = first; i < past; ++i) {
            band.upper.push_back(placed.at(curve.x[i], curve.y[i] + curve.half_widths[i]));
            band.lower.push_back(placed.at(curve.x[i], curve.y[i] - curve.half_widths[i]));
        }
        drawing.add(std::move(band), placed.frame);
    });
}

void draw_curve(const Curve& curve, const Placed& placed, Drawing& drawing) {
    const auto is_there = [&](std::size_t i) { return std::isfinite(curve.y[i]); };
    for_each_stretch(curve.y.size(), is_there, [&](std::size_t first, std::size_t past) {
        LineMark line{{}, curve.colour, curve.width, curve.stroke};
        for (std::size_t i = first; i < past; ++i) line.points.push_back(placed.at(curve.x[i], curve.y[i]));
        if (past - first == 1)
            drawing.add(DotMark{line.points.front(), curve.width, curve.colour}, placed.frame);
        else
            drawing.add(std::move(line), placed.frame);
    });
}

// A band for each stretch in which one curve stays on the same side of the other; they meet where the two cross.
void draw_between(const Between& between, std::span<const Curve> curves, const Placed& placed, Drawing& drawing) {
    const Curve &from = curves[between.from], &to = curves[between.to];
    const std::size_t count = std::min(from.y.size(), to.y.size());
    const auto is_there = [&](std::size_t i) { return std::isfinite(from.y[i]) && std::isfinite(to.y[i]); };
    for_each_stretch(count, is_there, [&](std::size_t first, std::size_t past) {
        BandMark band;
        float side = 0.0f;  // of the last point at which they are apart
        const auto finish = [&](bool is_above) {
            band.colour = (is_above ? between.above : between.below).with_alpha(kAreaAlpha);
            if (band.upper.size() > 1) drawing.add(band, placed.frame);
            band.upper.clear();
            band.lower.clear();
        };
        for (std::size_t i = first; i < past; ++i) {
            const float gap = to.y[i] - from.y[i];
            if (i > first) {
                const float before = to.y[i - 1] - from.y[i - 1];
                if (side * gap < 0.0f) {  // also where they met in between
                    const float share = before / (before - gap);
                    const Point meet =
                        placed.at(from.x[i - 1] + share * (from.x[i] - from.x[i - 1]), from.y[i - 1] + share * (from.y[i] - from.y[i - 1]));
                    band.upper.push_back(meet);
                    band.lower.push_back(meet);
                    finish(side > 0.0f);
                    band.upper.push_back(meet);
                    band.lower.push_back(meet);
                }
            }
            band.upper.push_back(placed.at(to.x[i], to.y[i]));
            band.lower.push_back(placed.at(from.x[i], from.y[i]));
            if (gap != 0.0f) side = gap > 0.0f ? 1.0f : -1.0f;
        }
        finish(side > 0.0f);
    });
}

}  // namespace

AxisRange range_of(std::span<const Curve> curves) {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    double low = kInfinite, high = -kInfinite, low_bound = kInfinite, high_bound = -kInfinite;
    for (const Curve& curve : curves) {
        for (std::size_t i = 0; i < curve.y.size(); ++i) {
            if (!std::isfinite(curve.y[i])) continue;
            const double half = curve.half_widths.empty() || !std::isfinite(curve.half_widths[i]) ? 0.0 : curve.half_widths[i];
            low = std::min<double>(low, curve.y[i]);
            high = std::max<double>(high, curve.y[i]);
            low_bound = std::min(low_bound, curve.y[i] - half);
            high_bound = std::max(high_bound, curve.y[i] + half);
        }
    }
    if (!(low <= high)) return {0.0, 1.0};
    const double room = high > low ? 0.06 * (high - low) : std::max(std::abs(high) * 0.1, 1e-3);
    // Intervals of few replicates can be so wide that curves would become flat lines.
    const double most = kIntervalsBeyond * std::max(high - low, room);
    return {std::max(low_bound, low - most) - room, std::min(high_bound, high + most) + room};
}

bool fits_in_a_row(const LineChart& chart, float width, const TextStyle& text) {
    const float size = text.size * kTitleScale;
    return chart.value.empty() || text.measure(chart.title, size) + text.measure(chart.value, size) + kGapToValue <= width;
}

Placed draw(const LineChart& chart, const Box& box, const TextStyle& text, Drawing& drawing) {
    const float title_size = text.size * kTitleScale;
    const float row = title_size * kLineHeight;
    float value_width = chart.value.empty() ? 0.0f : text.measure(chart.value, title_size) + kGapToValue;
    // Where both do not fit into one row, the value stands below the title, if there is height for it.
    const bool is_broken =
        value_width > 0.0f && (chart.is_value_below || !fits_in_a_row(chart, box.width(), text)) && box.height() > kRowsToBreak * row;
    if (is_broken) value_width = 0.0f;
    const float top = chart.title.empty() && chart.value.empty() ? 0.0f : is_broken ? 2.0f * row : row;
    if (!chart.title.empty()) {
        drawing.add(TextMark{{box.left, box.top + row * 0.45f},
                             fitted(chart.title, box.width() - value_width, title_size, text.measure),
                             chart.is_chosen ? colours::kBlue : colours::kInk,
                             title_size});
    }
    // A number is not cut, it becomes smaller.
    const float value_size = title_size * std::min(1.0f, (box.width() - 8.0f) / std::max(text.measure(chart.value, title_size), 1.0f));
    const TextMark value{{box.right - 4.0f, box.top + row * 0.45f}, chart.value, chart.value_colour, value_size, Align::right};
    const TextMark below{{box.left, box.top + row * 1.4f}, chart.value, chart.value_colour, value_size};
    if (!chart.value.empty()) drawing.add(is_broken ? below : value);
    const Placed placed = draw_axes(chart.x, chart.y, box, top, text, drawing);
    if (chart.between) draw_between(*chart.between, chart.curves, placed, drawing);
    for (const Curve& curve : chart.curves) draw_interval(curve, placed, drawing);
    for (const Moment& moment : chart.moments) {
        const float at = placed.at(moment.x, chart.y.range.low).x;
        drawing.add(LineMark{{{at, placed.frame.top}, {at, placed.frame.bottom}}, moment.colour, 1.0f, Stroke::dashed}, placed.frame);
        if (!moment.text.empty()) {
            const std::string words = fitted(moment.text, placed.frame.right - at - 4.0f, text.size, text.measure);
            drawing.add(TextMark{{at + 4.0f, placed.frame.top + text.size * 0.7f}, words, moment.colour, text.size});
        }
    }
    for (const Curve& curve : chart.curves) draw_curve(curve, placed, drawing);
    return placed;
}

}  // namespace bevlogen
