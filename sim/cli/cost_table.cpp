// Words money for a terminal: millions or thousands of EUR, with their sign.
#include "sim/cli/cost_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/cli/comparison_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/experiment/with_draws.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kScenarioWidth = 30;

bool differs(const Estimate& euro) { return std::isfinite(euro.mean) && (euro.mean != 0.0 || euro.low != 0.0 || euro.high != 0.0); }

Estimate in_units(const Estimate& estimate, double unit) {
    return {estimate.mean / unit, estimate.low / unit, estimate.high / unit, estimate.replicates};
}

// All amounts of a table in one unit.
struct Money {
    double unit = 1.0;
    std::string word;
};

Money money_for(std::span<const CostRow> rows) {
    double largest = 0.0;
    for (const CostRow& row : rows) {
        for (const Estimate& euro : row.by_payer) largest = std::max(largest, std::isfinite(euro.mean) ? std::abs(euro.mean) : 0.0);
    }
    return largest >= 1e6 ? Money{1e6, "million EUR"} : Money{1e3, "thousand EUR"};
}

// "+1.23 ± .04 ", one digit of the interval; a column shares its digits.
class Column {
  public:
    Column(const CostSummary& costs, const std::function<Estimate(const CostRow&)>& of_row, double unit) {
        for (const CostRow& row : costs.rows) values_.push_back(in_units(of_row(row), unit));
    }
    bool any() const { return std::any_of(values_.begin(), values_.end(), differs); }
    std::string cell(std::size_t row) const { return shown_difference({}, values_[row], digits_of({}, values_)); }

  private:
    std::vector<Estimate> values_;
};

std::string totals(const CostSummary& costs, const Money& money) {
    const bool has_levels = std::ranges::any_of(costs.rows, [](const CostRow& row) { return !row.level.empty(); });
    std::vector<TextColumn> headings = {{"", Align::left, kScenarioWidth}};
    if (has_levels) headings.push_back({"level", Align::left, 16});
    const std::size_t fixed = headings.size();
    headings.push_back({"total"});
    std::vector<Column> columns = {Column(
        costs, [](const CostRow& row) { return row.total; }, money.unit)};
    for (std::size_t p = 0; p < costs.payers.size(); ++p) {
        Column column(
            costs, [p](const CostRow& row) { return row.by_payer[p]; }, money.unit);
        if (!column.any()) continue;
        headings.push_back({costs.payers[p].label.en});
        columns.push_back(std::move(column));
    }
    TextTable table(std::move(headings));
    for (std::size_t r = 0; r < costs.rows.size(); ++r) {
        std::vector<std::string> cells = {costs.rows[r].scenario};
        if (has_levels) cells.push_back(costs.rows[r].level);
        for (const Column& column : columns) cells.push_back(column.cell(r));
        table.add(std::move(cells));
    }
    return table.text(fixed);
}

// "12,345".
std::string shown_euro(double euro) { return (euro < 0.0 ? "-" : "") + shown_persons(std::abs(euro)); }

std::string shown_ratio(const CostPerAverted& per_averted) {
    const Estimate& ratio = per_averted.ratio;
    if (!std::isfinite(ratio.mean)) return "-";
    return fmt::format("{} [{}, {}]", shown_euro(ratio.mean), shown_euro(ratio.low), shown_euro(ratio.high));
}

std::string per_averted(const CostSummary& costs) {
    TextTable table({{"", Align::left, kScenarioWidth},
                     {costs.averted_label},
                     {"EUR for an averted year", Align::right, 20},
                     {"  against the base", Align::left, 40}});
    const Column averted(
        costs, [](const CostRow& row) { return row.averted; }, 1.0);
    for (std::size_t r = 0; r < costs.rows.size(); ++r) {
        const CostRow& row = costs.rows[r];
        table.add({row.scenario, averted.cell(r), shown_ratio(row.per_averted),
                   "  " + words_for(row.per_averted.verdict).en + (row.has_unpriced_measure ? " *" : "")});
    }
    return table.text();
}

