// Says of each target whether it is met, set or missed, and of each parameter whether the targets identify it.
#include "sim/cli/calibration_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/calibrate/fit.hpp"
#include "sim/calibrate/posterior.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/core/build_info.hpp"
#include "sim/core/diagnostic.hpp"
#include "sim/scenario/toml_text.hpp"

namespace bevlogen {
namespace {

using Json = nlohmann::ordered_json;

std::string short_number(double value) { return std::isfinite(value) ? fmt::format("{:.3g}", value) : "-"; }
std::string short_band(double low, double high) { return fmt::format("{} to {}", short_number(low), short_number(high)); }

std::string fit_counts(const CalibrationDescription& about, const std::vector<TargetState>& all) {
    const FitCounts n = count_fits(about, all);
    std::string text =
        fmt::format("{} of {} targets reached: {} of {} that test the model are met", n.met + n.set, all.size(), n.met, n.tests);
    if (n.levels > 0) text += fmt::format("; {} of {} whose level is set by a parameter", n.set, n.levels);
    return text + "\n";
}

std::string target_table(const CalibrationDescription& about, const std::vector<PartFit>& parts, const char* interval) {
    TextTable table({{"target", Align::left, 24},
                     {"measured", Align::left, 34},
                     {"published"},
                     {"tolerance"},
                     {"simulated"},
                     {interval},
                     {"", Align::left, 8}});
    const std::vector<TargetState> all = target_fits(about, parts);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const AimedPart& aimed = about.parts[p];
        const bool is_first = p == 0 || about.parts[p - 1].target != aimed.target;
        const bool is_in = is_reached(aimed, parts[p]);
        table.add({is_first ? about.targets[aimed.target].label.en : "", aimed.statistic, short_number(aimed.value),
                   short_band(aimed.low, aimed.high), short_number(parts[p].value) + (is_in ? " " : "*"),
                   short_band(parts[p].low, parts[p].high), is_first ? std::string(word_of(all[aimed.target])) : std::string()});
    }
    return table.text(1) + "\n" +
           wrapped("* outside of the tolerance. Set: a parameter decides the level, so that it does not test the model.", 0) + "\n\n" +
           fit_counts(about, all);
}

std::string parameter_table(const CalibrationRecord& record) {
    TextTable table({{"parameter", Align::left, 40},
                     {"prior", Align::left, 24},
                     {"without"},
                     {"chosen"},
                     {"posterior, 90 %"},
                     {"narrower by"},
                     {"", Align::left, 14}});
    const std::vector<ParameterPosterior> posterior = parameter_posteriors(record);
    for (std::size_t k = 0; k < posterior.size(); ++k) {
        const FittedParameter& parameter = record.about.parameters[k];
        if (!parameter.is_free()) continue;  // what follows is written with the rest
        table.add({parameter.path, parameter.prior, short_number(parameter.own_value),
                   record.chosen.value.empty() ? "-" : short_number(record.chosen.value[k]),
                   short_band(posterior[k].value.low, posterior[k].value.high), fmt::format("{:.0f} %", 100.0 * posterior[k].contraction),
                   posterior[k].is_identified ? "" : "not identified"});
    }
    return table.text(1);
}

Json finite_number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json targets_json(const CalibrationDescription& about, const std::vector<PartFit>& parts) {
    const std::vector<TargetState> all = target_fits(about, parts);
    Json targets = Json::array();
    for (std::size_t t = 0; t < all.size(); ++t) {
        const AimedTarget& target = about.targets[t];
        Json one = {{"name", target.name},     {"label", target.label.en}, {"source", target.source},
                    {"weight", target.weight}, {"set_by", target.set_by},  {"fit", word_of(all[t])}};
        one["parts"] = Json::array();
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const AimedPart& aimed = about.parts[p];
            if (aimed.target != t) continue;
            one["parts"].push_back({{"measured", aimed.statistic},
                                    {"published", aimed.value},
                                    {"tolerance", {aimed.low, aimed.high}},
                                    {"words", aimed.words},
                                    {"simulated", finite_number(parts[p].value)},
                                    {"interval", {finite_number(parts[p].low), finite_number(parts[p].high)}}});
        }
        targets.push_back(std::move(one));
    }
    return targets;
}

}  // namespace

