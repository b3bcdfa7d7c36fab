// One picture of cells; words around it.
#include "viewer/plot/heat_map.hpp"

#include <algorithm>
#include <cmath>

namespace bevlogen {
namespace {

constexpr float kRampWidth = 160.0f, kRampHeight = 10.0f;

Colour colour_of(const HeatMap& map, double value) {
    const double share = (value - map.range.low) / (map.range.high - map.range.low);
    return map.is_diverging ? colours::diverging(std::clamp(2.0 * share - 1.0, -1.0, 1.0)) : colours::sequential(share);
}

void draw_ramp(const HeatMap& map, const Box& box, float y, const TextStyle& text, Drawing& drawing) {
    constexpr std::size_t kSteps = 40;
    auto cells = std::make_shared<std::vector<Colour>>();
    for (std::size_t s = 0; s < kSteps; ++s)
        cells->push_back(colour_of(map, map.range.low + (map.range.high - map.range.low) * (static_cast<double>(s) + 0.5) / kSteps));
    const auto word = [&](double value) { return value_text(value, map.style, text.language); };
    const std::string low = word(map.range.low), high = word(map.range.high);
    const float left = box.left + text.measure(low, text.size) + 6.0f;
    const float right = left + std::clamp(box.right - text.measure(high, text.size) - 6.0f - left, 10.0f, kRampWidth);
    drawing.add(TextMark{{left - 6.0f, y}, low, colours::kQuiet, text.size, Align::right});
    drawing.add(CellsMark{{left, y - kRampHeight / 2, right, y + kRampHeight / 2}, kSteps, 1, std::move(cells)});
    drawing.add(TextMark{{right + 6.0f, y}, high, colours::kQuiet, text.size});
}

}  // namespace

std::optional<std::size_t> PlacedMap::cell_at(Point at) const {
    if (!cells.contains(at) || rows == 0 || columns == 0) return std::nullopt;
    const auto row = std::min(rows - 1, static_cast<std::size_t>((at.y - cells.top) / cells.height() * static_cast<float>(rows)));
    const auto column = std::min(columns - 1, static_cast<std::size_t>((at.x - cells.left) / cells.width() * static_cast<float>(columns)));
    return row * columns + column;
}

PlacedMap draw(const HeatMap& map, const Box& box, const TextStyle& text, Drawing& drawing) {
    const float line = text.size * 1.5f;
    float top = box.top;
    if (!map.title.empty()) {
        drawing.add(TextMark{{box.left, top + line * 0.45f},
                             fitted(map.title, box.width(), text.size * 1.12f, text.measure),
                             colours::kInk,
                             text.size * 1.12f});
        top += line * 1.15f;
    }
    drawing.add(
        TextMark{{box.left, top + line * 0.45f}, fitted(map.value_title, box.width(), text.size, text.measure), colours::kInk, text.size});
    top += line;
    draw_ramp(map, box, top + line * 0.5f, text, drawing);
    top += line * 1.3f;
    drawing.add(
        TextMark{{box.left, top + line * 0.4f}, fitted(map.row_title, box.width(), text.size, text.measure), colours::kQuiet, text.size});
    top += line;
    float left = text.measure(std::to_string(map.rows), text.size);
    for (const std::string& group : map.row_groups) left = std::max(left, text.measure(group, text.size));
    left = std::min(left, box.width() * 0.35f);
    PlacedMap placed{
        {box.left + left + 6.0f, top, std::max(box.right - 4.0f, box.left + left + 7.0f), std::max(box.bottom - 2.0f * line, top + 1.0f)},
        map.rows,
        map.columns};
    if (map.rows == 0 || map.columns == 0) return placed;
    auto cells = std::make_shared<std::vector<Colour>>();
    cells->reserve(map.values.size());
    // Beyond the last column of a shorter row there is nothing at all.
    for (const float value : map.values) cells->push_back(!std::isfinite(value) ? Colour{0, 0, 0, 0} : colour_of(map, value));
    drawing.add(CellsMark{placed.cells, map.columns, map.rows, std::move(cells)});
    const float row_height = placed.cells.height() / static_cast<float>(map.rows);
    const float column_width = placed.cells.width() / static_cast<float>(map.columns);
    std::size_t first = 0;
    for (std::size_t g = 0; g < map.row_groups.size(); ++g) {
        const float from = placed.cells.top + row_height * static_cast<float>(first),
                    to = placed.cells.top + row_height * static_cast<float>(map.group_ends[g]);
        drawing.add(TextMark{{placed.cells.left - 6.0f, (from + to) / 2},
                             fitted(map.row_groups[g], left, text.size, text.measure),
                             colours::kInk,
                             text.size,
                             Align::right});
        if (g > 0) drawing.add(LineMark{{{box.left, from}, {placed.cells.right, from}}, colours::kInk, 1.0f});
        first = map.group_ends[g];
    }
    const Ticks ticks = nice_ticks(1.0, static_cast<double>(map.columns), 8);
    for (const double tick : ticks.at) {
        const float at = placed.cells.left + column_width * (static_cast<float>(tick) - 0.5f);
        drawing.add(TextMark{
            {at, placed.cells.bottom + line * 0.5f}, number_text(tick, 0, text.language), colours::kQuiet, text.size, Align::centre});
    }
    drawing.add(TextMark{{placed.cells.right, placed.cells.bottom + line * 1.4f},
                         fitted(map.column_title, placed.cells.right - box.left, text.size, text.measure),
                         colours::kQuiet,
                         text.size,
                         Align::right});
    if (map.chosen && *map.chosen < map.values.size()) {
        const std::size_t row = *map.chosen / map.columns, column = *map.chosen % map.columns;
        const float x = placed.cells.left + column_width * static_cast<float>(column);
        const float y = placed.cells.top + row_height * static_cast<float>(row);
        drawing.add(BoxMark{{x - 1, y - 1, x + column_width + 1, y + row_height + 1}, Colour{0, 0, 0, 0}, colours::kInk});
    }
    return placed;
}

}  // namespace bevlogen
