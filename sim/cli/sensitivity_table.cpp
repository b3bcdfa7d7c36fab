// Lays out mu*, indices or coefficients.
#include "sim/cli/sensitivity_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/sweep/point_effects.hpp"

namespace bevlogen {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A number that a method gives of each axis.
struct Measure {
    const char* name;         // of a variable in a file
    const char* heading;      // of a column
    const char* description;  // with its unit where it is not the outcome's
    bool is_in_unit_of_outcome;
    std::function<double(const Sensitivity&, std::size_t axis)> value;
    std::function<Interval(const Sensitivity&, std::size_t axis)> interval;  // empty where there is none
};

std::vector<Measure> measures_of(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris:
            return {{"mean_absolute_effect", "mu*", "mean size of the effects of the whole range of the parameter (mu*)", true,
                     [](const Sensitivity& s, std::size_t a) { return s.morris[a].mean_absolute; },
                     [](const Sensitivity& s, std::size_t a) { return s.morris[a].interval; }},
                    {"mean_effect",
                     "mu",
                     "mean effect of the whole range of the parameter (mu)",
                     true,
                     [](const Sensitivity& s, std::size_t a) { return s.morris[a].mean; },
                     {}},
                    {"sd_of_effects",
                     "sigma",
                     "SD of the effects: interactions, and what is not linear (sigma)",
                     true,
                     [](const Sensitivity& s, std::size_t a) { return s.morris[a].sd; },
                     {}}};
        case SensitivityMethod::sobol:
            return {{"total_index", "total", "share of the variance that goes with the parameter, interactions included", false,
                     [](const Sensitivity& s, std::size_t a) { return s.sobol.indices[a].total; },
                     [](const Sensitivity& s, std::size_t a) { return s.sobol.indices[a].total_interval; }},
                    {"first_index", "first", "share of the variance that the parameter explains alone", false,
                     [](const Sensitivity& s, std::size_t a) { return s.sobol.indices[a].first; },
                     [](const Sensitivity& s, std::size_t a) { return s.sobol.indices[a].first_interval; }}};
        case SensitivityMethod::ranking:
            return {{"regression_coefficient", "regression", "SDs of the outcome for an SD of the parameter, the others held still", false,
                     [](const Sensitivity& s, std::size_t a) { return s.ranking.effects[a].regression; },
                     [](const Sensitivity& s, std::size_t a) { return s.ranking.effects[a].regression_interval; }},
                    {"rank_correlation", "rank correlation", "Spearman's rank correlation with the outcome", false,
                     [](const Sensitivity& s, std::size_t a) { return s.ranking.effects[a].rank_correlation; },
                     [](const Sensitivity& s, std::size_t a) { return s.ranking.effects[a].rank_correlation_interval; }}};
    }
    return {};
}

std::string number(double value) { return std::isfinite(value) ? fmt::format("{:.3g}", value) : "-"; }

std::string interval(const Interval& of) { return std::isfinite(of.low) ? fmt::format("[{:.3g}, {:.3g}]", of.low, of.high) : ""; }

std::string signed_number(double value) { return std::isfinite(value) ? fmt::format("{:+.3g}", value) : "-"; }

std::string plus_minus(const Estimate& of, double scale) {
    const double half = (of.high - of.low) / 2.0;
    const std::string text = fmt::format("{:+.3g}", of.mean * scale);
    if (!std::isfinite(half)) return text;
    const std::string both = fmt::format("{} ± {:.2g}", text, half * scale);
    return of.excludes_zero() ? both : "(" + both + ")";
}

// A level with half of its interval.
std::string with_half(const Estimate& of) {
    const double half = (of.high - of.low) / 2.0;
    return std::isfinite(half) ? fmt::format("{:.3g} ± {:.2g}", of.mean, half) : number(of.mean);
}

// Nothing where a ratio says nothing (cost_per_averted). An interval from below zero: costs cannot be told apart.
std::string cost_of_one(const Estimate& ratio) {
    if (!std::isfinite(ratio.mean) || !std::isfinite(ratio.low)) return {};
    return fmt::format("{:.0f} [{:.0f}, {:.0f}]", ratio.mean, ratio.low, ratio.high);
}

std::string number_of_point(const SweepTable& sweep, std::size_t point, std::size_t axis) {
    return fmt::format("{:.6g}", sweep.parameter_values()[point * sweep.axes() + axis]);
}

