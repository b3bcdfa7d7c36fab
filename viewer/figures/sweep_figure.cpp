// A point a parameter set.
#include "viewer/figures/sweep_figure.hpp"

#include "viewer/figures/outcome_words.hpp"
#include "viewer/words.hpp"

namespace bevlogen {

PointChart sweep_chart(const SweepPoints& points, const SweepChoice& choice) {
    PointChart chart;
    const SweptParameter& parameter = points.parameters[choice.parameter];
    const OutcomeDecl& outcome = points.outcomes[choice.outcome];
    chart.title = capitalised(points.phases.labels[choice.phase].in(choice.language)) + ", " + words::kYear.in(choice.language) + " " +
                  std::to_string(choice.year);
    chart.x.title = capitalised(parameter.label.in(choice.language)) +
                    (parameter.unit.empty() || parameter.unit == "1" || parameter.unit == parameter.label.en ? "" : ", " + parameter.unit);
    chart.y.title = title_with_unit(outcome, choice.language);
    chart.y.style = style_of(outcome);
    const auto means = points.means_of(choice.outcome, choice.year, choice.phase),
               halves = points.half_widths_of(choice.outcome, choice.year, choice.phase);
    for (std::size_t p = 0; p < points.points(); ++p)
        chart.points.push_back(
            {points.value(p, choice.parameter), static_cast<double>(means[p]), static_cast<double>(halves[p]), choice.point == p});
    fit_axes(chart);
    return chart;
}

Figure sweep_figure(std::shared_ptr<const SweepPoints> points, const SweepChoice& choice, Placed* placed) {
    Figure figure;
    figure.name = "sweep-" + points->outcomes[choice.outcome].name;
    figure.title = title_with_unit(points->outcomes[choice.outcome], choice.language);
    figure.draw = [points, choice, placed](const Box& box, const TextStyle& text, Drawing& drawing) {
        const Placed where = bevlogen::draw(sweep_chart(*points, choice), box, text, drawing);
        if (placed) *placed = where;
    };
    figure.table = [points, choice] {
        const OutcomeDecl& outcome = points->outcomes[choice.outcome];
        Table table{{"point"}, {}};
        for (const SweptParameter& parameter : points->parameters) table.columns.push_back(parameter.path);
        for (const char* column : {"replicates", "mean", "half_width"})
            table.columns.push_back(column == std::string("mean") ? outcome.name : column);
        const PointChart chart = sweep_chart(*points, choice);
        for (std::size_t p = 0; p < points->points(); ++p) {
            std::vector<TableCell> row = {static_cast<double>(p + 1)};
            for (std::size_t k = 0; k < points->parameters.size(); ++k) row.push_back(points->value(p, k));
            row.push_back(static_cast<double>(points->done[p]));
            row.push_back(chart.points[p].y);
            row.push_back(chart.points[p].half_width);
            table.rows.push_back(std::move(row));
        }
        return table;
    };
    return figure;
}

}  // namespace bevlogen
