// Everybody's chart is as large as four of the others, since the eye should go there first.
#include "viewer/figures/curves.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/figures/wanted.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr float kGap = 14.0f;
constexpr float kLeastLines = 7.5f;  // of text, for the height of a chart

std::vector<float> weeks_as_years(std::size_t clearings) {
    std::vector<float> years(clearings);
    for (std::size_t c = 0; c < clearings; ++c) years[c] = static_cast<float>((c + 1) * kWeeksPerEpoch) / kWeeksPerYear;
    return years;
}

// Its intervals are those of the levels, or of the differences from the first line.
Curve curve_of(const Snapshot& snapshot, std::size_t line, std::size_t curve, std::size_t phase, CurveForm form = CurveForm::level) {
    const Curves& curves = snapshot.lines[line].curves;
    const auto y = curves.of(curve, phase);
    Curve drawn{{}, {}, weeks_as_years(y.size()), {y.begin(), y.end()}};
    const auto half = form == CurveForm::level ? curves.half_widths_of(curve, phase) : curves.difference_half_widths_of(curve, phase);
    drawn.half_widths.assign(half.begin(), half.end());
    return drawn;
}

Curve difference(Curve of, const Curve& ghost) {
    const std::size_t count = std::min(of.y.size(), ghost.y.size());
    of.x.resize(count);
    of.y.resize(count);
    if (!of.half_widths.empty()) of.half_widths.resize(count);
    for (std::size_t i = 0; i < count; ++i) of.y[i] -= ghost.y[i];
    return of;
}

Table curves_table(const Model& model, const Snapshot& snapshot, const CurveChoice& choice) {
    const OutcomeDecl& outcome = model.outcomes()[choice.outcome];
    Table table{{"line", "week", "phase", outcome.name + " [" + outcome.unit + "]", "half_width", "difference_half_width", "persons"}, {}};
    const auto place = place_in(snapshot.wants.curves, choice.outcome);
    if (!place) return table;  // it has not come yet
    const std::size_t curve = *place;
    for (std::size_t line = 0; line < snapshot.lines.size(); ++line) {
        const Curves& curves = snapshot.lines[line].curves;
        for (std::size_t phase = 0; phase < curves.phases; ++phase) {
            const auto half = curves.half_widths_of(curve, phase), apart = curves.difference_half_widths_of(curve, phase);
            for (std::size_t c = 0; c < curves.clearings; ++c) {
                table.rows.push_back({line_name(snapshot, line, choice.is_live, choice.language),
                                      static_cast<double>((c + 1) * kWeeksPerEpoch), model.phases().names[phase],
                                      static_cast<double>(curves.at(curve, phase, c)), half.empty() ? kNaN : static_cast<double>(half[c]),
                                      apart.empty() ? kNaN : static_cast<double>(apart[c]),
                                      static_cast<double>(curves.persons_of(phase)[c])});
            }
        }
    }
    return table;
}

// The first box is a larger one at the left; where there is little room all are in one column or two, and only as many as can be read.
std::vector<Box> grid(const Box& box, std::size_t count, float text) {
    std::vector<Box> boxes;
    if (count == 0) return boxes;
    const bool is_wide = box.width() > 700.0f && count > 3;
    Box rest = box;
    if (is_wide) {
        const float width = std::floor(box.width() * 0.40f);
        boxes.push_back({box.left, box.top, box.left + width, box.bottom});
        rest.left += width + kGap * 1.6f;
    }
    const std::size_t others = count - boxes.size();
    const std::size_t columns = rest.width() < 420.0f                            ? 1
                                : others <= 4 && !is_wide                        ? 2
                                : rest.width() > 900.0f && box.height() < 420.0f ? 3
                                                                                 : 2;
    const auto fitting = std::max<std::size_t>(1, static_cast<std::size_t>((rest.height() + kGap) / (text * kLeastLines + kGap)));
    const std::size_t rows = std::min((others + columns - 1) / columns, fitting);
    const float width = (rest.width() - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (rest.height() - kGap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < std::min(others, rows * columns); ++i) {
        const std::size_t row = i / columns, column = i % columns;
        const float left = rest.left + static_cast<float>(column) * (width + kGap),
                    top = rest.top + static_cast<float>(row) * (height + kGap);
        boxes.push_back({left, top, left + width, top + height});
    }
    return boxes;
}

// Who is who: a stroke of its own colour and a word.
float draw_legend(const LineChart& chart, const Box& box, const TextStyle& text, const std::string& interval, Language language,
                  Drawing& drawing) {
    const float line = text.size * 1.6f;
    float x = box.left, y = box.top + line * 0.5f;
    for (auto curve = chart.curves.rbegin(); curve != chart.curves.rend(); ++curve) {
        const float width = 26.0f + text.measure(curve->name, text.size) + 18.0f;
        if (x > box.left && x + width > box.right) {
            if (y + line > box.top + box.height() * 0.4f) break;
            x = box.left;
            y += line;
        }
        drawing.add(LineMark{{{x, y}, {x + 20.0f, y}}, curve->colour, curve->width + 0.5f, curve->stroke});
        drawing.add(
            TextMark{{x + 26.0f, y}, fitted(curve->name, box.right - x - 26.0f, text.size, text.measure), colours::kInk, text.size});
        x += width;
    }
    if (chart.between && chart.between->above != chart.between->below) {
        for (const auto& [label, colour] : {std::pair{&words::kBetter, colours::kBetter}, {&words::kWorse, colours::kWorse}}) {
            const std::string& word = label->in(language);
            const float width = 26.0f + text.measure(word, text.size) + 18.0f;
            if (x + width > box.right) break;
            drawing.add(BoxMark{{x, y - text.size * 0.4f, x + 20.0f, y + text.size * 0.4f}, colour.with_alpha(0.24)});
            drawing.add(TextMark{{x + 26.0f, y}, word, colours::kInk, text.size});
            x += width;
        }
    }
    if (!interval.empty() && x + text.measure(interval, text.size) < box.right)
        drawing.add(TextMark{{x, y}, interval, colours::kQuiet, text.size});
    return y + line * 0.75f - box.top;
}

}  // namespace