std::string calibration_table(const CalibrationRecord& record) {
    std::string text = bold(record.about.title.en) + "\n";
    std::size_t simulations = 0, failed = 0;
    for (const CalibrationRun& run : record.runs) ++simulations, failed += std::isinf(run.distance) ? 1 : 0;
    text += fmt::format("{} simulations in {} generations", simulations, record.generations.size());
    if (failed > 0) text += fmt::format(", {} of which failed", failed);
    if (!record.generations.empty()) {
        const CalibrationGeneration& last = record.generations.back();
        text += fmt::format("; the farthest point kept is at a distance of {:.2f}; {:.0f} effective points", last.tolerance,
                            last.effective_points);
    }
    text += "\n\n" + bold("targets") + " (simulated: under the chosen values)\n" +
            target_table(record.about, chosen_fit(record), "posterior, 90 %");
    return text + "\n" + bold("parameters") + "\n" + parameter_table(record);
}

std::string calibration_json(const CalibrationRecord& record) {
    Json parameters = Json::array();
    const std::vector<ParameterPosterior> posterior = parameter_posteriors(record);
    for (std::size_t k = 0; k < posterior.size(); ++k) {
        const FittedParameter& parameter = record.about.parameters[k];
        parameters.push_back({{"path", parameter.path},
                              {"prior", parameter.prior},
                              {"without", parameter.own_value},
                              {"chosen", record.chosen.value.empty() ? Json(nullptr) : finite_number(record.chosen.value[k])},
                              {"median", finite_number(posterior[k].value.median)},
                              {"interval", {finite_number(posterior[k].value.low), finite_number(posterior[k].value.high)}},
                              {"contraction", finite_number(posterior[k].contraction)},
                              {"is_free", parameter.is_free()},
                              {"is_identified", posterior[k].is_identified}});
    }
    Json generations = Json::array();
    for (const CalibrationGeneration& g : record.generations)
        generations.push_back({{"points", g.points},
                               {"tolerance", finite_number(g.tolerance)},
                               {"accepted", g.accepted},
                               {"effective_points", finite_number(g.effective_points)}});
    return Json{{"title", record.about.title.en},
                {"simulations", record.runs.size()},
                {"generations", generations},
                {"targets", targets_json(record.about, chosen_fit(record))},
                {"parameters", parameters}}
               .dump(1) +
           "\n";
}

std::string check_table(const CalibrationDescription& about, const std::vector<std::vector<double>>& sets, const std::string& under) {
    return bold(about.title.en) + "\n" + under + "\n\n" + target_table(about, fit_over(sets), "90 % of runs");
}

std::string check_json(const CalibrationDescription& about, const std::vector<std::vector<double>>& sets) {
    return Json{{"title", about.title.en}, {"runs", sets.size()}, {"targets", targets_json(about, fit_over(sets))}}.dump(1) + "\n";
}

std::string calibrated_parameters(const CalibrationRecord& record, const Vocabulary& vocabulary, const std::string& file) {
    if (record.chosen.value.empty()) throw InputError({file, 0, 0}, "no simulation succeeded, so no values were chosen");
    std::string shown = file;  // in a comment, which ends with the line
    std::replace_if(
        shown.begin(), shown.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '_');
    std::string text = fmt::format(
        "# Written by `bevlogen calibrate {} --write`: the set of values that is nearest to its targets. Ranges hold 90 % of the "
        "posterior.\n",
        shown);
    const std::vector<ParameterPosterior> posterior = parameter_posteriors(record);
    for (std::size_t k = 0; k < posterior.size(); ++k) {
        const FittedParameter& parameter = record.about.parameters[k];
        const auto at = vocabulary.parameters.find(parameter.path);
        const double value = record.chosen.value[k];
        const double low = std::min(value, posterior[k].value.low), high = std::max(value, posterior[k].value.high);
        const char* how = !parameter.is_free() ? "follows" : posterior[k].is_identified ? "identified" : "not identified, so assumed";
        const std::string source = fmt::format("calibrated ({}): {}{}", std::filesystem::path(file).filename().string(), how,
                                               parameter.is_free() ? "; prior " + parameter.prior : std::string());
        text += fmt::format("\n[{}]\nvalue = {}\nunit = {}\nsource = {}\nrange = [{}, {}]\n", toml_string(parameter.path),
                            toml_number(value), toml_string(at ? vocabulary.parameters.decls()[*at].unit : parameter.unit),
                            toml_string(source), toml_number(low), toml_number(high));
    }
    return text;
}

}  // namespace bevlogen
