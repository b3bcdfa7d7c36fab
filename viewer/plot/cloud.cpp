// Paints a picture of one cell a pixel (dots) or a few (density); the time goes with the number of points, not with marks.
#include "viewer/plot/cloud.hpp"

#include <algorithm>
#include <cmath>

namespace bevlogen {
namespace {

constexpr double kDotAlpha = 0.55;
constexpr float kDensityCell = 3.0f;  // pixels
constexpr float kReach = 8.0f;        // pixels from the pointer to a point
constexpr float kRamp = 90.0f;        // pixels of the legend of a density

struct Picture {
    std::size_t columns, rows;
    Box box;

    // Of a value's place; nothing outside.
    std::optional<std::size_t> cell(Point at) const {
        const float x = (at.x - box.left) / box.width() * static_cast<float>(columns);
        const float y = (at.y - box.top) / box.height() * static_cast<float>(rows);
        if (!(x >= 0.0f && y >= 0.0f && x < static_cast<float>(columns) && y < static_cast<float>(rows))) return std::nullopt;
        return static_cast<std::size_t>(y) * columns + static_cast<std::size_t>(x);
    }
};

bool is_shown(const CloudChart& chart, std::size_t i) { return chart.is_shown.empty() || chart.is_shown[chart.group[i]]; }

// Where dots lie over each other their colours mix, and cover more of what is behind.
CellsMark dots(const CloudChart& chart, const Placed& placed, const Picture& picture) {
    struct Heap {
        float red = 0, green = 0, blue = 0, count = 0;
    };
    std::vector<Heap> heaps(picture.columns * picture.rows);
    for (std::size_t i = 0; i < chart.x_values.size(); ++i) {
        if (!is_shown(chart, i)) continue;
        const auto cell = picture.cell(placed.at(chart.x_values[i], chart.y_values[i]));
        if (!cell) continue;
        const Colour colour = chart.colours[chart.group[i]];
        const std::size_t column = *cell % picture.columns, row = *cell / picture.columns;
        for (std::size_t y = row; y < std::min(row + 2, picture.rows); ++y) {
            for (std::size_t x = column; x < std::min(column + 2, picture.columns); ++x) {
                Heap& heap = heaps[y * picture.columns + x];
                heap.red += colour.red;
                heap.green += colour.green;
                heap.blue += colour.blue;
                heap.count += 1.0f;
            }
        }
    }
    auto cells = std::make_shared<std::vector<Colour>>(heaps.size(), Colour{0, 0, 0, 0});
    for (std::size_t c = 0; c < heaps.size(); ++c) {
        const Heap& heap = heaps[c];
        if (heap.count == 0.0f) continue;
        const auto mean = [&](float sum) { return static_cast<std::uint8_t>(std::lround(sum / heap.count)); };
        (*cells)[c] = Colour{mean(heap.red), mean(heap.green), mean(heap.blue)}.with_alpha(1.0 - std::pow(1.0 - kDotAlpha, heap.count));
    }
    return {picture.box, picture.columns, picture.rows, std::move(cells)};
}

// The ramp goes with the logarithm: one person is seen beside thousands.
CellsMark density(const CloudChart& chart, const Placed& placed, const Picture& picture) {
    std::vector<std::uint32_t> counts(picture.columns * picture.rows, 0);
    for (std::size_t i = 0; i < chart.x_values.size(); ++i) {
        if (!is_shown(chart, i)) continue;
        if (const auto cell = picture.cell(placed.at(chart.x_values[i], chart.y_values[i]))) ++counts[*cell];
    }
    const double most = std::log1p(static_cast<double>(*std::max_element(counts.begin(), counts.end())));
    auto cells = std::make_shared<std::vector<Colour>>(counts.size(), Colour{0, 0, 0, 0});
    for (std::size_t c = 0; c < counts.size(); ++c) {
        if (counts[c] > 0) (*cells)[c] = colours::sequential(std::log1p(static_cast<double>(counts[c])) / most);
    }
    return {picture.box, picture.columns, picture.rows, std::move(cells)};
}

void draw_ramp(const CloudChart& chart, const Placed& placed, const TextStyle& text, Drawing& drawing) {
    constexpr std::size_t kSteps = 24;
    auto cells = std::make_shared<std::vector<Colour>>();
    for (std::size_t s = 0; s < kSteps; ++s) cells->push_back(colours::sequential(static_cast<double>(s) / (kSteps - 1)));
    const float right = placed.frame.right - 6.0f - text.measure(chart.dense_words, text.size) - 5.0f;
    const float y = placed.frame.top + text.size;
    if (right - kRamp - 5.0f - text.measure(chart.sparse_words, text.size) < placed.frame.left) return;
    drawing.add(CellsMark{{right - kRamp, y - 5.0f, right, y + 5.0f}, kSteps, 1, std::move(cells)});
    drawing.add(TextMark{{right + 5.0f, y}, chart.dense_words, colours::kQuiet, text.size});
    drawing.add(TextMark{{right - kRamp - 5.0f, y}, chart.sparse_words, colours::kQuiet, text.size, Align::right});
}

}  // namespace

PlacedCloud draw(const CloudChart& chart, const Box& box, const TextStyle& text, Drawing& drawing) {
    const float title_size = text.size * 1.12f;
    const float top = chart.title.empty() ? 0.0f : title_size * 1.45f;
    if (!chart.title.empty())
        drawing.add(TextMark{
            {box.left, box.top + top * 0.45f}, fitted(chart.title, box.width(), title_size, text.measure), colours::kInk, title_size});
    const Placed placed = draw_axes(chart.x, chart.y, box, top, text, drawing);
    const bool is_density = chart.x_values.size() > kMostDots;
    const float cell = is_density ? kDensityCell : 1.0f;
    const Picture picture{std::max<std::size_t>(1, static_cast<std::size_t>(placed.frame.width() / cell)),
                          std::max<std::size_t>(1, static_cast<std::size_t>(placed.frame.height() / cell)), placed.frame};
    if (!chart.x_values.empty()) drawing.add(is_density ? density(chart, placed, picture) : dots(chart, placed, picture));
    if (is_density) draw_ramp(chart, placed, text, drawing);
    if (chart.chosen && *chart.chosen < chart.x_values.size()) {
        const Point at = placed.at(chart.x_values[*chart.chosen], chart.y_values[*chart.chosen]);
        const bool is_somewhere = std::isfinite(at.x) && std::isfinite(at.y);
        if (is_somewhere) {
            drawing.add(DotMark{at, 8.0f, colours::kInk}, placed.frame);
            drawing.add(DotMark{at, 6.0f, colours::kPaper}, placed.frame);
            drawing.add(DotMark{at, 4.0f, chart.colours[chart.group[*chart.chosen]]}, placed.frame);
        }
    }
    return {placed, is_density};
}

std::optional<std::size_t> point_near(const CloudChart& chart, const Placed& placed, Point at) {
    std::optional<std::size_t> nearest;
    float least = kReach * kReach;
    for (std::size_t i = 0; i < chart.x_values.size(); ++i) {
        if (!is_shown(chart, i)) continue;
        const Point point = placed.at(chart.x_values[i], chart.y_values[i]);
        const float x = point.x - at.x, y = point.y - at.y, distance = x * x + y * y;
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

}  // namespace bevlogen
