// The left margin is as wide as the widest label of the y axis.
#include "viewer/plot/axes.hpp"

#include <algorithm>

namespace bevlogen {
namespace {

constexpr float kGap = 5.0f;
constexpr float kLineHeight = 1.35f;  // of the font's size

float share_of(double value, AxisRange range) { return static_cast<float>((value - range.low) / (range.high - range.low)); }

}  // namespace

Point Placed::at(double x_value, double y_value) const {
    return {frame.left + share_of(x_value, x) * frame.width(), frame.bottom - share_of(y_value, y) * frame.height()};
}
double Placed::x_at(float pixel) const { return x.low + (x.high - x.low) * static_cast<double>((pixel - frame.left) / frame.width()); }
double Placed::y_at(float pixel) const { return y.low + (y.high - y.low) * static_cast<double>((frame.bottom - pixel) / frame.height()); }

std::string fitted(const std::string& text, float width, float size, const MeasureText& measure) {
    if (measure(text, size) <= width) return text;
    std::string cut = text;
    while (!cut.empty()) {
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0u) == 0x80u) cut.pop_back();  // the rest of a UTF-8 letter
        if (!cut.empty()) cut.pop_back();
        while (!cut.empty() && cut.back() == ' ') cut.pop_back();
        if (measure(cut + "\u2026", size) <= width) return cut + "\u2026";
    }
    return {};
}

Placed draw_axes(const Axis& x, const Axis& y, const Box& box, float top, const TextStyle& text, Drawing& drawing) {
    const float line = text.size * kLineHeight;
    const float above = top + (y.title.empty() ? line * 0.5f : line);
    const float below = (x.has_labels ? line : 0.0f) + (x.title.empty() ? 0.0f : line) + 2.0f;
    const float height = std::max(box.height() - above - below, 1.0f);
    const Ticks y_ticks = nice_ticks(y.range.low, y.range.high, std::clamp(static_cast<int>(height / (line * 1.9f)), 2, 6));
    float left = 0.0f;
    if (y.has_labels) {
        for (const double tick : y_ticks.at)
            left = std::max(left, text.measure(tick_text(tick, y_ticks, y.style, text.language), text.size));
    }
    // Where words leave no room for the frame, there is the frame alone.
    if (box.height() - above - below < line * 0.5f || box.width() - left - 2.0f * kGap < line) {
        const float from = std::clamp(box.height() - line, 0.0f, top);
        return {{box.left, box.top + from, std::max(box.right, box.left + 1.0f), std::max(box.bottom, box.top + from + 1.0f)},
                x.range,
                y.range};
    }
    Placed placed{
        {box.left + left + kGap, box.top + above, std::max(box.right - kGap, box.left + left + kGap + 1.0f), 0.0f}, x.range, y.range};
    placed.frame.bottom = placed.frame.top + height;
    const Box& frame = placed.frame;
    for (const double tick : y_ticks.at) {
        const float at = placed.at(x.range.low, tick).y;
        drawing.add(LineMark{{{frame.left, at}, {frame.right, at}}, tick == 0.0 ? colours::kFaint : colours::kGrid});
        if (y.has_labels)
            drawing.add(TextMark{
                {frame.left - kGap, at}, tick_text(tick, y_ticks, y.style, text.language), colours::kQuiet, text.size, Align::right});
    }
    const Ticks x_ticks = nice_ticks(x.range.low, x.range.high, std::clamp(static_cast<int>(frame.width() / (text.size * 4.0f)), 1, 12));
    for (const double tick : x_ticks.at) {
        const float at = placed.at(tick, y.range.low).x;
        drawing.add(LineMark{{{at, frame.top}, {at, frame.bottom}}, colours::kGrid});
        if (x.has_labels)
            drawing.add(TextMark{{at, frame.bottom + line * 0.6f},
                                 tick_text(tick, x_ticks, x.style, text.language),
                                 colours::kQuiet,
                                 text.size,
                                 Align::centre});
    }
    drawing.add(LineMark{{{frame.left, frame.bottom}, {frame.right, frame.bottom}}, colours::kFaint});
    if (!y.title.empty())
        drawing.add(TextMark{
            {box.left, box.top + top + line * 0.4f}, fitted(y.title, box.width(), text.size, text.measure), colours::kQuiet, text.size});
    if (!x.title.empty())
        drawing.add(TextMark{{frame.right, frame.bottom + (x.has_labels ? line * 1.6f : line * 0.6f)},
                             fitted(x.title, frame.width(), text.size, text.measure),
                             colours::kQuiet,
                             text.size,
                             Align::right});
    return placed;
}

}  // namespace bevlogen
