// Puts the parts of the report of a sweep together.
#include "sim/report/sweep_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/report/axis_words.hpp"
#include "sim/report/certainty.hpp"
#include "sim/report/html_page.hpp"
#include "sim/report/json.hpp"
#include "sim/report/shown_number.hpp"
#include "sim/report/sweep_answer.hpp"
#include "sim/report/wording.hpp"

namespace bevlogen {
namespace {

Label title_of(const SweepPlan& plan) { return plan.title.empty() ? both(plan.base.name) : plan.title; }

Json axes_json(const SweepFindings& findings) {
    Json all = Json::array();
    for (const Axis& axis : findings.plan().axes) {
        Json one = {{"path", axis.path},
                    {"label", text_json(axis.label)},
                    {"unit", text_json(worded_unit(std::string(axis.key.unit)))},
                    {"takes", text_json(worded_axis_values(axis))},
                    {"usual", nullptr},
                    {"source", ""}};
        if (axis.parameter) {
            const ParameterValues& parameters = findings.plan().base.parameters;
            one["usual"] = text_json(worded_axis_value(axis, parameters.values[*axis.parameter]));
            one["source"] = parameters.origins[*axis.parameter].source;
        }
        all.push_back(std::move(one));
    }
    return all;
}

// What the design's analysis gives besides the strength: [name, number], for the table of all parameters.
Json measures_json(const SweepFinding& finding, std::size_t axis) {
    const Sensitivity& found = finding.ranking;
    switch (found.method) {
        case SensitivityMethod::morris:
            return {{"mu", number_json(strength_scale(finding.outcome) * found.morris[axis].mean)},
                    {"sigma", number_json(strength_scale(finding.outcome) * found.morris[axis].sd)}};
        case SensitivityMethod::sobol: {
            const SobolIndex& index = found.sobol.indices[axis];
            return {
                {"first", estimate_json({100.0 * index.first, 100.0 * index.first_interval.low, 100.0 * index.first_interval.high, 2})}};
        }
        case SensitivityMethod::ranking: break;
    }
    const RankEffect& effect = found.ranking.effects[axis];
    return {{"rank_correlation",
             estimate_json({effect.rank_correlation, effect.rank_correlation_interval.low, effect.rank_correlation_interval.high, 2})}};
}

Json ranked_json(const SweepFinding& finding) {
    Json all = Json::array();
    for (const AxisStrength& axis : finding.ranking.ranked) {
        all.push_back({{"axis", axis.axis},
                       {"strength", estimate_json(shown_strength(finding, axis))},
                       {"direction", axis.direction},
                       {"measures", measures_json(finding, axis.axis)}});
    }
    return all;
}

Json points_json(const SweepFindings& findings, const SweepFinding& finding) {
    if (finding.effects.empty()) return nullptr;
    Json all = Json::array();
    for (const PointEffect& effect : finding.effects) {
        const bool is_first = effect.point == 0;
        const bool has_price = effect.per_averted.verdict == CostVerdict::dearer_and_better;  // as in a comparison's sentences
        const auto difference = [&](const Estimate& e) { return is_first ? Json(nullptr) : outcome_json(finding.outcome, e); };
        all.push_back({{"label", text_json(worded_point(findings.plan(), effect.point))},
                       {"level", outcome_json(finding.outcome, effect.level)},
                       {"from_first", difference(effect.from_first)},
                       {"from_before", difference(effect.from_before)},
                       {"euros", is_first ? Json(nullptr) : estimate_json(effect.euros)},
                       {"averted", is_first ? Json(nullptr) : estimate_json(effect.averted)},
                       {"per_averted", has_price ? estimate_json(effect.per_averted.ratio) : Json(nullptr)}});
    }
    return all;
}

Json questions_json(const SweepFindings& findings) {
    Json all = Json::array();
    for (const SweepFinding& finding : findings.all()) {
        const OutcomeDecl& outcome = finding.outcome;
        const Sensitivity& found = finding.ranking;
        const bool is_share = outcome.shape == Shape::share;
        std::vector<Estimate> differences;
        for (const PointEffect& effect : finding.effects) {
            if (effect.point > 0) differences.push_back(effect.from_first);
        }
        all.push_back({{"name", outcome.name},
                       {"outcome", text_json(outcome.label)},
                       {"who", text_json(finding.who)},
                       {"year", found.question.year},
                       {"unit", text_json(level_unit(outcome))},
                       {"difference_unit", text_json(difference_unit(outcome))},
                       {"strength_unit", text_json(strength_unit(finding))},
                       {"scale", is_share ? 100 : 1},
                       {"digits", level_digits(outcome, found.mean)},
                       {"difference_digits", digits_of(outcome, differences)},
                       {"good", word_of(outcome.good)},
                       {"averted_label", text_json(outcome.averted)},
                       {"answer", texts_json(answer(findings, finding))},
                       {"range", outcome_json(outcome, {found.mean, found.low, found.high, 2})},
                       {"parts_used", found.parts_used},
                       {"parts", found.parts},
                       {"ranked", ranked_json(finding)},
                       {"points", points_json(findings, finding)}});
    }
    return all;
}

// As the page names it.
const char* word_of(SensitivityMethod method) {
    switch (method) {
        case SensitivityMethod::morris: return "morris";
        case SensitivityMethod::sobol: return "sobol";
        case SensitivityMethod::ranking: break;
    }
    return "ranking";
}

std::size_t runs_lacking(const StoredSweep& file) {
    std::size_t lacking = 0;
    for (std::size_t p = 0; p < file.points(); ++p) {
        for (std::size_t r = 0; r < file.replicates(); ++r) lacking += file.status(p, r) == SweepRunStatus::done ? 0 : 1;
    }
    return lacking;
}

Json notices_json(const SweepFindings& findings) {
    Json all = Json::array();
    const auto add = [&](const char* kind, const Label& text) { all.push_back({{"kind", kind}, {"text", text_json(text)}}); };
    if (const std::size_t lacking = runs_lacking(findings.sweep().file()); lacking > 0) {
        const std::size_t all_runs = findings.plan().runs();
        const Label lack = lacking == 1 ? Label{fmt::format("1 of {} runs is missing or failed", all_runs),
                                                fmt::format("1 van {} runs ontbreekt of mislukte", all_runs)}
                                        : Label{fmt::format("{} of {} runs are missing or failed", lacking, all_runs),
                                                fmt::format("{} van {} runs ontbreken of mislukten", lacking, all_runs)};
        const Sensitivity& first = findings.all().front().ranking;
        const Label used =
            findings.is_point_by_point()
                ? Label{}
                : Label{fmt::format("; {} of {} parts of the design are used, at least in part", first.parts_used, first.parts),
                        fmt::format("; {} van {} delen van het ontwerp zijn gebruikt, minstens ten dele", first.parts_used, first.parts)};
        add("warning", lack + used + both("."));
    }
    for (const Intervention& intervention : findings.plan().base.interventions) {
        if (!is_unpriced(intervention, findings.model())) continue;
        const Label name = intervention.title.empty() ? both(intervention.name) : intervention.title;
        add("warning", Label{"What this measure itself costs is not stated in the scenario and not counted: ",
                             "Wat deze maatregel zelf kost, staat niet in het scenario en is niet meegeteld: "} +
                           name + both("."));
    }
    const double scale = findings.plan().base.population_scale;
    if (scale != 1.0) add("info", scale_words(scale));
    if (findings.is_point_by_point() && findings.plan().replicates() < 2) {
        add("warning", {"There is one replicate, so there are no intervals. Repeat with --replicates 8: what is done is kept.",
                        "Er is één herhaling: er zijn geen intervallen. Herhaal met --replicates 8: wat gedaan is, blijft."});
    }
    return all;
}

Json repeat_json(const SweepFindings& findings, const ReportChoice& choice) {
    const StoredResults& file = findings.sweep().file().results();
    const std::string name = file.path().string();
    std::vector<std::string> commands;
    if (const std::string made = file.provenance("command_line"); !made.empty()) commands.push_back(made);
    commands.insert(commands.end(), choice.commands.begin(), choice.commands.end());
    const std::vector<Label> notes = {
        {fmt::format(
             "{} holds its plan and its scenario completely: bevlogen sweep --from {} --out NAME.h5 repeats it, to the bit, with the "
             "same version of the program.",
             name, name),
         fmt::format(
             "{} bevat zijn plan en zijn scenario volledig: bevlogen sweep --from {} --out NAAM.h5 herhaalt de sweep, tot op de bit, met "
             "dezelfde versie van het programma.",
             name, name)}};
    return {{"commands", commands}, {"notes", texts_json(notes)}};
}

}  // namespace

std::string sweep_report_json(const SweepFindings& findings, const ReportChoice& choice) {
    const SweepPlan& plan = findings.plan();
    const Json none = Json::array();
    const SweepTable& sweep = findings.sweep();
    const Json whole = {{"contract", 1},
                        {"language", choice.language == Language::dutch ? "nl" : "en"},
                        {"kind", "sweep"},
                        {"title", text_json(title_of(plan))},
                        {"question", text_json(plan.question)},
                        {"made", made_json(sweep.file().results(), findings.model())},
                        {"replicates", plan.replicates()},
                        {"draws", nullptr},
                        {"years", plan.base.years},
                        {"year", findings.all().front().ranking.question.year},
                        {"notices", notices_json(findings)},
                        {"scenarios", none},
                        {"kind_of_phases", text_json(findings.model().phases().kind)},
                        {"phases", none},
                        {"outcomes", none},
                        {"levels", none},
                        {"costs", {{"currency", "EUR"}}},
                        {"sweep",
                         {{"design", sweep.design()},
                          {"method", word_of(sweep.method())},
                          {"method_words", text_json(method_words(sweep.method()))},
                          {"points", plan.points()},
                          {"scenario", text_json(plan.base.title.empty() ? both(plan.base.name) : plan.base.title)},
                          {"axes", axes_json(findings)},
                          {"questions", questions_json(findings)},
                          {"plan_text", sweep.file().resolved_plan()},
                          {"scenario_text", sweep.file().resolved_scenario()}}},
                        {"certainty", texts_json(certainty(findings))},
                        {"limits", texts_json(limits(findings.model()))},
                        {"repeat", repeat_json(findings, choice)}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string sweep_report_page(const SweepFindings& findings, const ReportChoice& choice) {
    const std::string title = title_of(findings.plan()).in(choice.language);
    return html_page(sweep_report_json(findings, choice), {title, choice.language == Language::dutch ? "nl" : "en"});
}

}  // namespace bevlogen
