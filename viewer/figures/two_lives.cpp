// The life without is the ghost of the life with.
#include "viewer/figures/two_lives.hpp"

#include <algorithm>
#include <array>

#include "viewer/figures/outcome_words.hpp"
#include "viewer/words.hpp"

namespace bevlogen {
namespace {

constexpr std::array<const char*, 5> kTold = {"burnout", "engagement", "exhaustion", "workload", "autonomy"};

Curve curve_of(const LifeNow& life, std::size_t traces, std::size_t trace) {
    Curve curve;
    for (std::size_t w = 0; w < life.weeks; ++w) {
        curve.x.push_back(static_cast<float>(w + 1) / kWeeksPerYear);
        curve.y.push_back(life.values[w * traces + trace]);
    }
    return curve;
}

std::string unit_of(const TraceDecl& trace, Language language) {
    if (trace.unit == "z" || trace.unit == "SD") return Label{"SD from the mean", "SD van het gemiddelde"}.in(language);
    return trace.unit == "1" ? Label{"score", "score"}.in(language) : trace.unit;
}

}  // namespace

std::vector<LineChart> life_charts(const Model& model, const TwoLives& lives, const LivesChoice& choice) {
    const std::vector<TraceDecl>& traces = model.traces();
    std::vector<std::size_t> told;
    for (const char* name : kTold) {
        for (std::size_t t = 0; t < traces.size(); ++t) {
            if (traces[t].name == name) told.push_back(t);
        }
    }
    if (told.empty()) {
        for (std::size_t t = 0; t < traces.size() && told.size() < kTold.size(); ++t) {
            if (traces[t].words.empty()) told.push_back(t);
        }
    }
    std::vector<LineChart> charts;
    for (const std::size_t t : told) {
        LineChart chart;
        chart.title = capitalised(traces[t].label.in(choice.language)) + ", " + unit_of(traces[t], choice.language);
        Curve without = curve_of(lives.without, traces.size(), t), with = curve_of(lives.with, traces.size(), t);
        without.name = choice.without;
        without.colour = colours::kGhost;
        without.width = 3.0f;
        with.name = choice.with;
        with.colour = colours::kNavy;
        with.width = 1.8f;
        chart.curves = {std::move(without), std::move(with)};
        chart.between = Between{0, 1, colours::kSky, colours::kSky};
        chart.x = {{0.0, choice.years}, {}};
        chart.y = {range_of(chart.curves), {}};
        charts.push_back(std::move(chart));
    }
    return charts;
}

std::vector<ToldEvent> told_events(const Model& model, const TwoLives& lives, Language language) {
    std::vector<ToldEvent> told;
    const std::vector<LifeEvent> with = events_of(lives.with, model.traces()), without = events_of(lives.without, model.traces());
    const auto add = [&](const LifeEvent& event, bool is_with, bool is_without) {
        const bool is_state = event.trace < model.traces().size() && model.traces()[event.trace].words.size() > 2;
        if (event.week == 1 && is_state) return;  // what was so before one looked has not happened
        told.push_back({event.week, is_with, is_without, words_of(event, model.traces()).in(language)});
    };
    for (const LifeEvent& event : with) add(event, true, std::find(without.begin(), without.end(), event) != without.end());
    for (const LifeEvent& event : without) {
        if (std::find(with.begin(), with.end(), event) == with.end()) add(event, false, true);
    }
    std::stable_sort(told.begin(), told.end(), [](const ToldEvent& a, const ToldEvent& b) { return a.week < b.week; });
    return told;
}

Figure lives_figure(const Model& model, std::shared_ptr<const TwoLives> lives, const LivesChoice& choice) {
    Figure figure;
    figure.name = "two-lives-" + std::to_string(lives->person.value);
    figure.title = words::kTwoLives.in(choice.language);
    figure.draw = [&model, lives, choice](const Box& box, const TextStyle& text, Drawing& drawing) {
        std::vector<LineChart> charts = life_charts(model, *lives, choice);
        if (charts.empty() || !has_room(box, text, 9.0f)) return;
        const float line = text.size * 1.5f, gap = 8.0f;
        float x = box.left;
        for (const Curve& curve : charts.front().curves) {
            drawing.add(LineMark{{{x, box.top + line / 2}, {x + 20.0f, box.top + line / 2}}, curve.colour, curve.width});
            drawing.add(TextMark{{x + 26.0f, box.top + line / 2}, curve.name, colours::kInk, text.size});
            x += 26.0f + text.measure(curve.name, text.size) + 18.0f;
        }
        const float top = box.top + line * 1.2f;
        const std::size_t most = std::max<std::size_t>(1, static_cast<std::size_t>((box.bottom - top) / (text.size * 8.0f)));
        const std::size_t shown = std::min(charts.size(), most);
        const float height = (box.bottom - top - gap * static_cast<float>(shown - 1)) / static_cast<float>(shown);
        charts[shown - 1].x.title = words::kYears.in(choice.language);
        for (std::size_t c = 0; c < shown; ++c) {
            const float from = top + static_cast<float>(c) * (height + gap);
            bevlogen::draw(charts[c], {box.left, from, box.right, from + height}, text, drawing);
        }
    };
    figure.table = [&model, lives] {
        const std::vector<TraceDecl>& traces = model.traces();
        Table table{{"life", "week"}, {}};
        for (const TraceDecl& trace : traces) table.columns.push_back(trace.name + " [" + trace.unit + "]");
        for (const bool is_with : {true, false}) {
            const LifeNow& life = is_with ? lives->with : lives->without;
            for (std::size_t w = 0; w < life.weeks; ++w) {
                std::vector<TableCell> row = {std::string(is_with ? "with" : "without"), static_cast<double>(w + 1)};
                for (std::size_t t = 0; t < traces.size(); ++t) row.push_back(static_cast<double>(life.values[w * traces.size() + t]));
                table.rows.push_back(std::move(row));
            }
        }
        return table;
    };
    return figure;
}

}  // namespace bevlogen
