// Puts paired differences into tables.
#include "sim/cli/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/report/intervention_words.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kShortTitle = 30;
constexpr std::size_t kLevelWidth = 16;   // "organisational"
constexpr double kOtherPersons = 0.01;    // of the persons in the base: less is turnover
constexpr std::size_t kPolicyWidth = 14;  // so that "Administration" stays whole

// Levels and differences of one comparison and year.
class Compared {
  public:
    Compared(const Model& model, const ExperimentResult& result, std::size_t scenarios, int year)
        : model_(model), result_(result), scenarios_(scenarios), year_(year) {}

    const OutcomeDecl& outcome(std::size_t o) const { return model_.outcomes()[o]; }
    double level(std::size_t s, std::size_t o, std::size_t phase) const { return result_.levels.level(s, o, phase, year_).mean; }
    Estimate difference(std::size_t s, std::size_t o, std::size_t phase) const { return result_.levels.difference(s, o, phase, year_); }
    double effect(std::size_t s, std::size_t o, std::size_t phase) const {
        return standardised_effect(difference(s, o, phase), result_.levels.base_sd(o, phase, year_));
    }
    // Digits for all policies, in one phase or (npos) in any.
    int digits(std::size_t o, std::size_t only_phase) const {
        std::vector<Estimate> differences;
        for (std::size_t phase = 0; phase < model_.phases().size(); ++phase) {
            if (only_phase != kAnyPhase && phase != only_phase) continue;
            for (std::size_t s = 1; s < scenarios_; ++s) differences.push_back(difference(s, o, phase));
        }
        return digits_of(outcome(o), differences);
    }
    static constexpr std::size_t kAnyPhase = static_cast<std::size_t>(-1);

  private:
    const Model& model_;
    const ExperimentResult& result_;
    std::size_t scenarios_;
    int year_;
};

// Where a scenario has other numbers of persons than the base: "  Six-hour day: 56,484 persons against 43,614; levels are of all ...".
std::string persons_line(const Experiment& experiment, const ExperimentResult& result, std::size_t s, int year) {
    const double base = result.levels.persons(0, year), persons = result.levels.persons(s, year);
    if (!(std::abs(persons - base) > kOtherPersons * base)) return "";
    return wrapped(fmt::format("  {}: {} persons against {}; levels are of all who are there", short_name(experiment.scenarios[s]),
                               shown_persons(persons), shown_persons(base)),
                   4) +
           "\n";
}

std::string overview(const Model& model, const Experiment& experiment, const ExperimentResult& result, const Compared& compared,
                     const ComparisonView& view) {
    const bool has_levels =
        std::ranges::any_of(experiment.scenarios, [](const Scenario& scenario) { return !levels_of(scenario).empty(); });
    const auto titled = [&](const Scenario& scenario, const std::string& title) {
        return has_levels ? std::vector<std::string>{title, levels_of(scenario)} : std::vector<std::string>{title};
    };
    std::vector<TextColumn> columns = {{"", Align::left, kShortTitle}};
    if (has_levels) columns.push_back({"level", Align::left, kLevelWidth});
    const std::size_t fixed = columns.size();
    for (const std::size_t o : view.outcomes) columns.push_back({model.outcomes()[o].label.en + " "});
    TextTable table(std::move(columns));
    std::vector<std::string> row = titled(experiment.scenarios.front(), "base: " + short_name(experiment.scenarios.front()));
    for (const std::size_t o : view.outcomes) row.push_back(shown_level(model.outcomes()[o], compared.level(0, o, 0)) + " ");
    table.add(row);
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s) {
        row = titled(experiment.scenarios[s], short_name(experiment.scenarios[s]));
        for (const std::size_t o : view.outcomes)
            row.push_back(shown_difference(model.outcomes()[o], compared.difference(s, o, 0), compared.digits(o, 0)));
        table.add(row);
    }
    std::string text = bold("Overview: " + model.phases().labels.front().en) + "\n" + table.text(fixed) + "\n";
    for (const std::size_t o : view.outcomes) text += wrapped("  " + outcome_legend(model.outcomes()[o]), 4) + "\n";
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s) text += persons_line(experiment, result, s, view.year);
    return text;
}

std::string by_phase(const Model& model, const Experiment& experiment, const Compared& compared, std::size_t o) {
    const OutcomeDecl& outcome = model.outcomes()[o];
    std::vector<TextColumn> columns = {{"", Align::left, kShortTitle}, {"base", Align::right}};
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s)
        columns.push_back({short_name(experiment.scenarios[s]) + " ", Align::right, kPolicyWidth});
    TextTable table(std::move(columns));
    const int digits = compared.digits(o, Compared::kAnyPhase);
    for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
        std::vector<std::string> row = {model.phases().labels[phase].en, shown_level(outcome, compared.level(0, o, phase))};
        for (std::size_t s = 1; s < experiment.scenarios.size(); ++s)
            row.push_back(shown_difference(outcome, compared.difference(s, o, phase), digits));
        table.add(row);
    }
    return "\n" + bold(outcome_heading(outcome)) + "\n" + table.text(2);
}