// Short labels that are all different, or paths.
std::string axis_name(const SweepTable& sweep, std::size_t axis) {
    constexpr std::size_t kShort = 24;
    std::set<std::string> different;
    for (const Label& label : sweep.labels()) different.insert(label.en);
    if (different.size() < sweep.axes()) return sweep.paths()[axis];
    const bool are_short =
        std::all_of(sweep.labels().begin(), sweep.labels().end(), [](const Label& label) { return label.en.size() <= kShort; });
    return are_short ? sweep.labels()[axis].en : sweep.paths()[axis];
}

const char* part_words(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris: return "trajectories";
        case SensitivityMethod::sobol: return "rows";
        case SensitivityMethod::ranking: return "points";
    }
    return "";
}

}  // namespace

std::string question_words(const SweepTable& sweep, const SensitivityQuestion& question) {
    std::string phases;
    for (std::size_t i = 0; i < question.phases.size(); ++i)
        phases += (i == 0 ? "" : i + 1 == question.phases.size() ? " and " : ", ") + sweep.phase_labels()[question.phases[i]].en;
    return fmt::format("{}, {}, year {}", sweep.outcome_labels()[question.outcome].en, phases, question.year);
}

std::string sensitivity_table(const SweepTable& sweep, const Sensitivity& found, std::size_t most) {
    const std::string unit = sweep.outcome_units()[found.question.outcome];
    std::string text = fmt::format("{}\n{} over {} {}; {:.3g} on average over points, from {:.3g} to {:.3g}{}\n",
                                   bold(question_words(sweep, found.question)), method_words(found.method).en, found.parts_used,
                                   part_words(found.method), found.mean, found.low, found.high, unit == "1" ? "" : " " + unit);
    if (found.points_missing > 0)
        text += fmt::format("incomplete: {} of {} points lack a run, so {} of {} {} are left out\n", found.points_missing,
                            sweep.file().points(), found.parts - found.parts_used, found.parts, part_words(found.method));
    const std::vector<Measure> measures = measures_of(found.method);
    std::vector<TextColumn> columns = {{"parameter", Align::left, 46}, {"takes", Align::left, 24}};
    for (const Measure& measure : measures) {
        columns.push_back({measure.heading});
        if (measure.interval) columns.push_back({"95 % interval", Align::right, 20});
    }
    TextTable table(columns);
    for (std::size_t i = 0; i < std::min(most, found.ranked.size()); ++i) {
        const std::size_t axis = found.ranked[i].axis;
        std::vector<std::string> cells = {axis_name(sweep, axis), sweep.spreads()[axis]};
        for (const Measure& measure : measures) {
            cells.push_back(number(measure.value(found, axis)));
            if (measure.interval) cells.push_back(interval(measure.interval(found, axis)));
        }
        table.add(std::move(cells));
    }
    text += "\n" + table.text();
    if (found.ranked.size() > most) text += fmt::format("  ... and {} weaker ones; --all shows them\n", found.ranked.size() - most);
    if (found.method == SensitivityMethod::ranking)
        text += fmt::format("\nthe parameters together explain {:.0f} % of the differences between points in a straight line\n",
                            100.0 * found.ranking.r_squared);
    return text;
}

std::string points_table(const SweepTable& sweep, const SensitivityQuestion& question) {
    if (!is_read_point_by_point(sweep)) return {};
    const std::vector<PointEffect> effects = point_effects(sweep, question);
    std::vector<TextColumn> columns;
    for (std::size_t a = 0; a < sweep.axes(); ++a) columns.push_back({axis_name(sweep, a), Align::right, 24});
    for (const char* heading : {"level", "from the first", "95 % interval", "from the one before", "95 % interval"})
        columns.push_back({heading, Align::right, 22});
    const bool has_costs = effects.front().euros.replicates > 0, has_averted = effects.front().averted.replicates > 0;
    if (has_costs) columns.push_back({"million EUR more", Align::right, 22});
    if (has_averted) columns.push_back({sweep.averted_words(question.outcome), Align::right, 22});
    if (has_costs && has_averted) columns.push_back({"EUR for one of them", Align::right, 22});
    TextTable table(columns);
    for (const PointEffect& effect : effects) {
        std::vector<std::string> cells;
        for (std::size_t a = 0; a < sweep.axes(); ++a) cells.push_back(number_of_point(sweep, effect.point, a));
        cells.push_back(with_half(effect.level));
        for (const Estimate* difference : {&effect.from_first, &effect.from_before}) {
            const bool is_first = effect.point == 0;
            cells.push_back(is_first ? "" : signed_number(difference->mean));
            cells.push_back(is_first ? "" : interval({difference->low, difference->high}));
        }
        if (has_costs) cells.push_back(effect.point == 0 ? "" : plus_minus(effect.euros, 1e-6));
        if (has_averted) cells.push_back(effect.point == 0 ? "" : plus_minus(effect.averted, 1.0));
        if (has_costs && has_averted) cells.push_back(effect.point == 0 ? "" : cost_of_one(effect.per_averted.ratio));
        table.add(std::move(cells));
    }
    std::string text = bold(question_words(sweep, question)) + "\n\n" + table.text(sweep.axes());
    if (has_costs)
        text += fmt::format("  costs and years are over {} years, in the world that was simulated, not discounted\n", sweep.years());
    return text;
}

