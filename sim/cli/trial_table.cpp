// Lays the distribution of each published statistic out.
#include "sim/cli/trial_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/experiment/paired.hpp"

namespace bevlogen {
namespace {

bool is_share(AnalysisKind kind) {
    return kind == AnalysisKind::share_change || kind == AnalysisKind::improved || kind == AnalysisKind::share;
}

// Shares in percentage points.
std::string shown(AnalysisKind kind, double value) {
    if (!std::isfinite(value)) return "-";
    return is_share(kind)                     ? fmt::format("{:+.1f} pp", 100.0 * value)
           : kind == AnalysisKind::odds_ratio ? fmt::format("{:.2f}", value)
                                              : fmt::format("{:+.2f}", value);
}

std::string unit_of(const Model& model, const TrialPlan& plan, const TrialAnalysis& analysis) {
    switch (analysis.rule.kind) {
        case AnalysisKind::standardised_change: return "SD of change";
        case AnalysisKind::change_in_baseline_sd: return "SD at the start";
        case AnalysisKind::odds_ratio: return "odds ratio";
        case AnalysisKind::change:
        case AnalysisKind::level: return words_of(model, plan.design.quantities[analysis.quantity]).unit;
        default: return "percentage points";
    }
}

// In the unit of the quantity; where a cut-off counts, in percentage points.
std::string true_effect(const TrialAnalysis& analysis, const std::vector<double>& by_world, const std::string& unit) {
    const Estimate effect = estimate_mean(by_world);
    if (!std::isfinite(effect.mean)) return "-";
    const bool is_of_share = has_cutoff(analysis.rule.kind);
    const double scale = is_of_share ? 100.0 : 1.0;
    const std::string interval =
        by_world.size() > 1 ? fmt::format(" [{:+.3f}, {:+.3f}]", scale * effect.low, scale * effect.high) : std::string();
    return fmt::format("{:+.3f}{} {}", scale * effect.mean, interval, is_of_share ? "pp" : unit);
}

std::string block(const Model& model, const TrialPlan& plan, const TrialAnalysis& analysis, const AnalysisFindings& findings) {
    const AnalysisKind kind = analysis.rule.kind;
    const TrialSummary s = findings.summary(kind);
    const QuantityWords quantity = words_of(model, plan.design.quantities[analysis.quantity]);
    TextTable table({{"", Align::left, 44}, {"", Align::left, 70}});
    table.add({"simulated: mean",
               fmt::format("{}, 90 % of trials between {} and {}", shown(kind, s.mean), shown(kind, s.low), shown(kind, s.high))});
    if (analysis.published) {
        const PublishedValue& published = *analysis.published;
        const std::string range = published.low && published.high
                                      ? fmt::format("{} to {}", shown(kind, *published.low), shown(kind, *published.high))
                                      : std::string();
        std::string words = published.value ? shown(kind, *published.value) : range;
        if (published.value && !range.empty()) words += fmt::format(" (95 %: {})", range);
        words += published.is_between(s.low, s.high) ? (published.value ? ", inside" : ", in part inside") : ", outside";
        if (!published.words.empty()) words += "; " + published.words;
        table.add({"published", words});
    }
    table.add({"significant (p < .05)",
               fmt::format("{:.0f} % of trials; their mean is {}", 100.0 * s.significant, shown(kind, s.mean_of_significant))});
    table.add({"persons who count",
               fmt::format("{:.0f}; for a power of 80 %: {}", s.persons,
                           s.persons_for_power ? fmt::format("{}", *s.persons_for_power) : std::string("no effect to find"))});
    table.add({"true effect on those of the arm", true_effect(analysis, findings.true_of_offered, quantity.unit)});
    if (analysis.took_part)
        table.add({"true effect on those who took part", true_effect(analysis, findings.true_of_took_part, quantity.unit)});
    return bold(analysis.label.en) + fmt::format(" ({}, week {})\n", unit_of(model, plan, analysis), plan.design.waves[analysis.wave]) +
           table.text(1);
}

nlohmann::ordered_json number(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json given(const std::optional<double>& value) { return value ? number(*value) : nlohmann::ordered_json(nullptr); }

}  // namespace

std::string trial_table(const Model& model, const TrialPlan& plan, const TrialFindings& findings, std::size_t worlds) {
    std::string text = bold(plan.title.en) + "\n";
    if (!plan.source.empty()) text += plan.source + "\n";
    text += fmt::format("{} replications in {} {}; {:.0f} persons are eligible in a world", findings.trials, worlds,
                        worlds == 1 ? "world" : "worlds", findings.eligible);
    if (plan.design.recruitment.willing) text += fmt::format(", {:.0f} % of those asked take part", 100.0 * findings.willing_share);
    text += "\n";
    for (std::size_t a = 0; a < plan.analyses.size(); ++a) text += "\n" + block(model, plan, plan.analyses[a], findings.analyses[a]);
    text += "\n" +
            wrapped(
                "A true effect is the mean difference between persons and their own twins in the same world without the intervention, of "
                "what is and not of what they report; its interval is 95 % over worlds.",
                0) +
            "\n";
    return text;
}

std::string trial_json(const Model& model, const TrialPlan& plan, const TrialFindings& findings, std::size_t worlds) {
    using Json = nlohmann::ordered_json;
    Json analyses = Json::array();
    for (std::size_t a = 0; a < plan.analyses.size(); ++a) {
        const TrialAnalysis& analysis = plan.analyses[a];
        const AnalysisFindings& found = findings.analyses[a];
        const TrialSummary s = found.summary(analysis.rule.kind);
        Json estimates = Json::array(), p = Json::array();
        for (const AnalysisResult& trial : found.trials) estimates.push_back(number(trial.estimate)), p.push_back(trial.p);
        Json one = {{"name", analysis.name},
                    {"label", analysis.label.en},
                    {"kind", word_of(analysis.rule.kind)},
                    {"unit", unit_of(model, plan, analysis)},
                    {"mean", number(s.mean)},
                    {"low", number(s.low)},
                    {"high", number(s.high)},
                    {"significant", s.significant},
                    {"mean_of_significant", number(s.mean_of_significant)},
                    {"persons", s.persons},
                    {"persons_for_power", s.persons_for_power ? Json(*s.persons_for_power) : Json(nullptr)},
                    {"true_of_arm", number(estimate_mean(found.true_of_offered).mean)},
                    {"true_of_took_part", analysis.took_part ? number(estimate_mean(found.true_of_took_part).mean) : Json(nullptr)},
                    {"published", given(analysis.published ? analysis.published->value : std::nullopt)},
                    {"published_low", given(analysis.published ? analysis.published->low : std::nullopt)},
                    {"published_high", given(analysis.published ? analysis.published->high : std::nullopt)},
                    {"is_inside", analysis.published ? Json(analysis.published->is_between(s.low, s.high)) : Json(nullptr)},
                    {"estimates", std::move(estimates)},
                    {"p", std::move(p)}};
        analyses.push_back(std::move(one));
    }
    const Json answer = {{"trial", plan.name},
                         {"source", plan.source},
                         {"worlds", worlds},
                         {"replications", findings.trials},
                         {"eligible", findings.eligible},
                         {"willing_share", findings.willing_share},
                         {"analyses", std::move(analyses)}};
    return answer.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace bevlogen