// What numbers of a table mean that has levels of `year`.
std::string caption(const Experiment& experiment, int year) {
    const Scenario& base = experiment.scenarios.front();
    const bool is_same = std::all_of(experiment.scenarios.begin(), experiment.scenarios.end(),
                                     [&](const Scenario& s) { return s.seed == base.seed && s.first_replicate == base.first_replicate; });
    return fmt::format("Mean of year {}; {}, in which every scenario has {}", year, runs_words(experiment),
                       !is_same           ? "chance of its own"
                       : experiment.draws ? "the same draw and chance"
                                          : "the same chance");
}

std::string last_line(const Experiment& experiment) {
    const bool has_intervals = experiment.scenarios.front().replicates > 1;
    return std::string(has_intervals ? interval_line(experiment) : "There is no interval with one replicate: --replicates 8.") +
           "\nDifferences of shares are in percentage points.\n";
}

}  // namespace

std::string runs_words(const Experiment& experiment) {
    const auto replicates = [](std::size_t n) { return n == 1 ? std::string("one replicate") : fmt::format("{} replicates", n); };
    if (!experiment.draws) return replicates(static_cast<std::size_t>(experiment.scenarios.front().replicates));
    return fmt::format("{} draws of parameters, {} each", experiment.draws->size(),
                       replicates(experiment.record.replicates_a_draw.value()));
}

std::string interval_line(const Experiment& experiment) {
    if (experiment.draws)
        return fmt::format("Intervals are {}: for one more draw (Student's t over draws). They are not of theory.",
                           interval_words(experiment));
    return "Intervals are of chance only (Student's t over replicates), not of parameters or theory.";
}

std::string levels_of(const Scenario& scenario) {
    std::vector<std::string> levels;
    for (const Intervention& one : scenario.interventions) {
        const std::string level = level_words(one.level).en;
        if (std::find(levels.begin(), levels.end(), level) == levels.end()) levels.push_back(level);
    }
    return fmt::format("{}", fmt::join(levels, ", "));
}

std::string short_name(const Scenario& scenario) {
    return scenario.title.empty() || shown_width(scenario.title.en) > kShortTitle ? scenario.name : scenario.title.en;
}

std::string comparison_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view) {
    const Compared compared(model, result, experiment.scenarios.size(), view.year);
    std::string text = bold(experiment.title.en) + "\n" + caption(experiment, view.year) + ".\n";
    text += experiment.scenarios.front().replicates > 1
                ? "Differences from the base, ± half of the 95 % interval; in brackets where the interval contains zero;\n"
                  "same: equal in all replicates.\n\n"
                : "Differences from the base.\n\n";
    text += overview(model, experiment, result, compared, view);
    if (model.phases().size() > 1) {
        text += "\n" + bold("By " + model.phases().kind.en) + "\n";
        for (const std::size_t o : view.outcomes) text += by_phase(model, experiment, compared, o);
    }
    return text + "\n" + last_line(experiment);
}

std::string detailed_table(const Model& model, const Experiment& experiment, const ExperimentResult& result, const ComparisonView& view) {
    const Compared compared(model, result, experiment.scenarios.size(), view.year);
    std::string text;
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s) {
        text += bold(fmt::format("{} against {}", experiment.scenarios[s].name, experiment.scenarios.front().name)) + "\n" +
                caption(experiment, view.year) + ".\n" + persons_line(experiment, result, s, view.year);
        for (const std::size_t o : view.outcomes) {
            const OutcomeDecl& outcome = model.outcomes()[o];
            const int digits = compared.digits(o, Compared::kAnyPhase);
            TextTable table({{"", Align::left, kShortTitle},
                             {"base"},
                             {"with it"},
                             {"difference"},
                             {"95 % interval", Align::left, kShortTitle},
                             {"effect in SD"},
                             {"", Align::left}});
            for (std::size_t phase = 0; phase < model.phases().size(); ++phase) {
                const Estimate difference = compared.difference(s, o, phase);
                const double effect = compared.effect(s, o, phase);
                table.add({model.phases().labels[phase].en, shown_level(outcome, compared.level(0, o, phase)),
                           shown_level(outcome, compared.level(s, o, phase)), shown_change(outcome, difference.mean, digits),
                           shown_change_interval(outcome, difference, digits), std::isfinite(effect) ? fmt::format("{:+.3f}", effect) : "-",
                           difference.replicates > 1 && !difference.excludes_zero() ? "contains zero" : ""});
            }
            text += "\n" + bold(outcome_heading(outcome)) + "\n" + table.text();
        }
        text += "\n";
    }
    return text + last_line(experiment) + "Effects are in SD between persons of the base in that year and phase.\n";
}

}  // namespace bevlogen
