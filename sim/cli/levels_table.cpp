// Words numbers for a terminal of a hundred columns.
#include "sim/cli/levels_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/cli/comparison_table.hpp"
#include "sim/cli/cost_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

std::size_t label_width(const Model& model) {
    std::size_t width = 0;
    for (const Label& label : model.phases().labels) width = std::max(width, label.en.size());
    return width;
}

}  // namespace

std::string levels_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year) {
    const Scenario& scenario = experiment.scenarios.front();
    std::string text = bold(fmt::format("{}: mean of year {}, {}, 95 % interval", scenario.name, year, runs_words(experiment))) + "\n";
    for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
        const OutcomeDecl& outcome = model.outcomes()[o];
        if (!outcome.headline) continue;
        text += "\n" + bold(outcome_heading(outcome)) + "\n";
        for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
            const Estimate level = result.levels.level(0, o, phase, year);
            text += fmt::format("  {:<{}}  {:>8}  {}\n", model.phases().labels[phase].en, label_width(model),
                                shown_level(outcome, level.mean), shown_interval(outcome, level));
        }
    }
    return text + "\n" + interval_line(experiment) + "\n";
}

namespace {

nlohmann::ordered_json json_of(const Estimate& estimate) { return {estimate.mean, estimate.low, estimate.high}; }

// EUR that each alternative costs more than the base: [mean, low, high], discounted unless said otherwise.
nlohmann::ordered_json json_of(const CostSummary& costs) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const CostRow& row : costs.rows) {
        nlohmann::ordered_json one = {{"scenario", row.name}, {"total", json_of(row.total)}, {"undiscounted", json_of(row.undiscounted)}};
        for (std::size_t p = 0; p < costs.payers.size(); ++p) one["by_payer"][costs.payers[p].name] = json_of(row.by_payer[p]);
        one["lines"] = nlohmann::ordered_json::array();
        for (const CostOfLine& line : row.lines)
            one["lines"].push_back({{"line", line.line}, {"payer", line.payer}, {"difference", json_of(line.euro)}});
        one["averted"] = json_of(row.averted);
        one["verdict"] = words_for(row.per_averted.verdict, row.has_unpriced_measure).en;
        one["per_averted"] = json_of(row.per_averted.ratio);
        rows.push_back(std::move(one));
    }
    return {{"currency", "EUR"},
            {"price_year", costs.price_year},
            {"years", costs.years},
            {"discount_of_costs", costs.discount_of_costs},
            {"discount_of_effects", costs.discount_of_effects},
            {"averted", costs.averted_label},
            {"notes", costs.notes},
            {"rows", std::move(rows)}};
}

}  // namespace

std::string levels_json(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t s = 0; s < experiment.scenarios.size(); ++s) {
        for (const std::size_t o : view.outcomes) {
            for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
                const Estimate level = result.levels.level(s, o, phase, view.year);
                nlohmann::ordered_json row = {{"scenario", experiment.scenarios[s].name},
                                              {"outcome", model.outcomes()[o].name},
                                              {"phase", model.phases().names[phase]},
                                              {"year", view.year},
                                              {"unit", model.outcomes()[o].unit},
                                              {"level", level.mean},
                                              {"level_low", level.low},
                                              {"level_high", level.high}};
                if (s > 0) {
                    const Estimate difference = result.levels.difference(s, o, phase, view.year);
                    row["difference"] = difference.mean;
                    row["difference_low"] = difference.low;
                    row["difference_high"] = difference.high;
                    row["standardised_effect"] = standardised_effect(difference, result.levels.base_sd(o, phase, view.year));
                }
                rows.push_back(std::move(row));
            }
        }
    }
    nlohmann::ordered_json answer = {{"kind", experiment.kind},
                                     {"title", experiment.title.en},
                                     {"replicates", experiment.scenarios.front().replicates},
                                     {"intervals", "95 %, " + interval_words(experiment)},
                                     {"rows", std::move(rows)}};
    if (const CostSummary costs = cost_summary(model, experiment, result); !costs.rows.empty()) answer["costs"] = json_of(costs);
    return answer.dump(1) + "\n";
}

}  // namespace bevlogen