std::string lines(const CostSummary& costs, const Money& money) {
    TextTable table(
        {{"", Align::left, kScenarioWidth}, {"for", Align::left, 40}, {"paid by", Align::left, 26}, {money.word, Align::right, 26}});
    for (const CostRow& row : costs.rows) {
        for (const CostOfLine& one : row.lines) {
            const Estimate euro = in_units(one.euro, money.unit);
            const auto payer =
                std::find_if(costs.payers.begin(), costs.payers.end(), [&](const PayerDecl& decl) { return decl.name == one.payer; });
            table.add({row.scenario, one.label, payer->label.en, shown_difference({}, euro, digits_of({}, {&euro, 1}))});
        }
    }
    return table.text();
}

std::vector<CostOfLine> lines_that_differ(const Costs& costs, const std::vector<PayerDecl>& payers, std::size_t scenario) {
    std::vector<CostOfLine> lines;
    for (std::size_t line = 0; line < costs.lines().size(); ++line) {
        for (std::size_t payer = 0; payer < payers.size(); ++payer) {
            const Estimate euro = costs.difference(scenario, {.line = line, .payer = payer}, Discounting::by_year);
            if (!differs(euro)) continue;
            lines.push_back({costs.lines()[line].name, costs.lines()[line].label.en, payers[payer].name, euro});
        }
    }
    return lines;
}

}  // namespace

CostSummary cost_summary(const Model& model, const Experiment& experiment, const ExperimentResult& result) {
    const Costs costs(model, experiment.scenarios, result.resources, experiment.draws);
    CostSummary summary;
    if (!costs.are_known() || costs.scenarios() < 2) return summary;
    const Prices& base = costs.prices(0);
    summary.intervals_are = interval_words(experiment);
    summary.years = costs.years();
    summary.price_year = base.price_year;
    summary.discount_of_costs = base.discount_of_costs;
    summary.discount_of_effects = base.discount_of_effects;
    summary.payers = model.vocabulary().payers;
    if (costs.has_averted()) summary.averted_label = model.outcomes()[result.resources.averted_outcome()].averted.en;
    for (std::size_t s = 0; s < costs.scenarios(); ++s) {
        for (const Label& note : costs.prices(s).notes) {
            if (std::find(summary.notes.begin(), summary.notes.end(), note.en) == summary.notes.end()) summary.notes.push_back(note.en);
        }
        if (s == 0) continue;
        const Scenario& scenario = experiment.scenarios[s];
        CostRow row{scenario.name,
                    short_name(scenario),
                    levels_of(scenario),
                    costs.difference(s, {}, Discounting::by_year),
                    costs.difference(s, {}, Discounting::none),
                    {},
                    lines_that_differ(costs, summary.payers, s),
                    {},
                    {},
                    costs.has_unpriced_measure(s)};
        for (std::size_t p = 0; p < costs.payers(); ++p) row.by_payer.push_back(costs.difference(s, {.payer = p}, Discounting::by_year));
        if (costs.has_averted()) {
            row.averted = costs.averted_estimate(s);
            row.per_averted = costs.per_averted(s);
        }
        summary.rows.push_back(std::move(row));
    }
    return summary;
}

std::string cost_table(const CostSummary& costs, bool detail) {
    if (costs.rows.empty()) return "";
    const Money money = money_for(costs.rows);
    std::string text =
        bold(fmt::format("Costs over {} years, more than in the base: {} of {}", costs.years, money.word, costs.price_year)) + "\n";
    text += totals(costs, money);
    if (!costs.averted_label.empty()) text += "\n" + bold("What an averted year costs") + "\n" + per_averted(costs);
    if (detail) text += "\n" + bold("For what, and who pays") + "\n" + lines(costs, money);
    text += "\n";
    text += wrapped(fmt::format("  discounted: costs {:g} % a year, effects {:g} %; ± half of the 95 % interval, {}; in brackets "
                                "where the interval contains zero",
                                100.0 * costs.discount_of_costs, 100.0 * costs.discount_of_effects, costs.intervals_are),
                    4) +
            "\n";
    if (std::any_of(costs.rows.begin(), costs.rows.end(), [](const CostRow& row) { return row.has_unpriced_measure; }))
        text += wrapped(
                    "  * what the measure itself costs is not stated in its scenario and not counted: give it costs (one_off_euro, "
                    "euro_per_year, "
                    "euro_per_person_year)",
                    4) +
                "\n";
    for (const std::string& note : costs.notes) text += wrapped("  " + note, 4) + "\n";
    return text;
}

}  // namespace bevlogen
