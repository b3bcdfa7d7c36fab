// Words patterns.
#include "sim/cli/pattern_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/record/results_reader.hpp"

namespace bevlogen {
namespace {

using Group = std::vector<const PatternValue*>;

bool is_in_percent(const PatternDecl& pattern) { return pattern.unit == "%"; }

std::string shown(const PatternDecl& pattern, double value) {
    if (!std::isfinite(value)) return "-";
    if (std::abs(value) >= 1000.0) return fmt::format("{:.0f}", value);
    return is_in_percent(pattern) ? fmt::format("{:.1f}", 100.0 * value) : fmt::format("{:.3f}", value);
}

std::string shown_value(const PatternValue& found) {
    if (!found.is_measured()) return "-";
    if (found.pattern.kind == PatternKind::largest_row_of && found.value.mean == 1.0) return "yes";
    if (found.pattern.kind == PatternKind::largest_row_of && found.value.mean == 0.0) return "no";
    return shown(found.pattern, found.value.mean) + (is_in_percent(found.pattern) ? " %" : "");
}

std::string shown_range(const PatternDecl& pattern, double low, double high) {
    return fmt::format("[{}, {}]", shown(pattern, low), shown(pattern, high));
}

std::string interval_or_reason(const PatternValue& found) {
    if (!found.is_measured()) return found.why_not;
    return std::isfinite(found.value.low) ? shown_range(found.pattern, found.value.low, found.value.high) : "one replicate";
}

const char* verdict(const PatternValue& found) {
    if (!found.is_measured()) return "not measured";
    return found.is_met() ? "met" : "missed";
}

// Drifts that are met, together where they are in the same unit with the same aim; everything else by itself. In the order of the first.
std::vector<Group> grouped(std::span<const PatternValue> patterns) {
    std::vector<Group> groups;
    for (const PatternValue& found : patterns) {
        const PatternDecl& one = found.pattern;
        const auto joins = [&](const Group& group) {
            const PatternDecl& other = group.front()->pattern;
            return group.front()->is_met() && other.kind == PatternKind::drift && other.unit == one.unit && other.low == one.low &&
                   other.high == one.high;
        };
        const auto group =
            found.is_met() && one.kind == PatternKind::drift ? std::find_if(groups.begin(), groups.end(), joins) : groups.end();
        group == groups.end() ? groups.push_back({&found}) : group->push_back(&found);
    }
    return groups;
}

void add_row(TextTable& table, const Group& group) {
    const PatternValue& most = **std::max_element(group.begin(), group.end(), [](const PatternValue* a, const PatternValue* b) {
        return std::abs(a->value.mean) < std::abs(b->value.mean);
    });
    const PatternDecl& pattern = most.pattern;
    const std::string label = group.size() > 1 ? fmt::format("{} outcomes; most: {}", group.size(), pattern.label.en) : pattern.label.en;
    table.add({label, shown_value(most), interval_or_reason(most), shown_range(pattern, pattern.low, pattern.high), verdict(most),
               pattern.source});
}

}  // namespace

std::vector<PatternValue> patterns_in(const std::filesystem::path& file, const Context& context) {
    const ResultsSummary summary = summarise_results(file);
    if (summary.resolved_scenarios.empty()) throw InputError({file.string(), 0, 0}, "holds no scenario");
    const Scenario used =
        read_scenario_text(summary.resolved_scenarios.front(), file.string(), context.vocabularies(), {}, context.library);
    return measure_patterns(file, context.model_of(used), used);
}

std::string pattern_table(std::span<const PatternValue> patterns) {
    if (patterns.empty()) return "The model declares no patterns.\n";
    TextTable table({{"pattern", Align::left, 36},
                     {"value"},
                     {"95 % interval", Align::left, 16},
                     {"aimed at", Align::left, 16},
                     {"", Align::left, 8},
                     {"source", Align::left, 24}});
    for (const Group& group : grouped(patterns)) add_row(table, group);
    const auto met = std::count_if(patterns.begin(), patterns.end(), [](const PatternValue& one) { return one.is_met(); });
    const auto measured = std::count_if(patterns.begin(), patterns.end(), [](const PatternValue& one) { return one.is_measured(); });
    std::string text = bold(fmt::format("Patterns: {} of {} met", met, patterns.size()));
    const auto missing = static_cast<std::ptrdiff_t>(patterns.size()) - measured;
    if (missing > 0) text += fmt::format(", {} not measured", missing);
    return text + "\n" + table.text() +
           "Intervals are of chance only: over replicates, or over the persons of the panel of one replicate. Under draws of\n"
           "parameters they are of one more draw.\n";
}

std::string with_patterns(const std::string& answer, std::span<const PatternValue> patterns) {
    auto whole = nlohmann::ordered_json::parse(answer);
    whole["patterns"] = nlohmann::ordered_json::array();
    for (const PatternValue& found : patterns) {
        const PatternDecl& pattern = found.pattern;
        whole["patterns"].push_back({{"name", pattern.name},
                                     {"label", pattern.label.en},
                                     {"label_nl", pattern.label.nl},
                                     {"value", found.value.mean},
                                     {"value_low", found.value.low},
                                     {"value_high", found.value.high},
                                     {"aim_low", pattern.low},
                                     {"aim_high", pattern.high},
                                     {"unit", pattern.unit},
                                     {"verdict", verdict(found)},
                                     {"why_not", found.why_not},
                                     {"source", pattern.source}});
    }
    return whole.dump(1) + "\n";
}

}  // namespace bevlogen
