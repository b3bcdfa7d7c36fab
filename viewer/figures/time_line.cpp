// A track a line, the base at the top.
#include "viewer/figures/time_line.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/figures/curves.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr float kTrackMargin = 3.0f;

double years_of(Week week) { return static_cast<double>(week.value) / kWeeksPerYear; }

// A bar for each measure while it is on, with a notch where a knob was turned.
void draw_measures(const LineNow& line, const Placed& placed, const Box& track, const MeasureName& name, const TextStyle& text,
                   Drawing& drawing) {
    if (!line.policy) return;
    const auto& measures = line.policy->measures();
    const std::vector<std::size_t> lanes = lanes_of(line);
    const float height = track.height() / static_cast<float>(lane_count(line));
    for (std::size_t m = 0; m < measures.size(); ++m) {
        const SwitchedMeasure& measure = measures[m];
        const float from = placed.at(years_of(measure.start), 0.0).x;
        const float to = placed.at(years_of(measure.end ? std::min(*measure.end, line.week) : line.week), 0.0).x;
        const float top = track.top + height * static_cast<float>(lanes[m]);
        drawing.add(BoxMark{{from, top + 1.0f, std::max(to, from + 2.0f), top + height - 1.0f}, colours::kSky.with_alpha(0.35)});
        drawing.add(LineMark{{{from, top + 1.0f}, {from, top + height - 1.0f}}, colours::kBlue, 2.0f});
        for (const SwitchedMeasure::Turn& turn : measure.turns) {
            const float at = placed.at(years_of(turn.at), 0.0).x;
            drawing.add(LineMark{{{at, top + 1.0f}, {at, top + height - 1.0f}}, colours::kOrange, 2.0f});
        }
        if (height < text.size) continue;
        float room = placed.frame.right - from - 6.0f;
        for (std::size_t later = m + 1; later < measures.size(); ++later) {
            if (lanes[later] == lanes[m]) room = std::min(room, placed.at(years_of(measures[later].start), 0.0).x - from - 8.0f);
        }
        drawing.add(
            TextMark{{from + 5.0f, top + height / 2}, fitted(name(measure.entry), room, text.size, text.measure), colours::kInk, text.size},
            track);
    }
}

}  // namespace

std::vector<std::size_t> lanes_of(const LineNow& line) {
    std::vector<std::size_t> lanes;
    if (!line.policy) return lanes;
    std::vector<std::optional<Week>> free_from;  // of each lane; nothing: it is taken to the end
    for (const SwitchedMeasure& measure : line.policy->measures()) {
        std::size_t lane = 0;
        while (lane < free_from.size() && !(free_from[lane] && *free_from[lane] <= measure.start)) ++lane;
        if (lane == free_from.size()) free_from.emplace_back();
        free_from[lane] = measure.end;
        lanes.push_back(lane);
    }
    return lanes;
}

std::size_t lane_count(const LineNow& line) {
    const std::vector<std::size_t> lanes = lanes_of(line);
    return lanes.empty() ? 1 : *std::max_element(lanes.begin(), lanes.end()) + 1;
}

Week PlacedTimeLine::week_at(Point at) const {
    const double weeks = placed.x_at(at.x) * kWeeksPerYear;
    return Week{std::max(0, static_cast<int>(std::lround(weeks / kWeeksPerEpoch))) * kWeeksPerEpoch};
}

