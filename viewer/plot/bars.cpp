// All bars begin at zero.
#include "viewer/plot/bars.hpp"

#include <algorithm>
#include <cmath>

namespace bevlogen {

void draw(const BarChart& chart, const Box& box, const TextStyle& text, Drawing& drawing) {
    const float line = text.size * 1.5f, title_size = text.size * 1.12f;
    drawing.add(
        TextMark{{box.left, box.top + line * 0.5f}, fitted(chart.title, box.width(), title_size, text.measure), colours::kInk, title_size});
    drawing.add(TextMark{
        {box.left, box.top + line * 1.45f}, fitted(chart.value_title, box.width(), text.size, text.measure), colours::kQuiet, text.size});
    if (chart.bars.empty()) return;
    float names = 0.0f, words = 0.0f;
    double most = 0.0;
    for (const Bar& bar : chart.bars) {
        names = std::max(names, text.measure(bar.name, text.size));
        words = std::max(words, text.measure(bar.words, text.size));
        for (const double value : {bar.value, bar.ghost}) {
            if (std::isfinite(value)) most = std::max(most, value);
        }
    }
    names = std::min(names, box.width() * 0.42f);
    const float left = box.left + names + 8.0f, top = box.top + line * 2.1f;
    const float width = std::max(box.right - left - words - 14.0f, 10.0f);
    const float height = std::min(std::max(box.bottom - top, 1.0f) / static_cast<float>(chart.bars.size()), line * 2.0f);
    const float thickness = std::max(height * 0.62f, 3.0f);
    for (std::size_t b = 0; b < chart.bars.size(); ++b) {
        const Bar& bar = chart.bars[b];
        const float y = top + height * (static_cast<float>(b) + 0.5f);
        const auto x_of = [&](double value) { return left + width * static_cast<float>(most > 0.0 ? value / most : 0.0); };
        drawing.add(TextMark{{left - 8.0f, y}, fitted(bar.name, names, text.size, text.measure), colours::kInk, text.size, Align::right});
        const float end = std::isfinite(bar.value) ? x_of(bar.value) : left;
        drawing.add(BoxMark{{left, y - thickness / 2, std::max(end, left + 1.0f), y + thickness / 2}, bar.colour.with_alpha(0.85)});
        float right = end;
        if (std::isfinite(bar.ghost)) {
            const float at = x_of(bar.ghost);
            drawing.add(LineMark{{{at, y - height * 0.45f}, {at, y + height * 0.45f}}, colours::kInk, 2.0f});
            right = std::max(right, at);
        }
        drawing.add(
            TextMark{{right + 6.0f, y}, fitted(bar.words, box.right - right - 6.0f, text.size, text.measure), colours::kInk, text.size});
    }
    drawing.add(LineMark{{{left, top}, {left, top + height * static_cast<float>(chart.bars.size())}}, colours::kFaint});
}

}  // namespace bevlogen
