// Three small tables: how many, and twice how much.
#include "sim/cli/twin_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/cli/comparison_table.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/report/shown_number.hpp"

namespace bevlogen {
namespace {

constexpr std::size_t kScenarioWidth = 30;

std::string shown_count(const Estimate& persons) { return std::isfinite(persons.mean) ? fmt::format("{:.0f}", persons.mean) : "-"; }

// "24.8 ± 0.3" of a share.
std::string shown_share(const Estimate& share) {
    if (!std::isfinite(share.mean)) return "-";
    const std::string mean = fmt::format("{:.1f}", 100.0 * share.mean);
    return std::isfinite(share.low) ? fmt::format("{} ± {:.1f}", mean, 50.0 * (share.high - share.low)) : mean;
}

OutcomeDecl decl_of(const TwinEffect& effect) {
    OutcomeDecl outcome;
    outcome.label.en = effect.label;
    outcome.unit = effect.unit;
    return outcome;
}

std::string heading_of(const TwinEffect& effect) { return outcome_heading(decl_of(effect)); }

std::vector<std::string> outcomes_of(std::span<const TwinRow> rows) {
    std::vector<std::string> headings;
    for (const TwinRow& row : rows) {
        for (const TwinEffect& effect : row.effects) {
            if (std::find(headings.begin(), headings.end(), heading_of(effect)) == headings.end()) headings.push_back(heading_of(effect));
        }
    }
    return headings;
}

const TwinEffect* find_effect(const TwinRow& row, const std::string& heading) {
    const auto found =
        std::find_if(row.effects.begin(), row.effects.end(), [&](const TwinEffect& effect) { return heading_of(effect) == heading; });
    return found == row.effects.end() ? nullptr : &*found;
}

std::string effects(std::span<const TwinRow> rows, Estimate TwinEffect::*among) {
    std::vector<TextColumn> columns = {{"", Align::left, kScenarioWidth}};
    std::vector<std::vector<std::string>> lines;
    for (const TwinRow& row : rows) lines.push_back({row.scenario});
    for (const std::string& heading : outcomes_of(rows)) {
        columns.push_back({heading});
        std::vector<Estimate> estimates;
        for (const TwinRow& row : rows) {
            if (const TwinEffect* effect = find_effect(row, heading)) estimates.push_back(effect->*among);
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const TwinEffect* effect = find_effect(rows[r], heading);
            lines[r].push_back(effect ? shown_difference(decl_of(*effect), effect->*among, digits_of(decl_of(*effect), estimates)) : "- ");
        }
    }
    TextTable table(std::move(columns));
    for (std::vector<std::string>& line : lines) table.add(std::move(line));
    return table.text();
}

}  // namespace

std::vector<TwinRow> twin_rows(const Model& model, const Experiment& experiment, const ExperimentResult& result) {
    const TwinEffects& twins = result.twins;
    std::vector<TwinRow> rows;
    for (std::size_t s = 1; s < experiment.scenarios.size(); ++s) {
        for (std::size_t moment = 0; moment < twins.weeks().size(); ++moment) {
            const Scenario& scenario = experiment.scenarios[s];
            TwinRow row{short_name(scenario), twins.weeks()[moment], twins.offered(s, moment), twins.took_part(s, moment), {}, {}};
            if (!(row.offered.mean > 0.0)) continue;
            const double none = std::nan("");
            row.uptake = {row.took_part.mean / row.offered.mean, none, none, row.offered.replicates};
            const int year = (row.week + kWeeksPerYear - 1) / kWeeksPerYear;
            for (std::size_t k = 0; k < twins.outcomes().size(); ++k) {
                const std::size_t o = twins.outcomes()[k];
                const OutcomeDecl& outcome = model.outcomes()[o];
                const double unit = outcome.shape == Shape::share ? 1.0 : result.levels.base_sd(o, 0, year);
                const auto in_units = [unit](const Estimate& e) {
                    return Estimate{e.mean / unit, e.low / unit, e.high / unit, e.replicates};
                };
                row.effects.push_back({outcome.label.en, outcome.shape == Shape::share ? outcome.unit : "SD",
                                       in_units(twins.among_took_part(s, moment, k)), in_units(twins.among_offered(s, moment, k))});
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string twin_table(std::span<const TwinRow> rows) {
    if (rows.empty()) return "";
    TextTable numbers({{"", Align::left, kScenarioWidth}, {"week"}, {"offered"}, {"took part"}, {"uptake, %"}});
    for (const TwinRow& row : rows)
        numbers.add(
            {row.scenario, std::to_string(row.week), shown_count(row.offered), shown_count(row.took_part), shown_share(row.uptake)});
    std::string text = bold("Who took part") + "\n" + numbers.text() + "  week: nine months after the start\n\n";
    text += bold("Those who took part, against themselves in the base (with everything else in that scenario)") + "\n";
    text += effects(rows, &TwinEffect::among_participants) + "\n";
    text += bold("All who were offered it, against themselves in the base") + "\n";
    text += effects(rows, &TwinEffect::among_offered);
    return text + "  ± half of the 95 % interval; in brackets where the interval contains zero; persons are means over replicates\n";
}

}  // namespace bevlogen