NowBesideGhost now_beside_ghost(const Snapshot& snapshot, std::size_t curve, std::size_t phase, std::size_t clearings) {
    const Curves &run = snapshot.now().curves, &ghost = snapshot.base().curves;
    if (run.clearings == 0 || ghost.clearings < run.clearings) return {kNaN, kNaN};
    const std::size_t first = run.clearings - std::min(clearings, run.clearings);
    NowBesideGhost now;
    for (std::size_t c = first; c < run.clearings; ++c) {
        now.value += static_cast<double>(run.at(curve, phase, c)) / static_cast<double>(run.clearings - first);
        now.ghost += static_cast<double>(ghost.at(curve, phase, c)) / static_cast<double>(run.clearings - first);
    }
    const auto half = run.difference_half_widths_of(curve, phase);
    // Of a mean of clearings no interval is known: that of the last is wider.
    now.difference_half_width = half.empty() || snapshot.chosen == 0 ? 0.0 : static_cast<double>(half.back());
    return now;
}

std::size_t clearings_told(const OutcomeDecl& outcome) { return outcome.unit == "per year" ? kWeeksPerYear / kWeeksPerEpoch : 1; }

Colour colour_of_change(const OutcomeDecl& outcome, const NowBesideGhost& now) {
    if (outcome.good == Direction::neutral || !now.is_told_apart()) return colours::kInk;
    return (now.difference() < 0) == (outcome.good == Direction::lower_is_better) ? colours::kBetter : colours::kWorse;
}

std::string change_words(const OutcomeDecl& outcome, const NowBesideGhost& now, Language language) {
    const NumberStyle style = style_of_differences(style_of(outcome));
    std::string words = value_text(now.difference(), style, language, Sign::always);
    if (now.difference_half_width > 0.0) words += " \u00b1 " + value_text(now.difference_half_width, style, language);
    return words;
}

std::string now_words(const OutcomeDecl& outcome, const NowBesideGhost& now, Language language) {
    std::string words = value_text(now.value, style_of(outcome), language);
    if (std::isfinite(now.difference()) && now.difference() != 0.0) words += " (" + change_words(outcome, now, language) + ")";
    return words;
}

std::string line_name(const Snapshot& snapshot, std::size_t line, bool is_live, Language language) {
    const Label& name = snapshot.lines[line].name;
    if (is_live && line == 0) return words::kGhost.in(language);
    if (is_live && snapshot.lines.size() == 2) return words::kRun.in(language);
    return is_live ? words::kLine.in(language) + " " + name.in(language) : name.in(language);
}

