// Words numbers for a terminal of a hundred columns.
#include "sim/cli/levels_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/cli/terminal.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {
namespace {

// Shares are shown in per cent, differences of shares in percentage points.
double shown(const OutcomeDecl& outcome, double value) { return outcome.shape == Shape::share ? 100.0 * value : value; }

std::string number(const OutcomeDecl& outcome, double value, bool with_sign) {
    if (!std::isfinite(value)) return "-";
    const double x = shown(outcome, value);
    return outcome.shape == Shape::share ? fmt::format(fmt::runtime(with_sign ? "{:+.2f}" : "{:.1f}"), x)
                                         : fmt::format(fmt::runtime(with_sign ? "{:+.3f}" : "{:.3f}"), x);
}

std::string interval(const OutcomeDecl& outcome, const Estimate& estimate, bool with_sign) {
    if (!std::isfinite(estimate.low)) return "(one replicate: no interval)";
    return fmt::format("[{}, {}]", number(outcome, estimate.low, with_sign), number(outcome, estimate.high, with_sign));
}

std::string heading(const OutcomeDecl& outcome) {
    const std::string unit = outcome.shape == Shape::share ? "%" : outcome.unit;
    const char* good = outcome.good == Direction::lower_is_better    ? ", lower is better"
                       : outcome.good == Direction::higher_is_better ? ", higher is better"
                                                                     : "";
    return fmt::format("{}, {}{}", outcome.label.en, unit, good);
}

std::size_t label_width(const Model& model) {
    std::size_t width = 0;
    for (const Label& label : model.phases().labels) width = std::max(width, label.en.size());
    return width;
}

const char* kOnlyChance = "Intervals are of chance only (Student's t over replicates), not of parameters or theory.";

}  // namespace

std::string levels_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year) {
    const Scenario& scenario = experiment.scenarios.front();
    std::string text =
        bold(fmt::format("{}: mean of year {}, {} replicates, 95 % interval of the mean", scenario.name, year, scenario.replicates)) + "\n";
    for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
        const OutcomeDecl& outcome = model.outcomes()[o];
        if (!outcome.headline) continue;
        text += "\n" + bold(heading(outcome)) + "\n";
        for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
            const Estimate level = estimate_mean(result.levels.values(0, o, phase, year));
            text += fmt::format("  {:<{}}  {:>8}  {}\n", model.phases().labels[phase].en, label_width(model),
                                number(outcome, level.mean, false), interval(outcome, level, false));
        }
    }
    return text + "\n" + kOnlyChance + "\n";
}

std::string comparison_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year) {
    const Scenario& base = experiment.scenarios.front();
    std::string text;
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s) {
        text += bold(fmt::format("{} against {}: mean of year {}, {} replicates with the same chance", experiment.scenarios[s].name,
                                 base.name, year, base.replicates)) +
                "\n";
        for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
            const OutcomeDecl& outcome = model.outcomes()[o];
            if (!outcome.headline) continue;
            const std::string points = outcome.shape == Shape::share ? "points" : "";
            text += fmt::format("\n{}\n  {:<{}}  {:>8}  {:>8}  {:>10}  {}\n", bold(heading(outcome)), "", label_width(model), "base",
                                "with it", "difference", "95 % interval");
            for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
                const auto before = result.levels.values(0, o, phase, year);
                const auto after = result.levels.values(s, o, phase, year);
                const Estimate difference = paired_difference(before, after);
                text += fmt::format("  {:<{}}  {:>8}  {:>8}  {:>10}  {}{}\n", model.phases().labels[phase].en, label_width(model),
                                    number(outcome, estimate_mean(before).mean, false), number(outcome, estimate_mean(after).mean, false),
                                    number(outcome, difference.mean, true), interval(outcome, difference, true),
                                    difference.replicates > 1 && !difference.excludes_zero() ? "  contains zero" : "");
            }
        }
        text += "\n";
    }
    return text + kOnlyChance + " Differences of shares are in percentage points.\n";
}

std::string levels_json(const Model& model, const Experiment& experiment, const ExperimentResult& result, int year) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t s = 0; s < experiment.scenarios.size(); ++s) {
        for (std::size_t o = 0; o < model.outcomes().size(); ++o) {
            for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
                const auto values = result.levels.values(s, o, phase, year);
                const Estimate level = estimate_mean(values);
                nlohmann::ordered_json row = {{"scenario", experiment.scenarios[s].name},
                                              {"outcome", model.outcomes()[o].name},
                                              {"phase", model.phases().names[phase]},
                                              {"year", year},
                                              {"unit", model.outcomes()[o].unit},
                                              {"level", level.mean},
                                              {"level_low", level.low},
                                              {"level_high", level.high}};
                if (s > 0) {
                    const Estimate difference = paired_difference(result.levels.values(0, o, phase, year), values);
                    row["difference"] = difference.mean;
                    row["difference_low"] = difference.low;
                    row["difference_high"] = difference.high;
                }
                rows.push_back(std::move(row));
            }
        }
    }
    nlohmann::ordered_json answer = {{"kind", experiment.kind},
                                     {"title", experiment.title},
                                     {"replicates", experiment.scenarios.front().replicates},
                                     {"intervals", "95 %, of chance only"},
                                     {"rows", std::move(rows)}};
    return answer.dump(1) + "\n";
}

}  // namespace bevlogen