Figure time_line_figure(std::shared_ptr<const Snapshot> snapshot, const TimeLineChoice& choice, MeasureName measure_name,
                        PlacedTimeLine* placed) {
    Figure figure;
    figure.name = "time-line";
    figure.title = words::kTimeLine.in(choice.language);
    figure.draw = [snapshot, choice, measure_name, placed](const Box& box, const TextStyle& text, Drawing& drawing) {
        if (!has_room(box, text, 4.5f)) return;
        float names = 0.0f;
        const auto name_of = [&](std::size_t line) {
            return choice.is_live && line == 0 ? words::kBase.in(choice.language)
                                               : line_name(*snapshot, line, choice.is_live, choice.language);
        };
        for (std::size_t line = 0; line < snapshot->lines.size(); ++line) names = std::max(names, text.measure(name_of(line), text.size));
        names = std::min(names, box.width() * 0.25f);
        PlacedTimeLine where;
        where.placed = draw_axes({{0.0, choice.years}, words::kYears.in(choice.language)}, {{0.0, 1.0}, {}, NumberStyle::plain, false},
                                 {box.left + names + 14.0f, box.top, box.right, box.bottom}, 0.0f, text, drawing);
        const Box& frame = where.placed.frame;
        std::size_t lanes = 0, above = 0;
        for (const LineNow& line : snapshot->lines) lanes += lane_count(line);
        const float height = frame.height() / static_cast<float>(lanes);
        for (std::size_t l = 0; l < snapshot->lines.size(); ++l) {
            const LineNow& line = snapshot->lines[l];
            const float top = frame.top + height * static_cast<float>(above);
            above += lane_count(line);
            const Box track{frame.left, top, frame.right, frame.top + height * static_cast<float>(above)};
            where.tracks.push_back({box.left, track.top, box.right, track.bottom});
            const bool is_chosen = l == snapshot->chosen;
            const Colour colour = l == 0 ? colours::kGhost : colours::of_line(l - 1);
            drawing.add(TextMark{{frame.left - 10.0f, (track.top + track.bottom) / 2},
                                 fitted(name_of(l), names, text.size, text.measure),
                                 is_chosen ? colours::kInk : colours::kQuiet,
                                 text.size,
                                 Align::right});
            const float from = where.placed.at(years_of(line.parted), 0.0).x, to = where.placed.at(years_of(line.week), 0.0).x;
            const Box bar{from, track.top + kTrackMargin, std::max(to, from + 1.0f), track.bottom - kTrackMargin};
            drawing.add(BoxMark{bar, colour.with_alpha(is_chosen ? 0.16 : 0.10)});
            if (l > 0 && line.parted > Week{0} && line.parent < where.tracks.size()) {
                const Box& parent = where.tracks[line.parent];
                drawing.add(LineMark{{{from, (parent.top + parent.bottom) / 2}, {from, track.top + kTrackMargin}}, colour, 2.0f});
            }
            draw_measures(line, where.placed, {bar.left, bar.top, frame.right, bar.bottom}, measure_name, text, drawing);
            drawing.add(LineMark{{{to, track.top + 1.0f}, {to, track.bottom - 1.0f}}, colour, is_chosen ? 3.0f : 1.5f});
        }
        if (choice.marked) {
            const float at = where.placed.at(years_of(*choice.marked), 0.0).x;
            drawing.add(LineMark{{{at, frame.top}, {at, frame.bottom}}, colours::kVermilion, 2.0f, Stroke::dashed});
        }
        if (placed) *placed = where;
    };
    figure.table = [snapshot, choice, measure_name] {
        Table table{{"line", "parted_week", "week", "measure", "start_week", "end_week"}, {}};
        for (std::size_t l = 0; l < snapshot->lines.size(); ++l) {
            const LineNow& line = snapshot->lines[l];
            const std::string name = line_name(*snapshot, l, choice.is_live, choice.language);
            if (!line.policy || line.policy->measures().empty()) {
                table.rows.push_back({name, static_cast<double>(line.parted.value), static_cast<double>(line.week.value), std::string(),
                                      std::string(), std::string()});
                continue;
            }
            for (const SwitchedMeasure& m : line.policy->measures())
                table.rows.push_back({name, static_cast<double>(line.parted.value), static_cast<double>(line.week.value),
                                      measure_name(m.entry), static_cast<double>(m.start.value),
                                      m.end ? TableCell(static_cast<double>(m.end->value)) : TableCell(std::string())});
        }
        return table;
    };
    return figure;
}

}  // namespace bevlogen