std::vector<LineChart> phase_charts(const Model& model, const Snapshot& snapshot, const CurveChoice& choice) {
    std::vector<LineChart> charts;
    const auto place = place_in(snapshot.wants.curves, choice.outcome);
    if (!place) return charts;
    const std::size_t curve = *place;
    const OutcomeDecl& outcome = model.outcomes()[choice.outcome];
    const bool is_difference = choice.form == CurveForm::difference;
    std::vector<Curve> all;
    for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
        LineChart chart;
        chart.title = capitalised(model.phases().labels[phase].in(choice.language));
        const NowBesideGhost now = now_beside_ghost(snapshot, curve, phase, clearings_told(outcome));
        if (std::isfinite(now.value)) chart.value = now_words(outcome, now, choice.language);
        chart.value_colour = colour_of_change(outcome, now);
        Curve ghost = curve_of(snapshot, 0, curve, phase);
        ghost.name = line_name(snapshot, 0, choice.is_live, choice.language);
        ghost.colour = colours::kGhost;
        ghost.width = 3.0f;
        if (!is_difference) chart.curves.push_back(ghost);
        for (std::size_t line = 1; line < snapshot.lines.size(); ++line) {
            Curve run = curve_of(snapshot, line, curve, phase, choice.form);
            run.name = line_name(snapshot, line, choice.is_live, choice.language);
            run.colour = colours::of_line(line - 1);
            run.width = line == snapshot.chosen ? 2.4f : 1.3f;
            if (line > colours::kLines.size()) run.stroke = Stroke::dashed;  // its colour has been given before
            if (is_difference) run = difference(std::move(run), ghost);
            chart.curves.push_back(std::move(run));
        }
        if (!is_difference && snapshot.chosen > 0) {
            const bool knows_better = outcome.good != Direction::neutral;
            const bool lower = outcome.good == Direction::lower_is_better;
            const Colour neither = colours::of_line(snapshot.chosen - 1);
            chart.between = Between{0, snapshot.chosen, knows_better ? lower ? colours::kWorse : colours::kBetter : neither,
                                    knows_better ? lower ? colours::kBetter : colours::kWorse : neither};
        }
        chart.x = {{0.0, choice.years}, {}};
        chart.y = {{}, {}, is_difference ? style_of_differences(style_of(outcome)) : style_of(outcome)};
        all.insert(all.end(), chart.curves.begin(), chart.curves.end());
        charts.push_back(std::move(chart));
    }
    AxisRange range = range_of(all);
    if (style_of(outcome) == NumberStyle::percent && !is_difference) range.low = std::max(range.low, 0.0);
    if (is_difference)
        range = {std::min(range.low, -0.05 * (range.high - range.low)), std::max(range.high, 0.05 * (range.high - range.low))};
    for (LineChart& chart : charts) chart.y.range = range;
    charts.front().y.title = is_difference ? title_with_unit(outcome, choice.language) + ": " + words::kDifference.in(choice.language)
                                           : title_with_unit(outcome, choice.language);
    return charts;
}

Figure curves_figure(const Model& model, std::shared_ptr<const Snapshot> snapshot, const CurveChoice& choice, std::vector<Placed>* placed) {
    const OutcomeDecl& outcome = model.outcomes()[choice.outcome];
    Figure figure;
    figure.name = outcome.name + (choice.form == CurveForm::difference ? "-difference" : "") + "-by-phase";
    figure.title = title_with_unit(outcome, choice.language);
    figure.draw = [&model, snapshot, choice, placed](const Box& box, const TextStyle& text, Drawing& drawing) {
        if (placed) placed->clear();
        std::vector<LineChart> charts = phase_charts(model, *snapshot, choice);
        if (charts.empty() || !has_room(box, text, 9.0f)) return;
        const bool has_intervals =
            std::any_of(charts.front().curves.begin(), charts.front().curves.end(), [](const Curve& c) { return !c.half_widths.empty(); });
        Box below = box;
        below.top += draw_legend(charts.front(), box, text,
                                 has_intervals    ? words::kInterval.in(choice.language)
                                 : choice.is_live ? words::kOneDraw.in(choice.language)
                                                  : std::string(),
                                 choice.language, drawing);
        const std::vector<Box> boxes = grid(below, charts.size(), text.size);
        // Charts of one size have frames of one height.
        bool is_broken = false;
        for (std::size_t i = 1; i < boxes.size(); ++i) is_broken = is_broken || !fits_in_a_row(charts[i], boxes[i].width(), text);
        for (std::size_t i = 1; i < boxes.size(); ++i) charts[i].is_value_below = is_broken;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            // The axes of a column share a title below the last of them.
            const bool is_last =
                std::none_of(boxes.begin(), boxes.end(), [&](const Box& b) { return b.left == boxes[i].left && b.top > boxes[i].top; });
            if (is_last) charts[i].x.title = words::kYears.in(choice.language);
            TextStyle style = text;
            if (i == 0 && boxes.size() > 1 && boxes[0].height() > boxes[1].height() * 1.5f) style.size *= 1.1f;
            const Placed where = bevlogen::draw(charts[i], boxes[i], style, drawing);
            if (placed) placed->push_back(where);
        }
        if (boxes.size() < charts.size())
            drawing.add(TextMark{{box.right - 4.0f, box.top + text.size * 0.8f},
                                 fitted(std::to_string(charts.size() - boxes.size()) + " " + words::kMoreInLarger.in(choice.language),
                                        box.width() - 8.0f, text.size, text.measure),
                                 colours::kQuiet,
                                 text.size,
                                 Align::right});
    };
    figure.table = [&model, snapshot, choice] { return curves_table(model, *snapshot, choice); };
    return figure;
}

}  // namespace bevlogen