std::string sensitivity_json(const SweepTable& sweep, const std::vector<Sensitivity>& all) {
    nlohmann::ordered_json answers = nlohmann::ordered_json::array();
    const auto finite = [](double value) { return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr); };
    for (const Sensitivity& found : all) {
        nlohmann::ordered_json phases = nlohmann::ordered_json::array(), rows = nlohmann::ordered_json::array();
        for (const std::size_t phase : found.question.phases) phases.push_back(sweep.phases()[phase]);
        for (const AxisStrength& ranked : found.ranked) {
            nlohmann::ordered_json row = {{"parameter", sweep.paths()[ranked.axis]}, {"takes", sweep.spreads()[ranked.axis]}};
            for (const Measure& measure : measures_of(found.method)) {
                row[measure.name] = finite(measure.value(found, ranked.axis));
                if (!measure.interval) continue;
                const Interval of = measure.interval(found, ranked.axis);
                row[std::string(measure.name) + "_low"] = finite(of.low);
                row[std::string(measure.name) + "_high"] = finite(of.high);
            }
            rows.push_back(std::move(row));
        }
        answers.push_back({{"outcome", sweep.outcomes()[found.question.outcome]},
                           {"phases", std::move(phases)},
                           {"year", found.question.year},
                           {"method", sweep.design()},
                           {"parts_used", found.parts_used},
                           {"parts", found.parts},
                           {"points_missing", found.points_missing},
                           {"mean", finite(found.mean)},
                           {"low", finite(found.low)},
                           {"high", finite(found.high)},
                           {"r_squared", finite(found.ranking.r_squared)},
                           {"parameters", std::move(rows)}});
    }
    return answers.dump(1) + "\n";
}

NamedTable sensitivity_file(const SweepTable& sweep, const std::vector<Sensitivity>& all) {
    NamedTable file{"sensitivity", {}, {}, {}};
    const StoredResults& results = sweep.file().results();
    for (const char* name : {"title", "title_nl", "question", "question_nl", "model", "scenario", "design", "sweep_identity"})
        file.attributes.emplace_back(name, results.attribute(name));
    std::vector<std::string> questions;
    for (const Sensitivity& found : all) {
        std::string phases;
        for (const std::size_t phase : found.question.phases) phases += (phases.empty() ? "" : "+") + sweep.phases()[phase];
        questions.push_back(fmt::format("{} {} year {}", sweep.outcomes()[found.question.outcome], phases, found.question.year));
    }
    file.dimensions = {{"question", "outcome, phases and year", questions}, {"parameter", "what is varied, by its path", sweep.paths()}};
    for (const Measure& measure : measures_of(all.front().method)) {
        const auto add = [&](const std::string& name, const std::string& description,
                             const std::function<double(const Sensitivity&, std::size_t)>& value) {
            NamedNumbers numbers{name, {"question", "parameter"}, "1", description, {}};
            for (const Sensitivity& found : all) {
                for (std::size_t a = 0; a < sweep.axes(); ++a) {
                    const double number = value(found, a);
                    numbers.numbers.push_back(std::isfinite(number) ? number : kNaN);
                }
            }
            file.variables.push_back(std::move(numbers));
        };
        const std::string unit = measure.is_in_unit_of_outcome ? ", in the unit of the outcome" : "";
        add(measure.name, measure.description + unit, measure.value);
        if (!measure.interval) continue;
        add(std::string(measure.name) + "_low", "lower end of its 95 % interval",
            [&](const Sensitivity& s, std::size_t a) { return measure.interval(s, a).low; });
        add(std::string(measure.name) + "_high", "upper end of its 95 % interval",
            [&](const Sensitivity& s, std::size_t a) { return measure.interval(s, a).high; });
    }
    NamedNumbers used{"parts_used", {"question"}, "1", "trajectories, rows or points that no run lacks", {}};
    NamedNumbers parts{"parts", {"question"}, "1", "trajectories, rows or points of the design", {}};
    for (const Sensitivity& found : all) {
        used.numbers.push_back(static_cast<double>(found.parts_used));
        parts.numbers.push_back(static_cast<double>(found.parts));
    }
    file.variables.push_back(std::move(used));
    file.variables.push_back(std::move(parts));
    return file;
}

}  // namespace bevlogen
